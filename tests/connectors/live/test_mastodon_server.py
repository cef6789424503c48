"""Mastodon, against a stateful server that was not written for this connector."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from connectors.errors import AuthError
from connectors.live.mastodon import CONNECTOR
from tests.connectors.live.reading import Reader, covered, of_kind
from tests.servers.mastodon.running import MastodonServer

pytestmark = pytest.mark.slow
TOKEN = "planted-mastodon-secret"  # noqa: S105 - planted to be looked for
US, KEA, TUI = "tauira", "kea@kea.example", "tui"
PAGES = ("following", "favourites", "statuses")
LINK = '<p>See <a href="https://rimu.example/news?a=1">rimu</a></p>'


@pytest.fixture
def reader(mastodon_server: MastodonServer, tmp_path: Path) -> Reader:
    return Reader(
        CONNECTOR, f"{US}@{mastodon_server.domain}", mastodon_server.address, "", tmp_path
    )


def people(many: int = 0) -> list[dict[str, str]]:
    others = [{"acct": f"a{number}@many.example"} for number in range(many)]
    ours = {"acct": US, "token": TOKEN}
    return [ours, {"acct": KEA, "name": "Kea"}, {"acct": TUI, "token": "of-tui"}, *others]


def posts() -> list[dict[str, str]]:
    return [
        {"of": KEA, "ref": "kea", "at": "2026-08-01T09:00:00", "html": LINK},
        {"of": TUI, "ref": "tui", "at": "2026-08-01T10:00:00", "html": "<p>Kia ora</p>"},
        {"of": US, "ref": "own", "at": "2026-08-02T09:00:00", "html": LINK},
        {"of": US, "ref": "boost", "at": "2026-08-03T09:00:00", "boosts": "kea"},
        {"of": US, "ref": "quote", "at": "2026-08-04T09:00:00", "quotes": "tui",
         "html": "<p>Ae</p>"},
        {"of": US, "ref": "gone", "at": "2026-08-05T09:00:00", "quotes": "kea", "html": "<p>x</p>",
         "quote_state": "revoked"},
        {"of": US, "ref": "private", "at": "2026-08-06T09:00:00", "html": LINK,
         "visibility": "private"},
    ]  # fmt: skip


def lists_asked(server: MastodonServer) -> dict[str, int]:
    return {name: sum(f"/{name}?" in one for one in server.asked) for name in PAGES}


def test_5000_follows_are_read_in_the_fewest_pages(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    wanted = people(5_001)
    follows = [[US, one["acct"]] for one in wanted[3:]]
    mastodon_server.world(accounts=wanted, follows=follows)
    collected = replace(reader, kinds=("follow",)).read()
    assert sorted(collected.interactions["account_id"]) == sorted(one for _, one in follows)
    row = covered(collected, "follow")
    assert (row["status"], row["stated"], row["fetched"]) == ("complete", 5_001, 5_001)
    assert lists_asked(mastodon_server) == {"following": 63, "favourites": 0, "statuses": 0}
    assert len(mastodon_server.asked) == 65  # with the server's domain and our account
    assert collected.accounts["handle"].is_unique


def test_all_kinds_are_read_with_a_token(reader: Reader, mastodon_server: MastodonServer) -> None:
    mastodon_server.world(
        accounts=people(),
        follows=[[US, KEA], [US, TUI]],
        posts=posts(),
        likes=[[US, "kea"], [US, "tui"], [TUI, "kea"]],
    )
    domain = mastodon_server.domain
    collected = replace(reader, token=TOKEN).read()
    assert collected.agency_account == f"{US}@{domain}"
    assert {row["account_id"] for row in of_kind(collected, "follow")} == {KEA, f"{TUI}@{domain}"}
    assert {row["account_id"] for row in of_kind(collected, "like")} == {KEA, f"{TUI}@{domain}"}
    (repost,) = of_kind(collected, "repost")
    assert repost["account_id"] == KEA
    assert repost["post_id"].startswith("https://kea.example/users/kea/statuses/")
    withdrawn, of_tui = of_kind(collected, "quote")  # newest first
    assert of_tui["account_id"] == f"{TUI}@{domain}"
    assert withdrawn["unknown_reason"] == "not_permitted"
    links = of_kind(collected, "link")
    assert {one["url"] for one in links} == {"https://rimu.example/news?a=1"}
    assert len(links) == 2  # our own, and that of the post we reposted
    assert len(of_kind(collected, "post")) == 3
    assert collected.tallies[-1].reported == {"not public": 1}
    assert set(collected.coverage["status"]) == {"complete"}
    kea = collected.accounts.set_index("account_id").loc[KEA]
    assert (kea["name"], kea["url"], kea["status"]) == ("Kea", "https://kea.example/@kea", "active")


def test_without_a_token_likes_are_said_not_to_be_had(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    mastodon_server.world(
        accounts=people(), follows=[[US, KEA]], posts=posts(), likes=[[US, "kea"]]
    )
    collected = reader.read()
    row = covered(collected, "like")
    assert (row["status"], row["fetched"]) == ("unavailable", 0)
    assert "token_env" in row["reason"]
    assert covered(collected, "follow")["status"] == "complete"
    assert lists_asked(mastodon_server)["favourites"] == 0


def test_a_hidden_list_is_no_empty_list(reader: Reader, mastodon_server: MastodonServer) -> None:
    numbers = mastodon_server.world(accounts=people(), follows=[[US, KEA]])
    mastodon_server.rules(hidden=[numbers["accounts"][US]])
    row = covered(reader.read(), "follow")
    assert (row["status"], row["stated"], row["fetched"]) == ("unavailable", 1, 0)
    assert "hides whom it follows" in row["reason"]
    own = replace(reader, token=TOKEN, folder=reader.folder / "own").read()
    assert covered(own, "follow")["status"] == "complete"


def test_an_account_that_follows_nobody_was_looked_at(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    mastodon_server.world(accounts=people())
    row = covered(reader.read(), "follow")
    assert (row["status"], row["stated"], row["fetched"]) == ("complete", 0, 0)


def test_a_server_as_gotosocial_is_read_to_its_end(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    """Everything wants a token, accounts have no uri, and the last page goes on to an empty one."""
    wanted = people(160)
    mastodon_server.world(accounts=wanted, follows=[[US, one["acct"]] for one in wanted[3:]])
    mastodon_server.rules(login=True, without=["uri", "indexable"], empty_last=True)
    with pytest.raises(AuthError, match="answers nobody without a token"):
        reader.read()
    collected = replace(reader, token=TOKEN).read()
    assert len(of_kind(collected, "follow")) == 160
    assert covered(collected, "follow")["status"] == "complete"
    assert lists_asked(mastodon_server)["following"] == 3


def test_the_servers_limit_is_waited_for(reader: Reader, mastodon_server: MastodonServer) -> None:
    """The reset is a time in ISO 8601; a client that took it for a number would not wait."""
    mastodon_server.world(accounts=people(), follows=[[US, KEA]])
    mastodon_server.fault("/api/v1/accounts/lookup", {"type": "ratelimit"})
    reader.time.now = mastodon_server.time()
    assert covered(reader.read(), "follow")["fetched"] == 1
    assert len(reader.time.slept) == 1
    assert 0 < reader.time.slept[0] <= 301


@pytest.mark.parametrize("effect", [{"type": "malformed"}, {"type": "status", "status": 503}])
def test_a_fault_that_passes_costs_nothing(
    reader: Reader, mastodon_server: MastodonServer, effect: dict[str, object]
) -> None:
    numbers = mastodon_server.world(accounts=people(), follows=[[US, KEA]])
    path = f"/api/v1/accounts/{numbers['accounts'][US]}/following"
    mastodon_server.fault(path, effect, count=2)
    assert covered(reader.read(), "follow")["fetched"] == 1


def test_a_fault_that_stays_fails_its_own_list_alone(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    numbers = mastodon_server.world(accounts=people(), follows=[[US, KEA]], posts=posts())
    path = f"/api/v1/accounts/{numbers['accounts'][US]}/following"
    mastodon_server.fault(path, {"type": "status", "status": 500}, count=100)
    collected = reader.read()
    assert covered(collected, "follow")["status"] == "failed"
    assert covered(collected, "post")["status"] == "complete"
    mastodon_server.world(accounts=people(), follows=[[US, KEA]], posts=posts())
    again = reader.read()
    assert covered(again, "follow")["status"] == "complete"
    assert lists_asked(mastodon_server) == {"following": 1, "favourites": 0, "statuses": 0}


def test_a_second_run_asks_for_the_new_likes_and_posts_alone(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    """At most a tenth of the first run's requests, and the same acts as from a whole reading."""
    many = 450
    theirs = [{"of": KEA, "ref": f"k{n}", "at": "2026-08-01T09:00:00"} for n in range(many)]
    ours = [{"of": US, "ref": f"u{n}", "at": "2026-08-02T09:00:00"} for n in range(many)]
    likes = [[US, f"k{n}"] for n in range(many)]
    first = replace(reader, token=TOKEN, folder=reader.folder / "first")
    mastodon_server.world(accounts=people(), posts=theirs + ours[:-5], likes=likes[:-5])
    assert len(of_kind(first.read(), "like")) == many - 5
    assert lists_asked(mastodon_server) == {"following": 1, "favourites": 12, "statuses": 12}
    mastodon_server.world(accounts=people(), posts=theirs + ours, likes=likes)
    second = replace(first, folder=reader.folder / "second", last=first.folder)
    collected = second.read()
    assert len(of_kind(collected, "like")) == len(of_kind(collected, "post")) == many
    assert lists_asked(mastodon_server) == {"following": 1, "favourites": 1, "statuses": 1}
    whole = replace(first, folder=reader.folder / "whole").read()
    columns = [name for name in whole.interactions if name != "evidence"]
    assert whole.interactions[columns].equals(collected.interactions[columns])


