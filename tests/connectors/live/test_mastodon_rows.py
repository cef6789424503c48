"""Posts, likes, reposts and quotes of the fediverse, as servers give them."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.history import ACT_KEY
from connectors.archive import open_archive
from connectors.collected import Collected, OwnAccount
from connectors.exports import mastodon as export
from tests.connectors.contract import write_folder
from tests.connectors.live.mastodon_written import HANDLE, TOKEN, Server, of, reader, reblog, status
from tests.connectors.live.mastodon_written import account as somebody
from tests.connectors.live.reading import READ_AT, covered, kept_bytes, of_kind
from tests.connectors.mastodon_files import CSV_HEADER, actor, boost, likes, outbox, post
from tests.servers.local import serving

KEA = "kea@birds.example"
KEA_POST = "https://birds.example/users/kea/statuses/77"
LINK = '<p>See <a href="https://rimu.example/a?b=1&amp;c=2" rel="nofollow">rimu</a></p>'


def posts(tmp_path: Path, *statuses: Any, **lists: Any) -> Collected:
    with serving(Server(statuses=(list(statuses),), **lists).answer) as (address, _):
        return reader(address, tmp_path, TOKEN).read()


def acts(collected: Collected) -> list[tuple[str, str]]:
    rows = collected.interactions
    return [
        (kind, url if kind == "link" else text)
        for kind, url, text in zip(rows["kind"], rows["url"], rows["text"], strict=True)
    ]


def test_the_archive_and_the_server_give_the_same_acts(tmp_path: Path) -> None:
    """Else all would be new where an agency goes over from its archive to its token."""
    quoting = f'<p class="quote-inline">RE: <a href="{KEA_POST}">kea</a></p><p>Ae</p>'
    archive = write_folder(
        tmp_path / "archive",
        {
            "actor.json": actor(),
            "following_accounts.csv": (CSV_HEADER + f"{KEA},true,false,\n").encode(),
            "likes.json": likes(KEA_POST),
            "outbox.json": outbox(
                post(5, quoting, quote=KEA_POST),
                boost(4, KEA_POST, "https://birds.example/users/kea"),
                post(3, LINK, summary="Rimu"),
            ),
        },
    )
    ours = OwnAccount("mastodon", HANDLE, "export", (archive,), (), READ_AT)
    exported = export.read(open_archive([archive]), ours)
    quote = {"state": "accepted", "quoted_status": of(KEA, 77)}
    fetched = posts(
        tmp_path / "pages",
        status(5, quoting, quote=quote),
        reblog(4, of(KEA, 77)),
        status(3, LINK, spoiler_text="Rimu"),
        following=([somebody(KEA)],),
        favourites=([of(KEA, 77)],),
    )
    assert fetched.agency_account == exported.agency_account
    pd.testing.assert_frame_equal(sorted_acts(fetched), sorted_acts(exported))


def sorted_acts(collected: Collected) -> pd.DataFrame:
    columns = [*ACT_KEY, "happened_at", "unknown_reason"]
    return collected.interactions[columns].sort_values(
        ["kind", "post_id", "url"], ignore_index=True
    )


def test_a_repost_gives_the_links_of_the_original(tmp_path: Path) -> None:
    collected = posts(tmp_path, reblog(4, of(KEA, 77, LINK)))
    assert acts(collected) == [("repost", "See rimu"), ("link", "https://rimu.example/a?b=1&c=2")]
    assert set(collected.interactions["post_id"]) == {KEA_POST}
    (repost,) = of_kind(collected, "repost")
    assert (repost["account_id"], str(repost["happened_at"])) == (KEA, "2026-05-04 01:02:03+00:00")


def test_names_and_hashtags_are_no_links(tmp_path: Path) -> None:
    html = (
        '<p><a href="https://birds.example/@kea" class="u-url mention">@kea</a> '
        '<a href="https://home.example/tags/a" class="mention hashtag">#a</a> '
        '<a href="https://birds.example/@tui">@tui</a> <a href="https://x.example/t/b">#b</a></p>'
    )
    marks = {
        "mentions": [{"url": "https://birds.example/@tui", "acct": "tui@birds.example"}],
        "tags": [{"url": "https://x.example/t/b", "name": "b"}],
    }
    assert [kind for kind, _ in acts(posts(tmp_path, status(1, html, **marks)))] == ["post"]


@pytest.mark.parametrize(
    ("card", "links"),
    [
        (None, 1),
        ({"url": "https://www.rimu.example/other", "title": "Rimu"}, 1),
        ({"url": "https://kauri.example/where-it-led", "title": "Kauri"}, 2),
        ({"url": "", "title": ""}, 1),
    ],
)
def test_a_preview_tells_where_a_short_address_led(
    tmp_path: Path, card: dict[str, str] | None, links: int
) -> None:
    assert len(of_kind(posts(tmp_path, status(1, LINK, card=card)), "link")) == links


def test_replies_count_for_their_links_alone_and_threads_as_posts(tmp_path: Path) -> None:
    to_us = {"in_reply_to_id": "1", "in_reply_to_account_id": "1"}
    to_kea = {"in_reply_to_id": "9", "in_reply_to_account_id": "99"}
    collected = posts(
        tmp_path,
        status(4, "<p>Goes on</p>", **to_us),
        status(3, "<p>@kea See</p>", **to_us),
        status(2, LINK, **to_kea),
        status(1, "<p>Ae</p>", **to_kea),
    )
    assert acts(collected) == [("post", "Goes on"), ("link", "https://rimu.example/a?b=1&c=2")]
    assert collected.tallies[-1].reported == {"a reply without a link or quote": 2}


def test_what_not_everybody_may_see_is_not_read(tmp_path: Path) -> None:
    kinds = ("private", "direct", "local", "list")
    collected = posts(
        tmp_path, *(status(n + 1, LINK, visibility=one) for n, one in enumerate(kinds))
    )
    assert collected.interactions.empty
    assert collected.tallies[-1].reported == {"not public": 4}
    assert covered(collected, "post")["status"] == "complete"
    assert not any(b"rimu.example" in kept for kept in kept_bytes(tmp_path))


def test_the_words_of_a_liked_post_for_followers_alone_are_left_out(tmp_path: Path) -> None:
    hidden = of(KEA, 77, "<p>Between us</p>", visibility="private")
    collected = posts(tmp_path, favourites=([hidden, of(KEA, 78)],))
    rows = of_kind(collected, "like")
    assert [one["account_id"] for one in rows] == [KEA, KEA]
    assert (pd.isna(rows[0]["text"]), rows[1]["text"]) == (True, "Kia ora")
    assert "does not say when" in covered(collected, "like")["reason"]
    assert not any(b"Between us" in kept for kept in kept_bytes(tmp_path))


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        *((state, "not_permitted") for state in ("pending", "rejected", "revoked", "unauthorized")),
        ("deleted", "deleted"),
        ("of_tomorrow", "not_permitted"),
    ],
)
def test_a_quote_whose_post_is_kept_back_says_so(tmp_path: Path, state: str, reason: str) -> None:
    collected = posts(tmp_path, status(1, quote={"state": state, "quoted_status": None}))
    (row,) = of_kind(collected, "quote")
    assert (row["unknown_reason"], pd.isna(row["account_id"])) == (reason, True)
    assert covered(collected, "quote")["unattributed"] == 1


@pytest.mark.parametrize(
    "quote",
    [
        {"quote": {"state": "blocked_account", "quoted_status": of(KEA, 77)}},
        {"quote": of(KEA, 77)},  # Akkoma
        {"quote": None, "pleroma": {"quote": of(KEA, 77)}},
        {"pleroma": {"quote": None, "quote_url": KEA_POST}},
    ],
)
def test_relatives_give_quotes_in_their_own_ways(tmp_path: Path, quote: dict[str, object]) -> None:
    html = f'<p>Ae <a href="{KEA_POST}">RE</a></p>'
    collected = posts(tmp_path, status(1, html, **quote))
    (row,) = of_kind(collected, "quote")
    assert (row["account_id"], row["post_id"]) == (KEA, KEA_POST)
    assert not of_kind(collected, "link")


def test_the_page_of_what_is_quoted_is_no_link_though_it_be_at_another_host(tmp_path: Path) -> None:
    page = "https://social.birds.example/@kea/77"
    quote = {"state": "accepted", "quoted_status": of(KEA, 77, url=page)}
    collected = posts(tmp_path, status(1, f'<p>RE: <a href="{page}">kea</a></p>', quote=quote))
    assert [kind for kind, _ in acts(collected)] == ["post", "quote"]


def test_accounts_carry_what_the_server_says_of_them(tmp_path: Path) -> None:
    kea = somebody(KEA, note="<p>Bird of <b>the Alps</b></p>", followers_count=-1)
    bare = {"id": "3", "acct": "Tui", "username": "Tui", "url": None}  # as a poor relative
    moved = somebody("weka@birds.example", moved=somebody("weka@other.example"))
    table = posts(tmp_path, following=([kea, bare, moved],)).accounts.set_index("account_id")
    row = table.loc[KEA]
    assert (row["handle"], row["name"], row["description"]) == (KEA, "Kea", "Bird of the Alps")
    assert (row["url"], row["status"]) == ("https://birds.example/@kea", "active")
    assert pd.isna(row["followers"])
    assert str(row["last_post_at"]) == "2026-08-01 00:00:00+00:00"
    assert table.loc["tui@home.example", "handle"] == "Tui@home.example"
    assert table.loc["tui@home.example", "url"] == "https://home.example/@Tui"
    assert table.loc["weka@birds.example", "status"] == "moved"


KEYS = (
    *("id", "uri", "url", "acct", "account", "reblog", "quote", "quoted_status", "state", "card"),
    *("content", "visibility", "created_at", "in_reply_to_id", "mentions", "tags", "pleroma"),
    *("moved", "suspended", "note", "followers_count", "spoiler_text", "quote_url"),
)
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=9)
TEXTS = st.sampled_from(
    ["public", "https://a.example/1", "https://[", "kea@b.example", "<p>x", "@"]
)
SHAPED = st.recursive(
    LEAVES | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=8)
    ),
    max_leaves=20,
)
STATUSES = st.fixed_dictionaries(
    {"uri": st.just("https://a.example/users/kea/statuses/1"), "visibility": st.just("public")},
    optional={key: SHAPED for key in KEYS if key not in ("uri", "visibility")},
)


@settings(max_examples=25)
@given(items=st.lists(STATUSES | SHAPED, max_size=5))
def test_any_json_gives_valid_frames_and_every_item_is_counted(
    tmp_path_factory: pytest.TempPathFactory, items: list[Any]
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    collected = posts(folder, *items, favourites=(items,), following=(items,))
    distinct = {str(one.get("id")) if isinstance(one, dict) else repr(one)[:200] for one in items}
    assert [one.records for one in collected.tallies] == [len(distinct)] * 3
