"""A scripted year: each planted change of four quarters lands in its cause, and nothing else."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from audit.cli import execute
from audit.run import make
from tests.reports.workbooks import table_rows
from tests.run.agency_year import (
    READ_ON,
    Network,
    serving_year,
    write_flagged,
    write_pages,
    write_register,
)
from tests.run.job import OUTSIDE, run

pytestmark = pytest.mark.slow  # each plays four reviews through

FOLLOWED = ["aroha", "dan", "bob", "cat", "eve", "gus"]
PLANTED = (
    None,
    {
        ("followed", "follow", "fay.example"),
        ("unfollowed", "follow", "bob.example"),
        ("undone", "like", "bob.example"),
    },
    {
        ("followed", "follow", "bob.example"),  # again
        ("unfollowed", "follow", "page-c"),  # missing already when the list fell short
        ("gone", "follow", "eve.example"),
        ("register", "follow", "aroha.example"),
        ("register", "follow", "kat.example"),  # on a list, under the handle of now
    },
    {
        ("unfollowed", "follow", "eve.example"),  # which was gone already
        ("redone", "like", "bob.example"),
        ("label", "follow", "aroha.example"),  # a member until polling day
        ("label", "follow", "dan.example"),  # a candidate by now
        ("followed", "follow", "page-d"),
    },
)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the four quarters; give the folder."""
    folder = tmp_path_factory.mktemp("year")
    network = Network(follows=[*FOLLOWED], likes=["cat", "bob", "eve"])
    write_register(folder)
    write_flagged(folder, "nobody.example")
    write_pages(folder, "page-a", "page-b", "page-c")
    whole = replace(OUTSIDE, full=True)
    with serving_year(folder, network) as loaded:
        run(loaded, now=READ_ON[0], outside=whole)

        network.follows = [*(one for one in FOLLOWED if one != "bob"), "fay"]
        network.likes.remove("bob")
        network.handles["cat"] = "kat.example"
        write_pages(folder, "page-a", "page-b", "not a page at all !")
        run(loaded, now=READ_ON[1], outside=whole)

        network.follows.append("bob")
        network.gone.add("eve")
        write_register(folder, corrected=True)
        write_flagged(folder, "nobody.example", "kat.example")
        write_pages(folder, "page-a", "page-b")
        run(loaded, now=READ_ON[2], outside=whole)

        network.follows.remove("eve")
        network.likes.append("bob")
        write_pages(folder, "page-a", "page-b", "page-d")
        run(loaded, now=READ_ON[3], outside=whole)
    return folder


def review(year: Path, quarter: int) -> dict[str, Any]:
    folder = sorted((year / "runs").glob("20*"))[quarter]
    content: dict[str, Any] = json.loads((folder / "review.json").read_text("utf-8"))
    return content


def changes(year: Path, quarter: int) -> dict[str, Any]:
    found: dict[str, Any] = review(year, quarter)["changes"]
    return found


def item(year: Path, quarter: int, what: str, account: str) -> Mapping[str, str]:
    items = changes(year, quarter)["items"]
    (one,) = (one for one in items if (one["what"], one["account"]) == (what, account))
    found: Mapping[str, str] = one
    return found


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_each_planted_change_lands_in_its_cause_and_there_is_no_other(
    year: Path, quarter: int
) -> None:
    items = changes(year, quarter)["items"]
    said = [(one["what"], one["kind"], one["account"]) for one in items]
    assert len(said) == len(set(said))
    assert set(said) == PLANTED[quarter]


def test_the_first_review_says_that_there_is_nothing_to_compare_with(year: Path) -> None:
    first = changes(year, 0)
    assert "nothing to compare it with" in first["sentence"]
    assert {first[name] for name in ("since", "followed", "unfollowed", "not_known")} == {None}


def test_likes_through_an_interface_are_not_called_compared_where_none_was_missing(
    year: Path,
) -> None:
    known = []
    for quarter in (1, 2):
        lists = changes(year, quarter)["lists"]
        likes = next(one for one in lists if one["kind"] == "like")
        known.append((likes["known"], "--full" in likes["reason"]))
    assert known == [(True, False), (False, True)]


