"""Reactions in the two forms that Facebook writes side by side."""

from typing import Any

import pytest

from connectors.collected import OwnAccount
from connectors.exports.facebook_reactions import IN_BOTH_FORMS, TWICE, Reactions, author_of
from connectors.exports.reading import NOT_A_RECORD
from connectors.records import Row
from tests.connectors import facebook_files as fb
from tests.connectors.contract import READ_AT
from tests.connectors.meta_files import outcomes

ACCOUNT = OwnAccount("facebook", "example_agency", "export", (), (), READ_AT)
TITLE = "Example Agency likes Kauri Party's post."


def read(*records: Any, some: int = 1) -> list[Row | str]:
    return outcomes(Reactions(ACCOUNT, "example_agency").react, ACCOUNT, records, some)


def only(record: Any) -> Row:
    (outcome,) = read(record)
    assert isinstance(outcome, dict)
    return outcome


def kept(outcomes: list[Row | str]) -> list[str]:
    return [one if isinstance(one, str) else "kept" for one in outcomes]


def test_a_title_gives_no_account_and_is_kept_to_read() -> None:
    row = only(fb.titled(TITLE, reaction="ANGER"))
    assert row["unknown_reason"] == "not_in_export"
    assert row["text"] == TITLE
    assert row["evidence"].endswith("(ANGER)")


def test_an_address_gives_the_account() -> None:
    row = only(fb.labelled(f"{fb.KAURI_POST}?fbclid=1", name="Kauri Party"))
    assert row["account_id"] == "kauriparty"
    assert row["post_url"] == fb.KAURI_POST
    assert row["text"] is None


def test_an_author_goes_before_the_place_of_the_post() -> None:
    row = only(fb.labelled("https://www.facebook.com/groups/1/posts/2", Name="Kauri", URL=fb.KAURI))
    assert row["account_id"] == "kauriparty"


def test_an_author_in_another_language() -> None:
    record = fb.labelled("https://www.facebook.com/groups/1/posts/2", Name="Kauri", URL=fb.KAURI)
    record["label_values"][-1]["title"] = "作成者"
    assert only(record)["account_id"] == "kauriparty"


def test_a_group_without_an_author_leaves_its_name_to_look_for() -> None:
    record = fb.labelled("https://www.facebook.com/groups/1/posts/2")
    record["label_values"].append({"title": "Group", "dict": [{"dict": [{"value": "Rimu"}]}]})
    row = only(record)
    assert row["unknown_reason"] == "not_in_export"
    assert row["text"] == "Rimu"


@pytest.mark.parametrize(
    ("address", "author"),
    [
        (fb.KAURI_POST, "kauriparty"),
        (
            "https://m.facebook.com/permalink.php?story_fbid=pfbid1&id=61550000000001",
            "61550000000001",
        ),
        ("https://www.facebook.com/61550000000001/videos/9", "61550000000001"),
        (f"{fb.KAURI_POST}?comment_id=77", None),
        ("https://www.facebook.com/groups/1/posts/2", None),
        ("https://www.facebook.com/photo.php?fbid=9", None),
        ("https://www.facebook.com/events////", None),
        ("https://news.example/kauri", None),
        ("", None),
    ],
)
def test_whose_post_an_address_leads_to(address: str, author: str | None) -> None:
    profile = author_of(address)
    assert (profile.account_id if profile else None) == author


def test_a_reaction_in_both_forms_counts_once_and_with_its_address() -> None:
    outcomes = read(
        fb.labelled(fb.KAURI_POST, fb.AT),
        fb.titled(TITLE, fb.AT + 1),
        fb.titled(TITLE, fb.AT + 2),
        fb.titled("Example Agency likes Rimu's post.", fb.AT - 1),
    )
    assert kept(outcomes) == ["kept", IN_BOTH_FORMS, "kept", "kept"]


@pytest.mark.parametrize(
    ("apart", "one"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_the_forms_may_be_a_second_apart(apart: int, *, one: bool) -> None:
    outcomes = read(fb.labelled(fb.KAURI_POST, fb.AT + apart), fb.titled(TITLE, fb.AT))
    assert kept(outcomes) == ["kept", IN_BOTH_FORMS if one else "kept"]


def test_each_reaction_is_the_other_form_of_one_alone() -> None:
    outcomes = read(
        fb.titled("Example Agency likes Rimu's post.", fb.AT),
        fb.labelled(fb.KAURI_POST, fb.AT, fbid="1"),
        fb.labelled(fb.KAURI_POST, fb.AT, fbid="2"),
    )
    assert kept(outcomes) == ["kept", IN_BOTH_FORMS, "kept"]


def test_overlapping_exports_give_each_reaction_once() -> None:
    one, two = fb.labelled(fb.KAURI_POST), fb.titled(TITLE, fb.AT + 60)
    assert kept(read(one, two, one, two)) == ["kept", "kept", TWICE, TWICE]


def test_reactions_read_together_are_read_as_one_by_one() -> None:
    records = [
        *(fb.labelled(fb.KAURI_POST), fb.titled(TITLE, fb.AT + 1), None, fb.titled(TITLE)),
        *(fb.labelled("", fb.AT + 9, name="Kauri"), fb.labelled(fb.KAURI_POST)),
    ]
    one, every = (
        [row for row in read(*records, some=some) if isinstance(row, dict)] for some in (1, 6)
    )
    numbers = ("1 (Like)", "4 (LIKE)", "5 (Like)")
    assert [row["evidence"] for row in every] == [f"a.json, record {number}" for number in numbers]
    assert [{**row, "evidence": ""} for row in one] == [{**row, "evidence": ""} for row in every]


def test_without_a_time_forms_are_not_paired() -> None:
    assert kept(read(fb.labelled(fb.KAURI_POST, None), fb.titled(TITLE, None))) == ["kept"] * 2


def test_labels_without_an_address() -> None:
    row = only({"timestamp": fb.AT, "label_values": [{"label": "Name", "value": "Rimu"}]})
    assert row["post_url"] is None
    assert row["text"] == "Rimu"


def test_labels_in_another_language() -> None:
    record = fb.labelled(fb.KAURI_POST)
    record["label_values"][0] = {"label": "リアクション", "value": "超いいね！"}
    assert only(record)["evidence"].endswith("(超いいね！)")


@pytest.mark.parametrize(
    "record", [None, 1, {}, {"timestamp": 1}, {"label_values": []}, {"data": [{"reaction": 1}]}]
)
def test_what_is_no_reaction(record: Any) -> None:
    assert kept(read(record)) == [NOT_A_RECORD]
