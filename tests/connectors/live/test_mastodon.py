"""Lists of Mastodon: paged by their links alone, hidden ones, refusals, waiting, resuming."""

from dataclasses import replace
from pathlib import Path

import pytest

from connectors.collected import Collected, OwnAccount
from connectors.errors import AuthError, ConfigError, FollowAuditError, SourceError
from connectors.live.budget import Budget
from connectors.live.mastodon import CONNECTOR
from connectors.live.registry import LIVE
from connectors.lookup import Access
from tests.connectors.live.mastodon_written import (
    HANDLE,
    TOKEN,
    Server,
    account,
    error,
    json_of,
    of,
    reader,
    reblog,
    status,
    us,
)
from tests.connectors.live.reading import READ_AT, Reader, covered, kept_bytes
from tests.servers.local import Asked, Time, Written, serving

KEA, TUI = account("kea@birds.example"), account("tui@birds.example")


def reading(server: Server, folder: Path, token: str = "") -> tuple[Collected, list[Asked]]:
    with serving(server.answer) as (address, asked):
        return reader(address, folder, token).read(), asked


def test_it_is_registered() -> None:
    assert LIVE["mastodon"] is CONNECTOR


def test_pages_follow_the_link_and_stay_at_our_server(tmp_path: Path) -> None:
    """A short page in the middle is no end, and the link's own host is never asked."""
    server = Server(us(following_count=3), following=([KEA], [], [TUI, account("agency2")]))
    collected, asked = reading(server, tmp_path, TOKEN)
    assert list(collected.interactions["account_id"]) == [
        "kea@birds.example",
        "tui@birds.example",
        "agency2@home.example",
    ]
    assert collected.interactions["evidence"].iloc[2] == "follows, page 3, item 2"
    assert covered(collected, "follow")["status"] == "complete"
    queries = [one.path.partition("?")[2] for one in asked if "/following" in one.path]
    assert queries == ["limit=80", "max_id=c1&limit=80", "max_id=c2&limit=80"]


@pytest.mark.parametrize(
    ("link", "status"),
    [
        ("", "complete"),
        ("x", "complete"),
        ("<a?b>; rel", "complete"),
        ("<a?b>; rel='prev'", "complete"),
        ('<https://[>; rel="next"', "failed"),
        ("<>; rel=next", "failed"),
    ],
)
def test_a_list_ends_where_its_server_says_so(tmp_path: Path, link: str, status: str) -> None:
    server = Server(us(following_count=1), faults={"following": [json_of([KEA], Link=link)]})
    assert covered(reading(server, tmp_path)[0], "follow")["status"] == status


def test_a_cursor_that_comes_again_ends_the_list_in_part(tmp_path: Path) -> None:
    server = Server(us(following_count=9), following=([KEA], [TUI], []))
    server.link = "https://elsewhere.example/x?max_id=c1"
    collected, _ = reading(server, tmp_path)
    row = covered(collected, "follow")
    assert (row["status"], row["stated"], row["fetched"]) == ("partial", 9, 2)
    assert "was there before" in row["reason"]


def test_a_shortfall_is_explained_and_no_fault(tmp_path: Path) -> None:
    collected, _ = reading(Server(us(following_count=7), following=([KEA],)), tmp_path)
    row = covered(collected, "follow")
    assert (row["status"], row["stated"], row["fetched"]) == ("complete", 7, 1)
    assert "states 7, of which 1 were given" in row["reason"]


@pytest.mark.parametrize(
    "hidden",
    [
        {"following_count": 57},
        {"following_count": 0, "hide_collections": True},  # as GoToSocial
        {"following_count": 0, "pleroma": {"hide_follows": True, "hide_follows_count": True}},
    ],
)
def test_a_hidden_list_could_not_be_looked_at(tmp_path: Path, hidden: dict[str, object]) -> None:
    server = Server(us(**hidden))
    collected, _ = reading(server, tmp_path)
    row = covered(collected, "follow")
    assert (row["status"], row["fetched"]) == ("unavailable", 0)
    assert "token_env" in row["reason"]


def test_likes_are_not_asked_for_without_a_token_and_that_is_said(tmp_path: Path) -> None:
    collected, asked = reading(Server(favourites=([of("kea@birds.example", 1)],)), tmp_path)
    row = covered(collected, "like")
    assert (row["status"], row["fetched"]) == ("unavailable", 0)
    assert "token_env" in row["reason"]
    assert not any("favourites" in one.path for one in asked)


def test_an_empty_list_was_looked_at(tmp_path: Path) -> None:
    collected, _ = reading(Server(us(hide_collections=False)), tmp_path)
    assert covered(collected, "follow")["status"] == "complete"


def test_a_full_page_without_any_link_is_no_end(tmp_path: Path) -> None:
    page = [account(f"a{number}@birds.example") for number in range(80)]
    server = Server(us(following_count=200), faults={"following": [json_of(page)]})
    row = covered(reading(server, tmp_path)[0], "follow")
    assert (row["status"], row["fetched"]) == ("failed", 0)
    assert "no Link header" in row["reason"]


