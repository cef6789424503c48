"""Workbooks in LibreOffice's own hands: what people do to them, saved and read back.

LibreOffice types, sorts, filters, inserts, deletes, copies and pastes (tests/office), and saves
each workbook as .xlsx, .ods and .xls. Every row must end in exactly the list that it belongs in.
"""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit import config
from audit.cli.program import execute
from audit.decisions.model import MISSING, NOT_USED, NOTED, UNDECIDED, USED, Reading
from audit.run.make import Made
from audit.run.returned import kept, read
from audit.run.returned.kept import Places
from audit.run.returned.sheets import NOT_READ
from tests.office.office import KINDS, Act, Office, libreoffice
from tests.reports.workbooks import table_rows
from tests.run.job import NOW, lay_out, run

pytestmark = pytest.mark.slow
LATER = NOW + timedelta(days=20)
WHO = "Hana Example"
Lists = Mapping[str, list[str]]

# The items of the sample by what they are, and what is typed into their rows.
KEEP, UNFOLLOW, ESCALATE, AS_TEXT, IN_WORDS, TYPO = range(6)


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return run(lay_out(tmp_path_factory.mktemp("libreoffice")))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with libreoffice(tmp_path_factory.mktemp("office"), name=WHO) as running:
        yield running


def judged(job: Made, *paths: Path) -> Reading:
    loaded = config.load(job.folder.parents[1] / "config.toml", check_files=False)
    return read.read(loaded, paths, LATER, dry_run=True).reading


def items(job: Made, kind: str = "follow") -> list[str]:
    return [one.item for one in job.review.findings if one.kind == kind and one.needs_decision]


def typed(item: str, **cells: str) -> list[Act]:
    headings = {"decision": "Decision", "reason": "Reason", "owner": "Owner", "due": "Due date"}
    return [("type", "Findings", item, headings[name], words) for name, words in cells.items()]


def decided(job: Made) -> list[Act]:
    """Fill in eleven rows, as a person types them."""
    follows, likes, (repost, *_) = items(job), items(job, "like"), items(job, "repost")
    return [
        *typed(follows[KEEP], decision="Keep", reason="Statutory partner: tēnā koutou"),
        *typed(follows[UNFOLLOW], decision="Unfollow", owner="Comms", due="18/12/2026"),
        *typed(follows[ESCALATE], decision="Escalate", owner="DCE"),
        ("as text", follows[AS_TEXT], "Due date"),
        *typed(follows[AS_TEXT], decision="Unfollow", due="3/12/2026"),
        *typed(follows[IN_WORDS], decision="Unfollow", due="18th December 2026"),
        *typed(follows[TYPO], decision="unfolow"),
        *typed(likes[0], decision="undo  like", due="2026-12-18"),
        *typed(likes[1], decision="Unfollow", due="18/12/2026"),
        *typed(likes[2], decision="Keep"),
        ("date", repost, "Due date", 46374),  # 18 December 2026
        *typed(repost, decision="Undo repost"),
        *typed(items(job, "repost")[1], decision="Undo repost", due="1/7/2031"),
    ]


def expected(job: Made) -> dict[str, list[str]]:
    """Give the lists that the rows of ``decided`` belong in; all other rows are undecided."""
    follows, likes, reposts = items(job), items(job, "like"), items(job, "repost")
    return {one.item: [UNDECIDED] for one in job.review.findings} | {
        follows[KEEP]: [USED],
        follows[UNFOLLOW]: [USED],
        follows[ESCALATE]: [USED],
        follows[AS_TEXT]: [NOTED],
        follows[IN_WORDS]: [NOTED],
        follows[TYPO]: [NOT_USED],
        likes[0]: [NOTED],
        likes[1]: [NOT_USED],
        likes[2]: [NOTED],
        reposts[0]: [USED],
        reposts[1]: [NOT_USED],
    }


def lists(reading: Reading) -> Lists:
    """Give the lists that the rows of each item ended in, in the order of the rows."""
    found: dict[str, list[str]] = {}
    for one in reading.outcomes:
        found.setdefault(one.item, []).append(one.bucket)
    return found


def said_of(reading: Reading, item: str) -> list[str]:
    return [one.said for one in reading.outcomes if one.item == item]


