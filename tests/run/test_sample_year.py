"""A scripted year of the sample: each planted change lands in its cause, and nothing else does."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit.changes.lines import HEADINGS
from audit.cli import execute
from audit.review.model import Change, Changes, ListCompared
from audit.run.make import Made
from tests.reports.workbooks import table_rows
from tests.run.sample_year import (
    COUNCIL,
    GULL,
    JOURNAL,
    KAREAREA,
    KEA,
    LEFT_ON_MASTODON,
    LEFT_ON_X,
    LEFT_PAGE,
    LIKED,
    NEW_ON_X,
    PUKEKO,
    RADIO,
    RIVERS,
    RURU,
    TIDES,
    UNSEEN,
    WEKA,
    named,
    play,
    web_address,
)

pytestmark = pytest.mark.slow  # plays four reviews of the sample through

PLANTED = (
    set(),
    {
        ("followed", "x", "follow", NEW_ON_X),
        ("unfollowed", "bluesky", "follow", RIVERS),
        ("unfollowed", "bluesky", "follow", PUKEKO),
        ("left", "x", "follow", KEA),  # whether it went, its archive does not say
        ("left", "mastodon", "follow", LEFT_ON_MASTODON),
        ("undone", "bluesky", "like", PUKEKO),
        ("label", "bluesky", "follow", COUNCIL),  # renamed, and listed by its handle
        # and another renamed, which is no change of anything
    },
    {
        ("followed", "bluesky", "follow", RIVERS),  # again
        ("followed", "x", "follow", KEA),  # again
        ("left", "facebook", "follow", LEFT_PAGE),
        ("gone", "bluesky", "follow", JOURNAL),
        ("register", "bluesky", "follow", RADIO),  # the register was put right
        ("register", "x", "follow", TIDES),  # a row was added to a list
    },
    {
        ("unfollowed", "bluesky", "follow", JOURNAL),  # which was deleted already
        ("left", "x", "follow", LEFT_ON_X),
        ("left", "mastodon", "follow", UNSEEN),  # missing already when the list fell short
        ("redone", "bluesky", "like", PUKEKO),
        ("label", "bluesky", "follow", RURU),  # stood, and is a member by now
        ("label", "mastodon", "follow", WEKA),  # the row of the list ran out
    },
)
NOT_KNOWN = (None, 0, 2, 1)  # missing where a list fell short
_LIKE, _OTHER_LIKE = (("bluesky", "like", web_address(one)) for one in LIKED)
IGNORED = {
    _OTHER_LIKE: "open",
    ("facebook", "repost", "moa.tauira"): "open",
    ("mastodon", "like", WEKA): "open",
    ("x", "repost", KAREAREA): "open",
    ("x", "repost", GULL): "open",
}
STANDING = {
    ("x", "follow", KAREAREA): "open",  # escalated
    ("x", "follow", GULL): "overdue",  # to be unfollowed, and never done
    ("facebook", "follow", "moa.tauira"): "decided",  # kept until after the year
    ("mastodon", "repost", WEKA): "decided",  # kept without a date
    ("bluesky", "repost", PUKEKO): "open",  # kept without a reason
    **IGNORED,
}
STATUSES = (
    {},
    {
        **STANDING,
        ("bluesky", "follow", PUKEKO): "done",
        ("x", "follow", KEA): "done",
        _LIKE: "done",
        ("mastodon", "follow", WEKA): "decided",
    },
    {
        **STANDING,
        ("x", "follow", KEA): "returned",
        ("mastodon", "follow", WEKA): "open",  # kept until February
        ("x", "follow", TIDES): "new",  # on the list since
    },
    {
        **STANDING,
        ("x", "follow", KEA): "returned",
        _LIKE: "returned",
        ("x", "follow", TIDES): "open",
        # on no list any more, so nothing is left to decide of the follow on Mastodon
    },
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("year")


@pytest.fixture(scope="module")
def year(folder: Path) -> list[Made]:
    return list(play(folder))


def said(year: list[Made], quarter: int) -> Changes:
    return year[quarter].review.changes


def item(year: list[Made], quarter: int, what: str, account: str) -> Change:
    items = said(year, quarter).items
    return next(one for one in items if (one.what, one.account_id) == (what, account))


def compared(year: list[Made], quarter: int, platform: str, kind: str) -> ListCompared:
    lists = said(year, quarter).lists
    return next(one for one in lists if (one.platform, one.kind) == (platform, kind))


@pytest.mark.parametrize("quarter", range(4))
def test_the_changes_are_those_planted_and_no_other(year: list[Made], quarter: int) -> None:
    changes = said(year, quarter)
    found = [(one.what, one.platform, one.kind, one.account_id) for one in changes.items]
    assert len(found) == len(set(found))
    assert set(found) == PLANTED[quarter]
    assert changes.not_known == NOT_KNOWN[quarter]


@pytest.mark.parametrize("quarter", range(1, 4))
def test_the_command_lists_them_cause_by_cause(
    year: list[Made], quarter: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(["changes", str(year[quarter].folder)]) == 0
    parts = [part.splitlines() for part in capsys.readouterr().out.split("\n\n")]
    listed = {part[0].rstrip(":"): len(part) - 1 for part in parts[1:]}
    planted = Counter(HEADINGS[what] for what, *_ in PLANTED[quarter])
    assert {head: listed[head] for head in HEADINGS.values() if head in listed} == planted


def test_the_command_takes_the_run_read_last(
    year: list[Made], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(["changes", "--config", str(folder / "config.toml")]) == 0
    assert "Since the review of 2027-Q1 (read 5 April 2027)" in capsys.readouterr().out
    assert execute(["changes", str(folder)]) == 4


def test_the_first_review_says_that_there_is_nothing_to_compare_with(year: list[Made]) -> None:
    first = said(year, 0)
    assert "nothing to compare it with" in first.sentence
    assert {first.since, first.followed, first.unfollowed, first.left, first.not_known} == {None}


def test_a_list_that_fell_short_is_no_unfollow(year: list[Made]) -> None:
    short = "This review did not read all of it, or not with every account."
    mastodon = compared(year, 2, "mastodon", "follow")
    facebook = compared(year, 3, "facebook", "follow")
    assert (mastodon.known, mastodon.missing, mastodon.reason) == (False, 2, short)
    assert (facebook.known, facebook.missing, facebook.reason) == (False, 1, short)


def test_likes_through_an_interface_are_not_called_compared_where_none_was_missing(
    year: list[Made],
) -> None:
    likes = [compared(year, quarter, "bluesky", "like") for quarter in (1, 2)]
    assert [(one.known, "--full" in one.reason) for one in likes] == [(True, False), (False, True)]


def test_the_causes_say_what_was_said_then_and_now(year: list[Made]) -> None:
    words = {
        (quarter, one.what, one.account_id): one.words
        for quarter in range(4)
        for one in said(year, quarter).items
    }
    assert words[1, "left", KEA] == (
        "No longer in the list; whether we unfollowed it or the account went could not be looked "
        "up."
    )
    assert words[1, "label", COUNCIL].endswith(
        "@council.tauira.example was its handle and @fellowship.tauira.example is."
    )
    assert words[2, "gone", JOURNAL].endswith("its platform now says that it is deleted.")
    assert words[2, "register", RADIO].startswith("Then nobody whom the register knows, now Rate")
    assert words[2, "register", TIDES].startswith("Then on no list, now on the list Ministry of")
    assert words[3, "unfollowed", JOURNAL] == "No longer followed; it was deleted already."
    assert words[3, "label", RURU].startswith(
        "Then Wiremu Ruru (candidate, Rimu), now Wiremu Ruru (member, Rimu)."
    )
    assert words[3, "label", WEKA].endswith("a row of the list ran out.")


def test_what_was_followed_again_says_since_when_it_was_seen(year: list[Made]) -> None:
    again = item(year, 2, "followed", RIVERS)
    assert again.words == "Followed again since."
    assert again.evidence == (
        "In 2026-Q3 (read 5 October 2026); not in 2026-Q4 (read 5 January 2027); in 2027-Q1 (read "
        "5 April 2027)."
    )
    assert f"{again.first_seen} {again.last_seen}" == "2026-10-05 2027-04-05"


def test_each_follow_says_since_when_reviews_have_seen_it(year: list[Made]) -> None:
    rows = table_rows(load_workbook(year[3].workbook)["Followed accounts"])
    seen = {
        str(row["Account"]): (f"{row['First seen']:%Y-%m-%d}", f"{row['Seen since']:%Y-%m-%d}")
        for row in rows
    }
    assert seen["@ruru.tauira.example"] == ("2026-10-05", "2026-10-05")
    assert seen[f"@{RIVERS[-12:]}.tauira.example"] == ("2026-10-05", "2027-04-05")
    assert seen[NEW_ON_X] == ("2027-01-05", "2027-01-05")


def test_the_quarters_say_what_their_own_reviews_said(year: list[Made]) -> None:
    trend = said(year, 3).trend
    assert [one.period for one in trend] == ["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2"]
    for one, made in zip(trend, year, strict=True):
        assert one.follows == made.review.totals["follow"]
        assert one.need_decision == made.review.summary.need_decision


@pytest.mark.parametrize("quarter", range(1, 4))
def test_each_decision_has_its_status_and_what_nobody_decided_is_open(
    year: list[Made], quarter: int
) -> None:
    number_of = {item: key for made in year for key, item in named(made).items()}
    found = {
        number_of[one.item]: one.status
        for one in year[quarter].review.findings
        if one.item in number_of
    }
    assert found == STATUSES[quarter]
    rest = {one.status for one in year[quarter].review.findings if one.item not in number_of}
    assert rest <= {"new", "open"}


def test_an_item_keeps_its_number_and_every_row_is_accounted_for(year: list[Made]) -> None:
    first = named(year[0])
    for made in year[1:]:
        assert all(first.get(key, item) == item for key, item in named(made).items())
    read = year[1].review.decisions
    assert (read.read, read.used, read.noted, read.not_used, read.missing) == (
        len(year[0].review.findings), 8, 1, 0, 0,
    )  # fmt: skip
    assert [made.review.decisions.read for made in year[2:]] == [0, 0]


@pytest.mark.parametrize("quarter", range(4))
def test_a_quarter_rebuilt_today_gives_its_old_report_byte_for_byte(
    year: list[Made], tmp_path: Path, quarter: int
) -> None:
    folder = year[quarter].folder
    # no earlier run stands beside the copy
    alone = shutil.copytree(folder, tmp_path / "elsewhere" / folder.name)
    assert execute(["review", str(alone), "--out", str(tmp_path / "again")]) in {0, 3}
    made = sorted((tmp_path / "again").iterdir())
    assert {path.name for path in made} >= {"review.json", "findings.csv"}
    for path in made:
        if path.suffix == ".xlsx" and quarter == 0:  # which people have written in
            continue
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name
