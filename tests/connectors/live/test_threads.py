"""Threads read from its interface: posts, what they pass on, and whose that is where it is told."""

from pathlib import Path

import pytest

from connectors.errors import AuthError
from connectors.live.registry import LIVE
from connectors.live.threads import CONNECTOR
from tests.connectors.live.reading import Reader, covered, of_kind
from tests.servers.graph.server import Graph, error, graph
from tests.servers.threads.server import post, repost, threads

TOKEN = "THAA-planted"  # noqa: S105 - planted to be looked for
POSTS = [
    repost(9, "501"),
    repost(8, "502"),
    repost(7, "503"),
    post(6, is_quote_post=True, quoted_post={"id": "504"}, text="Well said"),
    post(
        5, text="Read https://rimu.example/a?igsh=x", link_attachment_url="https://rimu.example/a"
    ),
    *(post(number) for number in range(4, -230, -1)),
]
AUTHORS = {"501": "rimu.tauira", "502": None, "503": "kauri.tauira", "504": "totara"}


def reader(fake_at: str, tmp_path: Path, token: str = TOKEN) -> Reader:
    return Reader(CONNECTOR, "kauri.tauira", fake_at, token, tmp_path / "pages")


def test_posts_reposts_quotes_and_links(tmp_path: Path) -> None:
    fake = threads(TOKEN, POSTS, AUTHORS)
    with graph(fake) as (address, _):
        collected = reader(address, tmp_path).read()
    assert LIVE["threads"] is CONNECTOR
    assert collected.agency_account == "@kauri.tauira"
    assert len(of_kind(collected, "post")) == len(POSTS) - 3
    first, hidden = of_kind(collected, "repost")
    assert (first["account_id"], first["post_id"]) == ("@rimu.tauira", "501")
    assert hidden["unknown_reason"] == "withheld"
    (quote,) = of_kind(collected, "quote")
    assert (quote["account_id"], quote["text"]) == ("@totara", "Well said")
    assert [row["url"] for row in of_kind(collected, "link")] == ["https://rimu.example/a"]
    (tally,) = collected.tallies
    assert tally.reported == {"a repost of our own post": 1}
    # 1 account, 3 pages, 4 posts passed on
    assert len(fake.calls) == 1 + 3 + 4
    assert set(collected.accounts["account_id"]) == {"@rimu.tauira", "@totara"}


def test_follows_and_likes_say_what_to_order(tmp_path: Path) -> None:
    with graph(threads(TOKEN, [], {})) as (address, _):
        collected = reader(address, tmp_path).read()
    for kind in ("follow", "like"):
        row = covered(collected, kind)
        assert row["status"] == "unavailable"
        assert "Order" in row["reason"] or "order" in row["reason"]
    assert covered(collected, "post")["status"] == "complete"


@pytest.mark.parametrize("refused", [(100, 33), (10, 0)])
def test_a_token_that_sees_no_posts_of_others_does_not_ask_for_all(
    tmp_path: Path, refused: tuple[int, int]
) -> None:
    fake = threads(TOKEN, [repost(n, str(500 + n)) for n in range(40)], {})
    fake.hidden = refused
    with graph(fake) as (address, _):
        one = reader(address, tmp_path)
        asking = one.asking
        collected = CONNECTOR.read(one.account, asking)
    assert asking.stops == []  # going on would not help
    assert len(fake.calls) == 1 + 1 + 5
    row = covered(collected, "repost")
    assert (row["fetched"], row["unattributed"]) == (40, 40)
    assert "shows this token no posts of others" in row["reason"]


def test_a_second_run_asks_for_what_is_new(tmp_path: Path) -> None:
    fake = threads(TOKEN, POSTS, AUTHORS)
    with graph(fake) as (address, _):
        one = reader(address, tmp_path)
        one.read()
        before = len(fake.calls)
        fake.edges = {name: [post(99), *posts] for name, posts in fake.edges.items()}
        one.last, one.folder = one.folder, tmp_path / "second"
        again = one.read()
    assert len(of_kind(again, "post")) == len(POSTS) - 2
    assert len(fake.calls) - before == 2
    assert [row["account_id"] for row in of_kind(again, "quote")] == ["@totara"]


def test_a_full_page_without_next_is_not_taken_for_the_end(tmp_path: Path) -> None:
    fake = threads(TOKEN, POSTS, AUTHORS)
    whole = fake.answer

    def without_next(asked, _):
        fake.instead = lambda *_: None
        reply = whole(asked)
        fake.instead = without_next
        at = reply.body.find(b', "next": "')
        end = reply.body.find(b'"', at + 11)
        return reply if at < 0 else type(reply)(reply.body[:at] + reply.body[end + 1 :], 200)

    fake.instead = without_next
    with graph(fake) as (address, _):
        assert len(of_kind(reader(address, tmp_path).read(), "post")) == len(POSTS) - 3


@pytest.mark.parametrize(("ends", "year"), [(1_798_761_600, 2027), (0, None)])
def test_a_probe_tells_when_the_token_ends(tmp_path: Path, ends: int, year: int | None) -> None:
    fake = threads(TOKEN, [], {})
    fake.ends = ends
    with graph(fake) as (address, _):
        one = reader(address, tmp_path)
        probed = CONNECTOR.probe(one.account, one.asking)
    assert (probed.account_id, probed.handle) == ("@kauri.tauira", "kauri.tauira")
    assert (probed.expires.year if probed.expires else None) == year
    assert any("60 days" in note for note in probed.notes) == (year is None)


def test_the_token_of_another_account_is_refused(tmp_path: Path) -> None:
    with graph(threads(TOKEN, [], {})) as (address, _):
        one = reader(address, tmp_path)
        one.handle = "rimu.tauira"
        with pytest.raises(AuthError, match=r"@kauri\.tauira"):
            one.read()


def test_a_token_that_ended_is_told(tmp_path: Path) -> None:
    fake: Graph = threads(TOKEN, [], {})
    fake.instead = lambda *_: error(190, 463, 401)
    with graph(fake) as (address, _):
        one = reader(address, tmp_path)
        with pytest.raises(AuthError, match="has expired"):
            one.read()
        with pytest.raises(AuthError, match="has expired"):
            CONNECTOR.probe(one.account, one.asking)
