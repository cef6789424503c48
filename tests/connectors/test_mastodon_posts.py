from typing import Any

import pandas as pd
import pytest

from connectors.collected import OwnAccount
from connectors.columns import Interpret, gather
from connectors.exports.mastodon_known import Known
from connectors.exports.mastodon_posts import Posts
from tests.connectors.contract import READ_AT
from tests.connectors.mastodon_files import HOME, KAURI_POST, PUBLIC, activity, boost, post

KAURI = "https://birds.example/users/Kauri"
OURS = OwnAccount("mastodon", "agency@home.example", "export", (), (), READ_AT)


def read(record: Any) -> Any:
    return given(record, Posts(OURS, "agency@home.example", Known()).activities)


def like(record: Any) -> Any:
    return given(record, Posts(OURS, "agency@home.example", Known()).likes)


def given(record: Any, interpret: Interpret) -> Any:
    """Give the rows of a record, each with what is filled in and its post, or why it has none."""
    gathered = gather("a.json", "a.json, record", [[record]], interpret, OURS)
    if gathered.interactions.empty:
        (reason,) = gathered.tally.reported
        return reason
    rows = gathered.interactions.astype(object).to_dict("records")
    always = ("post_id", "post_url", "unknown_reason")
    return [
        {
            name: None if pd.isna(value) else value
            for name, value in row.items()
            if name in always or not pd.isna(value)
        }
        for row in rows
    ]


@pytest.mark.parametrize(
    ("uri", "account_id"),
    [
        (KAURI_POST, "kauri@birds.example"),
        ("https://birds.example/@Kauri/12", "kauri@birds.example"),
        ("https://pix.example/p/Kauri/12", "kauri@pix.example"),
        ("https://tube.example/accounts/Kauri", "kauri@tube.example"),
        ("https://mi.example/notes/9x3k", None),
        ("https://akko.example/objects/0b8d-11", None),
        ("https://tube.example/videos/watch/0b8d-11", None),
        ("https://ap.example/ap/users/987/statuses/1", None),
    ],
)
def test_the_author_of_a_liked_post_is_read_from_its_address(
    uri: str, account_id: str | None
) -> None:
    (row,) = like(uri)
    assert row.get("account_id") == account_id
    assert row.get("unknown_reason") == (None if account_id else "not_in_export")
    assert row["post_id"] == uri


@pytest.mark.parametrize(
    ("uri", "author", "account_id"),
    [
        (KAURI_POST, KAURI, "kauri@birds.example"),
        (
            "https://akko.example/objects/1",
            "https://akko.example/users/Kauri",
            "kauri@akko.example",
        ),
        ("https://mi.example/notes/9x", "https://mi.example/users/9abc", None),
        ("https://ap.example/ap/users/1/statuses/1", "https://ap.example/ap/users/1", None),
    ],
)
def test_a_boost_is_a_repost_of_its_author(uri: str, author: str, account_id: str | None) -> None:
    (row,) = read(boost(2, uri, author))
    assert (row["kind"], row.get("account_id"), row["post_id"]) == ("repost", account_id, uri)
    assert row["happened_at"].isoformat() == "2026-05-02T01:02:03+00:00"


def test_a_boost_of_an_own_post_that_is_inlined_names_us() -> None:
    inlined = {"id": f"{HOME}/statuses/1", "attributedTo": HOME, "content": "<p>x</p>"}
    (row,) = read(boost(4, inlined, HOME))
    assert row["account_id"] == "agency@home.example"


@pytest.mark.parametrize("to", [[], [f"{HOME}/followers"], None, f"{HOME}/followers"])
def test_what_not_everybody_may_see_is_reported(to: Any) -> None:
    hidden = {**post(1), "to": to, "cc": []}
    assert read(hidden) == "not public"
    assert read(boost(2, KAURI_POST, KAURI, to=to)) == "not public"


@pytest.mark.parametrize("named", [PUBLIC, [PUBLIC], "as:Public"])
def test_public_may_stand_in_to_or_cc_as_text_or_list(named: Any) -> None:
    assert isinstance(read({**post(1), "to": [], "cc": named}), list)
    assert isinstance(read({**post(1), "to": named, "cc": None}), list)


def test_a_post_gives_text_and_links_without_mentions_and_tags() -> None:
    content = (
        '<p>One<br>two <a href="https://a.example/x?b=1&amp;c=2"><span class="invisible">https://'
        '</span>a.example</a> <a href="https://home.example/tags/nz" class="mention hashtag" '
        'rel="tag">#nz</a></p><p><a href="https://birds.example/@jo" class="u-url mention">@jo</a>'
        '<a href="https://a.example/x?b=1&amp;c=2">again</a></p>'
    )
    card = [{"type": "Link", "href": "https://news.example/story"}, {"type": "Image"}, "odd"]
    ours, *links = read(post(1, content, attachment=card, summary="Warning"))
    assert ours["text"] == "Warning\nOne\ntwo https://a.example #nz\n@joagain"
    assert ours["post_url"] == "https://home.example/@agency/1"
    assert [row["url"] for row in links] == [
        "https://a.example/x?b=1&c=2",
        "https://news.example/story",
    ]


