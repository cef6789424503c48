"""Single records of Instagram and Threads: each shape that Meta has written."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors import columns
from connectors.collected import OwnAccount
from connectors.exports import instagram_likes, instagram_posts, meta_follows
from connectors.exports.instagram_follows import Follows
from connectors.exports.instagram_likes import Likes
from connectors.exports.instagram_posts import Posts
from connectors.exports.meta_json import epoch
from connectors.exports.reading import NOT_A_RECORD
from connectors.records import Row
from tests.connectors import instagram_files as ig
from tests.connectors.contract import READ_AT
from tests.connectors.meta_files import outcomes

USERNAMES = st.from_regex(r"[a-z0-9_.]{1,30}", fullmatch=True)


def account(platform: str = "instagram") -> OwnAccount:
    return OwnAccount(platform, "example_agency", "export", (), (), READ_AT)


def follow(record: Any, platform: str = "instagram") -> Row:
    rows = Follows(account(platform), "@example_agency").follow(record, "following.json, record 1")
    assert isinstance(rows, list)
    return rows[0]


def acts(interpret: columns.Interpret, *records: Any) -> list[Row | str]:
    return outcomes(interpret, account(), records)


def like(record: Any, platform: str = "instagram") -> Row:
    return only(Likes(account(platform), "@example_agency").like, record)


def only(interpret: columns.Interpret, record: Any) -> Row:
    (row,) = acts(interpret, record)
    assert isinstance(row, dict)
    return row


@given(name=USERNAMES)
def test_follows_of_every_year_name_the_same_account(name: str) -> None:
    labelled = {
        "timestamp": ig.AT,
        "label_values": [
            {"label": "URL", "value": ""},
            {"label": "Naam", "value": "Kauri"},
            {"label": "Gebruikersnaam", "value": name},
        ],
    }
    for record in (
        ig.old_follow(name),
        ig.new_follow(name),
        labelled,
        {"title": name, "string_list_data": []},
    ):
        row = follow(record)
        assert row["account_id"] == f"@{name}"
        assert row["happened_at"] == (
            epoch(ig.AT) if record.get("string_list_data") != [] else None
        )


def test_the_address_alone_names_an_account() -> None:
    assert follow(ig.listed(href="https://www.instagram.com/_u/kauri/"))["account_id"] == "@kauri"
    threads = follow(ig.listed(href="https://www.threads.com/kauri"), "threads")
    assert threads["account_id"] == "@kauri"


def test_the_title_beside_a_value_is_a_name() -> None:
    follows = Follows(account("threads"), "@us")
    record = ig.listed("Kauri Pāti", href="https://www.threads.net/@kauri", value="Kauri")
    assert isinstance(follows.follow(record, "a, record 1"), list)
    assert follows.names == {"@kauri": "Kauri Pāti"}
    assert follows.profiles["@kauri"].handle == "Kauri"


def test_a_name_that_is_no_username_stays_without_an_account() -> None:
    row = follow(ig.listed("Te Pāti Tauira"))
    assert row["text"] == "Te Pāti Tauira"
    assert row["unknown_reason"] == "not_in_export"


@pytest.mark.parametrize("record", [{"title": "", "string_list_data": []}, ig.listed()])
def test_a_line_that_names_nobody_is_reported(record: Any) -> None:
    follows = Follows(account(), "@us")
    assert follows.follow(record, "a, record 1") == meta_follows.NO_NAME


def test_a_later_unfollowing_undoes_a_follow_and_an_earlier_does_not() -> None:
    follows = Follows(account(), "@us")
    follows.unfollow(ig.old_follow("kauri", ig.AT + 5), "")
    follows.unfollow(ig.old_follow("kauri", ig.AT - 5), "")
    follows.unfollow(ig.old_follow("rimu", ig.AT - 5), "")
    assert follows.follow(ig.new_follow("kauri"), "a") == meta_follows.UNFOLLOWED
    assert isinstance(follows.follow(ig.new_follow("rimu"), "a"), list)
    assert follows.follow(ig.old_follow("RIMU"), "a") == meta_follows.TWICE


@given(
    labels=st.tuples(*[st.sampled_from(["Owner", "Auteur", "Naam", "Name", "名前", "Ingoa"])] * 2),
    name=st.text(max_size=10),
    username=USERNAMES,
)
def test_the_owner_of_a_liked_post_is_told_in_every_language(
    labels: tuple[str, str], name: str, username: str
) -> None:
    group = ig.owner_group(name, username, (labels[0], labels[1], "Gebruikersnaam"))
    tags = ig.hashtags("pōti", "tauira", label="Naam", title="Hekje")
    lines = [{"label": "Plaats", "value": "totara"}, {"label": "Adres", "value": "rimu"}]
    place = {"title": "Locatie", "dict": [{"dict": lines, "title": ""}]}
    row = like(ig.new_like(tags, place, group, caption="He pānui"))
    assert row["account_id"] == f"@{username}"
    assert row["post_url"] == ig.KAURI_POST
    assert row["text"] == "He pānui"
    assert row["happened_at"] == epoch(ig.AT)


def test_a_post_without_an_owner_is_nobodys() -> None:
    row = like(ig.new_like(ig.hashtags("kauri", "rimu")))
    assert row["account_id"] is None
    assert row["unknown_reason"] == "not_in_export"
    half = ig.new_like(
        {"title": "Owner", "dict": [{"dict": [{"label": "Name", "value": "kauri"}]}]}
    )
    assert like(half)["account_id"] is None


def test_likes_before_2026() -> None:
    row = like(ig.old_like("Kauri.Party", f"{ig.KAURI_POST}?igsh=x"))
    assert (row["account_id"], row["post_url"], row["text"]) == (
        "@kauri.party",
        ig.KAURI_POST,
        None,
    )
    values = {
        "Auteur": {"value": "kauri"},
        "Tijd": {"timestamp": ig.AT},
        "URL": {"href": ig.KAURI_POST},
    }
    mapped = like({"string_map_data": values})
    assert (mapped["account_id"], mapped["happened_at"]) == ("@kauri", epoch(ig.AT))
    assert mapped["post_url"] == ig.KAURI_POST


def test_a_liked_thread_says_its_author_in_its_address() -> None:
    address = "https://www.threads.com/@river.otter/post/DAbCdEfGhIj"
    assert like(ig.old_like("", address), "threads")["account_id"] == "@river.otter"
    assert like(ig.old_like("Otter", address), "threads")["account_id"] == "@river.otter"


def test_likes_of_one_account_may_stand_together() -> None:
    record = {
        "title": "kauri",
        "string_list_data": [{"timestamp": ig.AT}, {"timestamp": ig.AT + 9}],
    }
    rows = acts(Likes(account(), "@us").story, record)
    assert [(row["happened_at"], row["evidence"]) for row in rows if isinstance(row, dict)] == [
        (epoch(ig.AT), "a.json, record 1 (story)"),
        (epoch(ig.AT + 9), "a.json, record 1 (story)"),
    ]


def test_likes_count_once_and_those_of_comments_not_at_all() -> None:
    likes = Likes(account(), "@us")
    records = [ig.old_like("kauri"), ig.old_like("kauri"), ig.old_like("kauri", at=ig.AT + 1)]
    outcomes = acts(likes.like, *records)
    assert [isinstance(one, dict) for one in outcomes] == [True, False, True]
    assert outcomes[1] == instagram_likes.TWICE
    assert acts(likes.comment, ig.old_like("kauri")) == [instagram_likes.OF_A_COMMENT]


LIKES = (
    *(ig.new_like(ig.owner_group("Kauri", "kauri"), caption="He pānui"), ig.new_like()),
    *(ig.old_like("kauri"), ig.old_like("rimu", at=None), ig.listed(at=None), None),
    {"title": "kauri", "string_list_data": [{"timestamp": ig.AT}, {"timestamp": None}]},
)


def _of_acts(found: list[Row | str]) -> list[tuple[Any, ...]]:
    told = ("account_id", "unknown_reason", "post_url", "text", "happened_at")
    return [tuple(row[name] for name in told) for row in found if isinstance(row, dict)]


@given(st.lists(st.sampled_from(LIKES), max_size=8))
def test_how_many_likes_come_at_a_time_makes_no_difference(records: list[Any]) -> None:
    one = outcomes(Likes(account(), "@us").like, account(), tuple(records))
    every = outcomes(Likes(account(), "@us").like, account(), tuple(records), len(records) or 1)
    assert _of_acts(one) == _of_acts(every)
    assert {row for row in one if isinstance(row, str)} == {
        row for row in every if isinstance(row, str)
    }


def test_a_like_of_nobody_knows_whom_stays_and_a_line_without_anything_does_not() -> None:
    row = like(ig.listed(value=ig.THUMB))
    assert (row["happened_at"], row["unknown_reason"]) == (epoch(ig.AT), "not_in_export")
    nothing = acts(Likes(account(), "@us").like, ig.listed(at=None, value=ig.THUMB))
    assert nothing == [instagram_likes.NOTHING_NAMED]


def reposted(record: Any) -> Row:
    return only(Likes(account(), "@us").repost, record)


def test_a_repost_names_the_post_and_its_owner() -> None:
    tags = ig.hashtags("pōti")
    row = reposted(ig.repost(tags, ig.owner_group("Kauri", "kauri"), caption="He pānui"))
    assert (row["kind"], row["account_id"], row["post_url"]) == ("repost", "@kauri", ig.KAURI_POST)
    assert (row["text"], row["happened_at"]) == ("He pānui", epoch(ig.AT))


def test_whose_post_an_older_repost_was_is_not_guessed() -> None:
    values = {"Text": {"href": ig.KAURI_POST, "value": "kauri", "timestamp": ig.AT}}
    row = reposted({"title": "example_agency", "string_map_data": values})
    assert row["unknown_reason"] == "not_in_export"
    assert row["post_url"] == ig.KAURI_POST


def posted(*records: Any) -> list[Row | str]:
    return acts(Posts(account("threads"), "@us").post, *records)


def test_a_caption_stands_inside_or_outside() -> None:
    rows = posted(ig.post("Pānui"), ig.carousel("Tāmaki", ig.AT + 5), ig.story("", ig.AT + 9))
    assert [row["text"] for row in rows if isinstance(row, dict)] == ["Pānui", "Tāmaki", None]
    assert [row["happened_at"] for row in rows if isinstance(row, dict)] == [
        epoch(ig.AT),
        epoch(ig.AT + 5),
        epoch(ig.AT + 9),
    ]


def test_stories_of_one_second_are_two_and_the_same_story_is_one() -> None:
    rows = posted(ig.story(), ig.story(uri="media/stories/b.jpg"), ig.story())
    assert [isinstance(row, dict) for row in rows] == [True, True, False]
    assert rows[2] == instagram_posts.TWICE


def test_of_a_reply_the_links_alone_count() -> None:
    rows = posted(
        ig.thread("Ae", reply=True),
        ig.thread("See https://news.example/a.", reply=True),
        ig.thread("Kia ora https://news.example/b"),
    )
    assert rows[0] == instagram_posts.REPLY
    assert [(row["kind"], row.get("url")) for row in rows[1:] if isinstance(row, dict)] == [
        ("link", "https://news.example/a"),
        ("post", None),
        ("link", "https://news.example/b"),
    ]


@pytest.mark.parametrize("record", [None, [], "text", 7, {}, {"other": 1}])
def test_what_is_no_record_is_reported(record: Any) -> None:
    likes = Likes(account(), "@us")
    follows = Follows(account(), "@us")
    for read in (likes.like, likes.story, likes.comment, likes.repost):
        assert acts(read, record) == [NOT_A_RECORD]
    assert follows.follow(record, "a") == follows.unfollow(record, "a") == NOT_A_RECORD
    assert posted(record) == [NOT_A_RECORD]
