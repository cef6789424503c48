from dataclasses import replace
from pathlib import Path

from audit.release.lists import OWN_FILES, lists_used
from audit.review.model import RegisterFile
from tests.audit.release.places import LIST, used


def test_lists_go_by_their_own_names_and_no_file_of_ours_is_named(tmp_path: Path) -> None:
    rows = ({"kind": "host", "key": f"{one}.example", "as_at": f"2026-0{one}-01"} for one in (7, 8))
    mine = RegisterFile("own/tamsins-flags.csv", "2026-08-01", "ab", 2)
    flagged = replace(used(tmp_path, *rows).flagged, files=(mine,))
    purposes = RegisterFile("own/tamsins-purposes.csv", "", "cd", 9)
    files = (RegisterFile("tahi/accounts", "2026-06-01", "ef", 7), mine, purposes)
    told = lists_used(files, "tahi", flagged)
    assert [(one.name, one.as_at, one.rows, one.of_sources) for one in told] == [
        ("tahi/accounts", "2026-06-01", 7, False),
        (LIST, "2026-08-01", None, True),
        (OWN_FILES, "", 9, False),
    ]


def test_no_list_is_none(tmp_path: Path) -> None:
    assert lists_used((), "tahi", used(tmp_path).flagged) == ()