@pytest.mark.parametrize("field", ["quote", "quoteUri", "_misskey_quote"])
def test_a_quote_names_the_author_of_the_post_quoted(field: str) -> None:
    ours, quote = read(post(5, **{field: KAURI_POST}))
    assert (ours["kind"], quote["kind"]) == ("post", "quote")
    assert (quote["account_id"], quote["post_id"]) == ("kauri@birds.example", KAURI_POST)


def test_a_quote_of_a_post_that_is_gone_says_so() -> None:
    _, quote = read(post(7, quote={"type": "Tombstone"}))
    assert (quote.get("account_id"), quote["unknown_reason"]) == (None, "deleted")
    assert quote["post_id"] is None


def test_a_quote_that_is_inlined_names_its_author_and_one_refused_none() -> None:
    inlined = {"type": "Note", "id": "https://akko.example/objects/1", "attributedTo": KAURI}
    _, quote = read(post(5, quote=inlined))
    assert (quote["account_id"], quote["post_id"]) == ("kauri@birds.example", inlined["id"])
    _, gone = read(post(5, quote={"type": "Tombstone", "id": KAURI_POST}))
    assert (gone.get("account_id"), gone["unknown_reason"]) == (None, "deleted")


def test_the_leave_to_quote_names_the_author_where_the_post_does_not() -> None:
    leave = "https://akko.example/users/Kauri/quote_authorizations/7"
    uri = "https://akko.example/objects/1"
    _, quote = read(post(5, quote=uri, quoteUri=uri, quoteAuthorization=leave))
    assert quote["account_id"] == "kauri@akko.example"


@pytest.mark.parametrize(
    "address", [KAURI_POST, "https://birds.example/@Kauri/998877", f"{KAURI_POST}/"]
)
def test_the_address_of_a_quoted_post_in_the_text_is_no_link_besides(address: str) -> None:
    link = '<a href="https://a.example/">a</a>'
    html = f'<p class="quote-inline">RE: <a href="{address}">{address}</a></p><p>{link}</p>'
    rows = read(post(5, html, quote=KAURI_POST))
    assert [(row["kind"], row.get("url")) for row in rows] == [
        ("post", None),
        ("link", "https://a.example/"),
        ("quote", None),
    ]
    assert [row["kind"] for row in read(post(5, html))] == ["post", "link", "link"]


def test_a_boost_by_pleroma_names_the_author_in_to() -> None:
    to = [f"{HOME}/followers", "https://akko.example/users/Kauri"]
    (row,) = read(boost(2, "https://akko.example/objects/1", PUBLIC, to=to))
    assert row["account_id"] == "kauri@akko.example"


def test_a_reply_to_oneself_goes_on_a_thread_and_is_a_post() -> None:
    own = f"{HOME}/statuses/1"
    assert [row["kind"] for row in read(post(2, inReplyTo=own))] == ["post"]
    talk = '<p><a href="https://birds.example/@jo" class="u-url mention">@jo</a> and more</p>'
    assert read(post(3, talk, inReplyTo=own)) == "a reply without a link or quote"
    assert read(post(4, inReplyTo="https://mi.example/notes/9x")) == (
        "a reply without a link or quote"
    )


def test_a_poll_is_a_post_by_its_question() -> None:
    choices = [{"type": "Note", "name": "Kea"}, {"type": "Note", "name": "Tūī"}]
    (ours,) = read(post(6, "<p>Which bird?</p>", type="Question", oneOf=choices))
    assert (ours["kind"], ours["text"]) == ("post", "Which bird?")


def test_a_reply_counts_for_its_links_and_quotes_alone() -> None:
    link = '<a href="https://a.example/">a</a>'
    assert read(post(1, inReplyTo=KAURI_POST)) == "a reply without a link or quote"
    assert [row["kind"] for row in read(post(1, link, inReplyTo=KAURI_POST))] == ["link"]


@pytest.mark.parametrize(
    "record",
    [
        None,
        "text",
        [],
        activity(1, "Move", "x"),
        activity(1, "Create", "x"),
        activity(1, "Announce", 5),
    ],
)
def test_what_is_not_understood_is_reported_with_a_reason(record: Any) -> None:
    assert isinstance(read(record), str)


@pytest.mark.parametrize("record", [None, "text", 5, {}, {"id": None}, "at://did:plc:a/b/c"])
def test_a_like_of_no_web_address_is_reported(record: Any) -> None:
    assert isinstance(like(record), str)


@pytest.mark.parametrize(
    ("uri", "page"),
    [
        ("https://birds.example/users/Kauri/statuses/12", "https://birds.example/@Kauri/12"),
        ("https://birds.example/users/Kauri/statuses/01HZ", None),
        ("https://birds.example/users/Kauri/statuses/12/activity", None),
        ("https://ap.example/ap/users/987/statuses/1", None),
        ("https://mi.example/notes/9x3k", None),
    ],
)
def test_a_post_of_mastodons_is_linked_where_people_read_it(uri: str, page: str | None) -> None:
    (row,) = like(uri)
    assert row["post_id"] == uri
    assert row["post_url"] == (page or uri)