def test_a_limit_is_waited_for_by_its_iso_time_and_a_fault_is_not(tmp_path: Path) -> None:
    """A 503 of a server whose limit is not reached says nothing about when to come back."""
    clock = Time()
    headers = {"X-RateLimit-Reset": "2026-11-24T09:02:00.523287Z"}
    limited = error(429, "Too many requests", **{**headers, "X-RateLimit-Remaining": "0"})
    later = {"X-RateLimit-Reset": "2026-11-24T09:07:00Z", "X-RateLimit-Remaining": "299"}
    failing = error(503, "", **later)
    server = Server(faults={"lookup": [limited], "statuses": [failing]})
    with serving(server.answer) as (address, _):
        collected = replace(reader(address, tmp_path), time=clock).read()
    assert covered(collected, "post")["status"] == "complete"
    assert clock.slept[0] == pytest.approx(120.52, abs=0.1)
    assert clock.slept[1] < 5


@pytest.mark.parametrize(
    ("refused", "token", "said"),
    [
        (error(401, "The access token is invalid"), TOKEN, "does not know the token"),
        (error(401, "This API requires an authenticated user"), "", "nobody without a token"),
        (error(403, "This action is outside the authorized scopes"), TOKEN, "read:favourites"),
        (error(404, "Record not found"), "", "knows no such account"),
        (error(410, "Gone"), "", "has removed this account"),
        (Written(b"<html>", 404), "", "does not answer as Mastodon does"),
        (json_of({"error": {"code": "UNKNOWN_API_ENDPOINT"}}, 404), "", "Misskey"),
        (Written(b"", 302, {"Location": "https://elsewhere.example/"}), TOKEN, "Set base_url"),
    ],
)
def test_without_our_account_nothing_is_read(
    tmp_path: Path, refused: Written, token: str, said: str
) -> None:
    name = "verify_credentials" if token else "lookup"
    with (
        serving(Server(faults={name: [refused]}).answer) as (address, asked),
        pytest.raises(FollowAuditError, match=said) as raised,
    ):
        reader(address, tmp_path, token).read()
    assert TOKEN not in str(raised.value)
    assert len(asked) == 2


def test_a_list_that_is_refused_fails_alone(tmp_path: Path) -> None:
    scope = error(403, "This action is outside the authorized scopes")
    server = Server(us(following_count=1), following=([KEA],), faults={"favourites": [scope]})
    collected, _ = reading(server, tmp_path, TOKEN)
    likes = covered(collected, "like")
    assert (likes["status"], covered(collected, "follow")["status"]) == ("failed", "complete")
    assert "read:favourites" in likes["reason"]


def test_the_answer_to_a_wrong_token_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(AuthError, match=r"that of @other@home\.example, not of @agency"):
        reading(Server(own=account("other", "2")), tmp_path, TOKEN)
    collected, _ = reading(Server(), tmp_path, TOKEN)
    assert collected.agency_account == HANDLE


def test_a_server_without_the_instance_answer_is_named_by_the_handle(tmp_path: Path) -> None:
    server = Server(us(following_count=1), following=([account("kea")],))
    server.faults = {"instance": [error(404, "Not Found")]}
    collected, _ = reading(server, tmp_path)
    assert list(collected.interactions["account_id"]) == ["kea@home.example"]


def test_the_same_name_at_another_server_is_not_ours(tmp_path: Path) -> None:
    with serving(Server().answer) as (address, asked):
        one = reader(address, tmp_path, handle="agency@elsewhere.example")
        with pytest.raises(SourceError, match=r"server of home\.example, and the handle is of"):
            one.read()
        with pytest.raises(SourceError, match="mend the handle"):
            CONNECTOR.probe(one.account, one.asking)
    assert {one.path for one in asked} == {"/api/v2/instance"}


def test_what_a_server_tells_the_owner_alone_is_not_kept(tmp_path: Path) -> None:
    """Pleroma puts a token for its chat into the answer; others put drafts of the profile."""
    secret = {"pleroma": {"chat_token": "planted-chat"}, "source": {"note": "planted-draft"}}
    reading(Server(us(**secret)), tmp_path, TOKEN)
    kept = list(kept_bytes(tmp_path))
    assert len(kept) == 5
    assert not any(b"planted" in one for one in kept)


def test_what_our_profile_says_is_given(tmp_path: Path) -> None:
    link = '<a href="https://agency.example/statement">agency.example/…</a>'
    told = {"note": "<p>Kia ora</p>", "fields": [{"name": "Statement", "value": link}]}
    collected, _ = reading(Server(us(**told)), tmp_path)
    assert collected.about == "Kia ora\nagency.example/…\nhttps://agency.example/statement"