SORTED: list[Act] = [("sort", "Account or author")]
FILTERED: list[Act] = [("filter", "Type", "Like")]
WIDER: list[Act] = [
    ("insert column", "What we found", "My remarks", "Ask Ana"),
    ("insert column", "Due date", "", "?"),
]
TITLED: list[Act] = [("insert rows", 3, "For the meeting")]


@pytest.mark.parametrize(
    "acts",
    [[], SORTED, FILTERED, WIDER, TITLED, [*SORTED, *FILTERED, *WIDER, *TITLED]],
    ids=["typed", "sorted", "filtered", "wider", "titled", "all"],
)
def test_every_row_is_in_its_list(job: Made, office: Office, acts: list[Act]) -> None:
    wanted = expected(job)
    for path in office.edit(job.workbook, [*decided(job), *acts]):
        reading = judged(job, path)
        assert lists(reading) == wanted, path.suffix
        assert not [one.said for one in reading.outcomes if "Changed since" in one.said]
        dues = {one.item: one.due for one in reading.new}
        assert dues[items(job)[UNFOLLOW]] == date(2026, 12, 18)
        assert dues[items(job)[AS_TEXT]] == date(2026, 12, 3)
        assert "read day first as 3 December 2026" in said_of(reading, items(job)[AS_TEXT])[0]
        assert reading.files[0].said == ""


def test_rows_deleted_or_emptied_are_missing(job: Made, office: Office) -> None:
    last = job.review.findings[-1].item
    gone = [items(job)[KEEP], items(job, "like")[3], last]
    acts: list[Act] = [
        *decided(job),
        ("delete row", gone[0]),
        ("clear row", gone[1]),
        ("delete row", gone[2]),
        ("clear row", job.review.findings[-2].item),
    ]
    wanted = expected(job)
    for item in (*gone, job.review.findings[-2].item):
        wanted[item] = [MISSING]
    for path in office.edit(job.workbook, acts):
        assert lists(judged(job, path)) == wanted, path.suffix


def test_a_row_doubled_with_another_decision_is_used_in_neither_place(job, office) -> None:
    follows = items(job)
    acts: list[Act] = [
        *decided(job),
        ("double row", follows[KEEP]),
        *typed(follows[KEEP], decision="Escalate", reason="", owner="DCE"),
        ("double row", follows[UNFOLLOW]),
    ]
    wanted = expected(job)
    wanted[follows[KEEP]] = [NOT_USED, NOT_USED]
    wanted[follows[UNFOLLOW]] = [USED, NOTED]
    for path in office.edit(job.workbook, acts):
        reading = judged(job, path)
        assert lists(reading) == wanted, path.suffix
        for said in said_of(reading, follows[KEEP]):
            assert "different decisions, so none is used" in said
        assert "it counts once" in said_of(reading, follows[UNFOLLOW])[1]


@pytest.mark.parametrize("merged", ["paste below", "copy sheet in"])
def test_two_copies_merged(job: Made, office: Office, merged: str) -> None:
    """Each copy has its own decisions, one of both alike and one of both different."""
    follows, likes = items(job), items(job, "like")
    alike = typed(follows[0], decision="Keep", reason="Statutory partner")
    (second,) = office.edit(job.workbook, [
        *alike,
        *typed(follows[1], decision="Escalate", owner="DCE"),
        *typed(likes[0], decision="Undo like", due="18/12/2026"),
    ], ["xlsx"])  # fmt: skip
    acts: list[Act] = [
        *alike,
        *typed(follows[1], decision="Keep", reason="Partner"),
        *typed(follows[2], decision="Unfollow", due="18/12/2026"),
        (merged, str(second)),
    ]
    wanted = {one.item: [UNDECIDED, UNDECIDED] for one in job.review.findings} | {
        follows[0]: [USED, NOTED],
        follows[1]: [NOT_USED, NOT_USED],
        follows[2]: [USED, UNDECIDED],
        likes[0]: [UNDECIDED, USED],
    }
    for path in office.edit(job.workbook, acts):
        reading = judged(job, path)
        assert lists(reading) == wanted, path.suffix
        assert {one.item: one.due for one in reading.new} == {
            follows[0]: None, follows[2]: date(2026, 12, 18), likes[0]: date(2026, 12, 18)
        }  # fmt: skip
        (undecided,) = [one for one in said_of(reading, likes[0]) if one.startswith("Decided in")]
        assert "back." in undecided