def test_a_token_of_another_account_is_refused(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    mastodon_server.world(accounts=people())
    with pytest.raises(AuthError, match=f"that of @tui@.*, not of @{US}"):
        replace(reader, token="of-tui").read()  # noqa: S106
    with pytest.raises(AuthError, match="does not know the token"):
        replace(reader, token="revoked").read()  # noqa: S106


def test_our_account_moved_or_was_suspended(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    numbers = mastodon_server.world(accounts=people(), follows=[[US, KEA]])
    mastodon_server.rules(marks={US: {"moved": {"id": "9", "acct": "new@other.example"}}})
    moved = reader.read()
    assert covered(moved, "follow")["status"] == "complete"
    assert any("has moved to @new@other.example" in note for note in moved.notes)
    mastodon_server.rules(marks={US: {"suspended": True}}, gone=[numbers["accounts"][US]])
    suspended = replace(reader, folder=reader.folder / "suspended").read()
    assert set(suspended.coverage["status"]) == {"unavailable"}
    assert "suspended this account" in suspended.coverage["reason"].iloc[0]


def test_accounts_that_moved_or_are_suspended_say_so(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    mastodon_server.world(accounts=people(), follows=[[US, KEA], [US, TUI]])
    moved = {"moved": {"id": "9", "acct": "kea@other.example"}}
    mastodon_server.rules(marks={KEA: moved, TUI: {"suspended": True}})
    accounts = reader.read().accounts.set_index("account_id")["status"]
    assert dict(accounts) == {KEA: "moved", f"{TUI}@{mastodon_server.domain}": "suspended"}


def test_the_token_is_nowhere(
    reader: Reader, mastodon_server: MastodonServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    mastodon_server.world(
        accounts=people(), follows=[[US, KEA]], posts=posts(), likes=[[US, "kea"]]
    )
    ours = replace(reader, token=TOKEN)
    collected = ours.read()
    assert TOKEN not in caplog.text + repr(collected) + repr(ours.asking)
    kept = [gzip.decompress(one.read_bytes()) for one in reader.folder.rglob("*") if one.is_file()]
    assert kept
    assert not any(TOKEN.encode() in one for one in kept)


def test_a_check_tells_what_a_run_could_not_read(
    reader: Reader, mastodon_server: MastodonServer
) -> None:
    mastodon_server.world(accounts=people(), follows=[[US, KEA]], posts=posts())
    probed = CONNECTOR.probe(reader.account, reader.asking)
    assert dict(probed.stated) == {"follow": 1, "post": 5}
    assert len(probed.problems) == 1
    assert len(mastodon_server.asked) == 3  # whose server it is, the account, and one follow
    mastodon_server.rules(marks={US: {"hide_collections": True}})
    assert len(CONNECTOR.probe(reader.account, reader.asking).problems) == 2
    assert len(mastodon_server.asked) == 5
    ours = replace(reader, token=TOKEN)
    assert CONNECTOR.probe(ours.account, ours.asking).problems == ()
    mastodon_server.fault(
        "/api/v1/favourites",
        {"type": "status", "status": 403, "body": {"error": "outside the authorized scopes"}},
    )
    (problem,) = CONNECTOR.probe(ours.account, ours.asking).problems
    assert "read:favourites" in problem