def test_an_interrupted_run_goes_on_and_gives_the_same(tmp_path: Path) -> None:
    everybody = [[account(f"a{page}{n}@birds.example") for n in range(3)] for page in range(5)]
    liked = [[of("kea@birds.example", 3 * page + n + 1) for n in range(3)] for page in range(4)]
    own = [[status(20 - page)] for page in range(3)]
    server = Server(us(following_count=15), everybody, liked, own)
    whole, asked = reading(server, tmp_path / "whole", TOKEN)
    with serving(server.answer) as (address, again):
        for _ in range(len(asked)):
            one: Reader = replace(reader(address, tmp_path / "cut", TOKEN), budget=Budget(2))
            try:
                last = one.read()
            except FollowAuditError:
                continue
    assert len(again) == len(asked) == 14
    assert last.interactions.equals(whole.interactions)
    assert last.coverage.equals(whole.coverage)
    assert last.accounts.equals(whole.accounts)


def test_moved_and_suspended_are_said(tmp_path: Path) -> None:
    moved, _ = reading(Server(us(moved=account("new@other.example"))), tmp_path / "moved")
    assert "has moved to @new@other.example" in moved.notes[0]
    limited, _ = reading(Server(us(limited=True)), tmp_path / "limited")
    assert "has limited @agency@home.example" in limited.notes[0]
    suspended, asked = reading(Server(us(suspended=True)), tmp_path / "suspended", TOKEN)
    assert set(suspended.coverage["status"]) == {"unavailable"}
    assert len(asked) == 2


def test_kinds_that_are_not_wanted_cost_nothing(tmp_path: Path) -> None:
    with serving(Server(us(following_count=1), following=([KEA],)).answer) as (address, asked):
        collected = replace(reader(address, tmp_path, TOKEN), kinds=("follow",)).read()
    assert list(collected.coverage["kind"]) == ["follow"]
    assert not any("statuses" in one.path or "favourites" in one.path for one in asked)


def test_the_plan_counts_pages() -> None:
    ours = OwnAccount("mastodon", HANDLE, "api", (), (), READ_AT)
    planned = {one.name: one for one in CONNECTOR.plan(ours, {"follow": 161, "post": 80})}
    assert {name: one.requests for name, one in planned.items()} == {
        "profile": 2,
        "follows": 3,
        "likes": None,
        "posts": 3,  # two full pages, and an empty one
    }
    assert all((one.usd, one.allowed, one.window) == (0.0, 300, 300) for one in planned.values())


def test_the_host_is_the_servers_and_a_bare_handle_needs_one() -> None:
    ours = OwnAccount("mastodon", HANDLE, "api", (), (), READ_AT)
    assert CONNECTOR.host(ours, Access()) == "home.example"
    assert CONNECTOR.host(ours, Access("https://social.home.example/")) == "social.home.example"
    with pytest.raises(ConfigError, match="add base_url"):
        CONNECTOR.host(replace(ours, handle="agency"), Access())


def test_a_probe_asks_once_and_with_a_token_for_one_like(tmp_path: Path) -> None:
    server = Server(us(following_count=4, statuses_count=-1, hide_collections=True))
    with serving(server.answer) as (address, asked):
        without, with_token = reader(address, tmp_path), reader(address, tmp_path, TOKEN)
        told = CONNECTOR.probe(without.account, without.asking)
        owner = CONNECTOR.probe(with_token.account, with_token.asking)
    assert (told.account_id, dict(told.stated), len(told.problems)) == (HANDLE, {"follow": 4}, 2)
    # twice for the server's domain, twice for the account and once for a like
    assert (owner.problems, len(asked)) == ((), 5)
    assert not any(tmp_path.iterdir())  # nothing of a probe is kept


def test_a_probe_without_a_token_sees_a_hidden_list_of_which_its_server_says_nothing(
    tmp_path: Path,
) -> None:
    with serving(Server(us(following_count=4)).answer) as (address, asked):
        one = replace(reader(address, tmp_path), kinds=("follow",))
        (problem,) = CONNECTOR.probe(one.account, one.asking).problems
    assert problem.startswith("It hides whom it follows: make a token")
    assert asked[-1].path == "/api/v1/accounts/1/following?limit=1"


def test_reposts_of_what_is_no_post_are_reported(tmp_path: Path) -> None:
    server = Server(statuses=([reblog(3, {"uri": 4}), status(2), 7],))
    collected, _ = reading(server, tmp_path)
    row = covered(collected, "repost")
    assert (row["status"], row["fetched"]) == ("partial", 0)
    assert "2 of 3 records of posts could not be understood" in row["reason"]


def test_a_page_that_is_no_list_is_asked_for_again(tmp_path: Path) -> None:
    server = Server(us(following_count=1), following=([KEA],))
    server.faults = {"following": [json_of({"error": "?"}), Written(b"<html>")]}
    assert covered(reading(server, tmp_path)[0], "follow")["fetched"] == 1
    server.faults = {"following": [Written(b"<html>")] * 9}
    row = covered(reading(server, tmp_path / "again")[0], "follow")
    assert (row["status"], row["fetched"]) == ("failed", 0)


def test_the_server_must_name_our_account(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="without its handle"):
        reading(Server({"id": "1", "acct": ""}), tmp_path)