def test_a_workbook_as_it_was_made_decides_nothing(job: Made, office: Office) -> None:
    wanted = {one.item: [UNDECIDED] for one in job.review.findings}
    for path in office.edit(job.workbook, []):
        reading = judged(job, path)
        assert lists(reading) == wanted, path.suffix
        assert not [one.said for one in reading.outcomes if one.said]


def test_american_settings_swap_day_and_month_and_only_the_echo_shows_it(
    job: Made, tmp_path: Path
) -> None:
    follows = items(job)
    acts: list[Act] = [
        *typed(follows[0], decision="Unfollow", due="4/3/2027"),
        *typed(follows[1], decision="Unfollow", due="3/12/2026"),
        *typed(follows[2], decision="Unfollow", due="18/12/2026"),
        *typed(follows[3], decision="Unfollow", due="'18/12/2026"),
    ]
    with libreoffice(tmp_path, language="en-US") as office:
        paths = office.edit(job.workbook, acts)
        for path in paths:
            reading = judged(job, path)
            assert said_of(reading, follows[0]) == ["Due 3 April 2027"], path.suffix
            assert "12 March 2026 is not from 5 October 2026" in said_of(reading, follows[1])[0]
            for item in follows[2:4]:
                assert "read day first as 18 December 2026" in said_of(reading, item)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_command_records_what_libreoffice_saved(
    job: Made, office: Office, tmp_path: Path, capsys, kind: str
) -> None:
    (back,) = office.edit(
        job.workbook, [*decided(job), *SORTED, *answered(), *purposed(job)], [kind]
    )
    shutil.copytree(job.folder.parent, tmp_path / "runs")
    lay_out(tmp_path)
    asked = ["decisions", "read", str(back), "--config", str(tmp_path / "config.toml")]
    assert execute([*asked, "--now", LATER.isoformat()]) == 1
    said = capsys.readouterr().out
    rows = len(job.review.findings)
    assert f"Findings: {rows} rows read: 4 used, 4 used with a note, 3 not used" in said
    assert "M1: Yes, by Hana Example, on 7 October 2026.\n" in said
    assert "Guidance: 1 answer that the last review did not have; the next run weighs" in said
    assert (
        "Followed accounts: 2 purposes written or changed: 1 used, 0 used with a note, 1 n" in said
    )
    assert "1 March 2031 is not from 5 October 2026 to 5 April 2028" in said
    (purpose,) = kept.load_purposes(Places(tmp_path))
    assert (purpose.purpose, purpose.review_by) == ("Regulated: tēnā", date(2027, 3, 1))
    recorded = {one.item: one for one in kept.load_decisions(Places(tmp_path))}
    taken = {item for item, (bucket, *_) in expected(job).items() if bucket in {USED, NOTED}}
    assert set(recorded) == taken
    assert {one.who for one in recorded.values()} == {NOT_READ if kind == "xls" else WHO}


def answered() -> list[Act]:
    cells = {"Answer": "Yes", "By": WHO, "On": "7/10/2026"}
    return [("type", "Guidance", "M1", heading, words) for heading, words in cells.items()]


def purposed(job: Made) -> list[Act]:
    """Write purposes for two accounts that have none and whose names stand once on the sheet."""
    rows = table_rows(load_workbook(job.workbook)["Followed accounts"])
    names = [row["Account"] for row in rows]
    free = [
        row["Account"] for row in rows if not row["Purpose"] and names.count(row["Account"]) == 1
    ]
    return [
        ("type", "Followed accounts", name, heading, words)
        for name, due in zip(free, ("1/3/2027", "1/3/2031"), strict=False)
        for heading, words in (("Purpose", "Regulated: tēnā"), ("Review by", due))
    ]


def test_sorting_in_libreoffice_moves_the_rows(job: Made, office: Office) -> None:
    """The tests above would tell nothing of sorting if the rows stayed where they were."""
    (path,) = office.edit(job.workbook, SORTED, ["xlsx"])
    order = [one.item for one in judged(job, path).outcomes]
    before = [one.item for one in judged(job, job.workbook).outcomes]
    assert sum(a != b for a, b in zip(before, order, strict=True)) > len(order) / 2
