from pathlib import Path

import pytest

from connectors.list_words import kind_named, platforms_named, undone
from tests.connectors.list_files import collect, covered, ids, table, workbook

HEADING = ["What", "Handle", "Original author", "Post link", "Post text", "Link in post"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("", "follow"),
        ("Page", "follow"),
        ("politician", "follow"),
        ("Followed", "follow"),
        ("Liked", "like"),
        ("favourite", "like"),
        ("RT", "repost"),
        ("re-tweet", "repost"),
        ("Shared", "repost"),
        ("Quoted", "quote"),
        ("shared link", "link"),
        ("Own post", "post"),
        ("LinkedIn page", "follow"),
    ],
)
def test_the_word_for_what_was_done_gives_the_kind(word: str, kind: str) -> None:
    assert kind_named(word) == kind


@pytest.mark.parametrize(
    ("text", "platforms"),
    [
        ("X (Twitter)", ("x",)),
        ("twitter/X", ("x",)),
        ("FB", ("facebook",)),
        ("Insta_follows", ("instagram",)),
        ("Facebook & Threads", ("facebook", "threads")),
        ("Xero", ()),
        ("Sheet1", ()),
    ],
)
def test_the_word_for_a_platform_is_known(text: str, platforms: tuple[str, ...]) -> None:
    assert platforms_named(text) == platforms


@pytest.mark.parametrize(
    "word",
    [
        "unfollowed",
        "Unfollow",
        "un-followed",
        "not following",
        "no longer follow",
        "No longer followed",
        "stopped following",
        "we don't follow",
        "unliked",
        "un-liked",
        "unsubscribed",
        "not yet followed",
        "removed",
        "deleted",
        "None",
    ],
)
def test_an_act_that_is_over_is_reported_and_not_read(tmp_path: Path, word: str) -> None:
    rows = [["Type", "Handle"], [word, "@kauri"], ["follow", "@rimu"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert ids(found) == ["@rimu"]
    assert found.tallies[0].reported == {
        "a title or heading": 1,
        f"a row that says {says(word)}": 1,
    }
    assert covered(found)[0] == "complete"


def says(word: str) -> str:
    return word.casefold().removeprefix("we ")


@pytest.mark.parametrize(
    "word", ["Not-for-profit", "not for profit", "Former MP", "UN agency", "Union", "Unknown", ""]
)
def test_a_word_for_what_is_followed_undoes_nothing(word: str) -> None:
    assert undone(word) == ""


def test_the_name_of_a_sheet_may_say_that_its_acts_are_over(tmp_path: Path) -> None:
    sheets = {"Following": [["Handle"], ["@rimu"]], "Unfollowed": [["Handle"], ["@kauri"]]}
    found = collect(tmp_path / "list.xlsx", workbook(**sheets))
    assert ids(found) == ["@rimu"]
    assert found.tallies[1].reported["a row that says unfollowed"] == 1


def test_each_kind_keeps_what_belongs_to_it(tmp_path: Path) -> None:
    status = "https://x.com/rimu/status/12"
    rows = [
        HEADING,
        ["like", "", "@kauri", status, "Kia ora", ""],
        ["repost", "", "", status, "", "https://news.example/a"],
        ["quote", "@totara", "", "", "", ""],
        ["link", "", "", status, "", "news.example/b"],
        ["post", "", "", status, "Ours", ""],
        ["follow", "@kauri", "", "", "", "https://news.example/c"],
    ]
    found = collect(tmp_path / "list.csv", table(rows))
    read = [
        (row["kind"], row["account_id"], row["url"])
        for row in found.interactions.astype(object).fillna("").to_dict("records")
    ]
    assert read == [
        ("like", "@kauri", ""),
        ("repost", "@rimu", ""),
        ("link", "", "https://news.example/a"),
        ("quote", "@totara", ""),
        ("link", "", "https://news.example/b"),
        ("post", "", ""),
        ("follow", "@kauri", ""),
    ]
    assert found.interactions["text"][0] == "Kia ora"
    assert set(found.coverage["status"]) == {"complete"}


def test_an_act_on_a_post_whose_author_is_not_named_is_unattributed(tmp_path: Path) -> None:
    rows = [HEADING, ["like", "", "", "https://x.com/i/web/status/12", "", ""]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert list(found.interactions["unknown_reason"]) == ["not_in_export"]
    assert found.coverage.set_index("kind")["unattributed"]["like"] == 1


def test_an_act_without_account_or_post_is_reported(tmp_path: Path) -> None:
    rows = [HEADING, ["like", "", "", "", "text", ""], ["link", "@kauri", "", "", "", ""]]
    found = collect(tmp_path / "list.csv", table([*rows, ["post", "", "", "", "Ours", ""]]))
    assert list(found.interactions["kind"]) == ["post"]
    assert covered(found, "like")[0] == covered(found, "link")[0] == "partial"
    assert covered(found, "follow")[0] == "not_attempted"


def test_only_the_kinds_asked_for_are_given(tmp_path: Path) -> None:
    rows = [HEADING, ["like", "@kauri", "", "", "", ""], ["follow", "@rimu", "", "", "", ""]]
    found = collect(tmp_path / "list.csv", table(rows), kinds=("follow",))
    assert ids(found) == ["@rimu"]
    assert list(found.coverage["kind"]) == ["follow"]
    assert "of a kind that the configuration does not ask for" in found.tallies[0].reported
