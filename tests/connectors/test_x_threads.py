"""Threads, talks, polls, and the versions of a post that was edited."""

from pathlib import Path
from typing import Any

import pytest

from tests.connectors.test_x_archive import collect_posts, cover, rows
from tests.connectors.x_files import KEA, OWN_HANDLE, OWN_ID, mention, post

TO_US: dict[str, Any] = {"in_reply_to_status_id_str": "1", "in_reply_to_user_id_str": OWN_ID}


@pytest.mark.parametrize(
    "reply",
    [
        {**TO_US, "in_reply_to_screen_name": OWN_HANDLE},
        {"in_reply_to_status_id": "1", "in_reply_to_user_id": OWN_ID},
        {"in_reply_to_status_id": "1", "in_reply_to_screen_name": OWN_HANDLE.upper()},
    ],
)
def test_a_reply_to_oneself_goes_on_a_thread_and_is_a_post(
    tmp_path: Path, reply: dict[str, Any]
) -> None:
    collected = collect_posts(
        tmp_path,
        post("1", "One of three", conversation_id_str="1"),
        post("2", "Two https://t.co/0", urls=("https://agency.example/",), **reply),
        post("3", f"@{OWN_HANDLE} Three", **reply),
    )
    assert list(rows(collected, "post")["post_id"]) == ["1", "2", "3"]
    assert list(rows(collected, "link")["post_id"]) == ["2"]


def test_a_reply_to_oneself_that_names_another_first_goes_on_a_talk(tmp_path: Path) -> None:
    talk = post("2", "@kea_news And one more thing", mentions=(mention(KEA, 0),), **TO_US)
    collected = collect_posts(tmp_path, talk)
    assert len(rows(collected, "post")) == 0
    assert dict(collected.tallies[0].reported) == {"reply without a link or quote": 1}


@pytest.mark.parametrize(
    "reply",
    [
        {"in_reply_to_user_id_str": "222"},
        {"in_reply_to_screen_name": "kea_news"},
        {"in_reply_to_status_id_str": "99"},
        {"in_reply_to_user_id_str": "222", "in_reply_to_screen_name": OWN_HANDLE},
    ],
)
def test_a_reply_to_another_is_no_post(tmp_path: Path, reply: dict[str, Any]) -> None:
    collected = collect_posts(tmp_path, post("2", "Thank you", **reply))
    assert len(collected.interactions) == 0


def initial(*versions: str) -> dict[str, Any]:
    return {"initial": {"editTweetIds": list(versions), "editsRemaining": "5"}}


def edited(*versions: str) -> dict[str, Any]:
    control = {"editTweetIds": list(versions), "isEditEligible": True}
    return {"edit": {"initialTweetId": versions[0], "editControlInitial": control}}


def test_only_the_last_version_of_an_edited_post_counts(tmp_path: Path) -> None:
    url = ("https://agency.example/",)
    collected = collect_posts(
        tmp_path,
        post("12", "Final", url, edit_info=edited("10", "11", "12")),
        post("10", "Frist", url, edit_info=initial("10", "11", "12")),
        post("11", "First", url, edit_info=edited("10", "11", "12")),
        post("20", "Never edited", edit_info=initial("20")),
    )
    assert list(rows(collected, "post")["text"]) == ["Final", "Never edited"]
    assert list(rows(collected, "link")["post_id"]) == ["12"]
    assert dict(collected.tallies[0].reported) == {"an older version of an edited post": 2}
    assert cover(collected, "post")["status"] == "complete"


@pytest.mark.parametrize(
    "info",
    [
        None,
        5,
        {"initial": None},
        {"initial": {"editTweetIds": "12"}},
        {"initial": {"editTweetIds": [None, "-1", "x", {}]}},
        {"edit": {"x": 1}},
    ],
)
def test_an_odd_note_of_edits_keeps_the_post(tmp_path: Path, info: Any) -> None:
    assert len(rows(collect_posts(tmp_path, post("7", "Hello", edit_info=info)), "post")) == 1


def test_a_poll_is_a_post_by_its_question_alone(tmp_path: Path) -> None:
    # The archive holds neither the choices nor a mark: the question stands as any other text.
    collected = collect_posts(tmp_path, post("7", "Which bird of the year? Kea or kākāpō"))
    assert list(rows(collected, "post")["text"]) == ["Which bird of the year? Kea or kākāpō"]


def test_a_repost_that_is_cut_short_is_counted_with_the_links_it_may_have_lost(
    tmp_path: Path,
) -> None:
    collected = collect_posts(
        tmp_path,
        post("1", "RT @kea_news: A long story about the river…", mentions=(mention(KEA, 3),)),
        post("2", "RT @kea_news: A short one", mentions=(mention(KEA, 3),)),
    )
    assert list(rows(collected, "repost")["account_id"]) == [KEA[0], KEA[0]]
    assert cover(collected, "link")["status"] == "partial"
    assert "1 of 2 reposts are cut short" in cover(collected, "link")["reason"]
    assert cover(collected, "repost")["status"] == "complete"