def test_a_list_that_fell_short_is_no_unfollow(year: Path) -> None:
    second = changes(year, 1)
    assert (second["since"], second["unfollowed"], second["not_known"]) == ("2026-Q1", 1, 1)
    pages = next(one for one in second["lists"] if one["platform"] == "facebook")
    assert (pages["known"], pages["missing"], pages["reason"]) == (
        False,
        1,
        "This review did not read all of it, or not with every account.",
    )
    assert changes(year, 2)["not_known"] == 0


def test_what_was_followed_again_says_since_when_it_was_seen(year: Path) -> None:
    again = item(year, 2, "followed", "bob.example")
    assert again["words"] == "Followed again since."
    assert again["evidence"] == (
        "In 2026-Q1 (read 5 April 2026); not in 2026-Q2 (read 5 July 2026); in 2026-Q3 (read "
        "5 October 2026)."
    )
    assert (again["first_seen"], again["last_seen"]) == ("2026-04-05", "2026-10-05")


def test_the_causes_say_what_was_said_then_and_now(year: Path) -> None:
    by_data = item(year, 2, "register", "aroha.example")["words"]
    assert by_data.startswith(
        "Then nobody whom the register knows, now Aroha Example (member, Kauri)."
    )
    assert item(year, 2, "register", "kat.example")["words"].startswith(
        "Then on no list, now on the list Ours."
    )
    assert item(year, 3, "label", "aroha.example")["words"].startswith(
        "Then Aroha Example (member, Kauri), now Aroha Example (minister, Kauri)."
    )
    assert "suspended" in item(year, 2, "gone", "eve.example")["words"]
    assert item(year, 3, "unfollowed", "eve.example")["words"] == (
        "No longer followed; it was suspended already."
    )


def test_the_quarters_say_what_their_own_reviews_said(year: Path) -> None:
    trend = changes(year, 3)["trend"]
    assert [one["period"] for one in trend] == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]
    for quarter, one in enumerate(trend):
        then = review(year, quarter)
        assert one["follows"] == then["totals"]["follow"]
        assert one["need_decision"] == then["summary"]["need_decision"]


def test_the_command_says_the_changes_of_the_run_named_or_read_last(
    year: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(["changes", "--config", str(year / "config.toml")]) == 0
    last = capsys.readouterr().out
    assert "Since the review of 2026-Q3 (read 5 October 2026)" in last
    assert "The same account, another label by the day:\n  @aroha.example" in last
    assert execute(["changes", str(year / "runs" / "2026-Q2")]) == 0
    second = capsys.readouterr().out
    assert "1 not seen now: not known." in second
    assert "@bob.example" in second
    assert execute(["changes", str(year)]) == 4


def test_each_follow_says_since_when_reviews_have_seen_it(year: Path) -> None:
    folder = year / "runs" / "2026-Q4"
    rows = table_rows(load_workbook(folder / "review-2026-Q4.xlsx")["Followed accounts"])
    seen = {
        str(row["Account"]): (f"{row['First seen']:%Y-%m-%d}", f"{row['Seen since']:%Y-%m-%d}")
        for row in rows
    }
    assert seen["@aroha.example"] == ("2026-04-05", "2026-04-05")
    assert seen["@bob.example"] == ("2026-04-05", "2026-10-05")  # gone for a quarter
    assert seen["@fay.example"] == ("2026-07-05", "2026-07-05")
    assert seen["page-d"] == ("2027-01-05", "2027-01-05")


@pytest.mark.parametrize("quarter", [1, 3])
def test_a_quarter_rebuilt_today_gives_its_old_report_byte_for_byte(
    year: Path, tmp_path: Path, quarter: int
) -> None:
    folder = sorted((year / "runs").glob("20*"))[quarter]
    # no earlier run stands beside the copy
    alone = shutil.copytree(folder, tmp_path / "elsewhere" / folder.name)
    make.rebuild(alone, tmp_path / "again", lambda _: None)
    made = sorted((tmp_path / "again").iterdir())
    assert {path.name for path in made} >= {"review.json", "findings.csv"}
    for path in made:
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name
