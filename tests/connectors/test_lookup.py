"""A handle asked for over a real socket: found, not found, or not looked up with the reason."""

import logging

import pytest

from connectors.errors import QuotaSpent
from connectors.http import Request
from connectors.looked import FOUND, NOT_FOUND, NOT_LOOKED
from connectors.lookup import LOOKUPS, Access, look_up, mastodon
from tests.servers.local import Time, Written, client_of, in_turn, serving
from tests.servers.platforms import Account, Platforms, platforms, written, x_error

KEY = "AIzaAnother"
TOKEN = "planted-secret"  # noqa: S105 - planted to be looked for
HOST = "whare.tauira.example"
HANDLES = {
    "bluesky": "rimu.tauira.example",
    "mastodon": f"rimu@{HOST}",
    "x": "rimu_tauira",
    "youtube": "rimu.tauira",
}


def asking(known: Platforms, platform: str, *handles: str, token: str = ""):
    with platforms(known) as (address, asked):
        access = Access(address, token or known.token)
        found = look_up(platform, client_of(Time()), access, handles)
    return found, asked


def refused(platform: str, *answers: Written, handles: tuple[str, ...] = ()):
    """Ask a server that gives these answers one after the other, and the last for ever."""
    with serving(in_turn(*answers)) as (address, asked):
        wanted = handles or (HANDLES[platform],)
        access = Access(address, TOKEN)
        found = look_up(platform, client_of(Time()), access, wanted)
    return found, asked


@pytest.fixture(autouse=True)
def _own_servers_are_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mastodon, "SERVER", "http://127.0.0.1:9/{}")


@pytest.mark.parametrize("platform", sorted(LOOKUPS))
def test_an_account_is_found_with_its_id_and_name(platform: str) -> None:
    handle = HANDLES[platform]
    account = Account("the:id", handle, "Rimu Tauira")
    known = Platforms({platform: (account,)}, token=TOKEN)
    (one,), asked = asking(known, platform, handle.upper())
    assert (one.outcome, one.account_id, one.name, one.status) == (
        FOUND,
        "the:id",
        "Rimu Tauira",
        "active",
    )
    assert one.handle.casefold() == handle.casefold()
    assert one.url.startswith("https://")
    assert all(TOKEN not in one.path for one in asked)


@pytest.mark.parametrize("platform", ["bluesky", "x", "youtube"])
def test_a_handle_that_nobody_has_is_not_found(platform: str) -> None:
    (one,), _ = asking(Platforms(token=TOKEN), platform, HANDLES[platform])
    assert (one.outcome, one.asked) == (NOT_FOUND, HANDLES[platform])
    assert one.reason


@pytest.mark.parametrize("platform", sorted(LOOKUPS))
@pytest.mark.parametrize(
    "answer",
    [
        Written(b"<html>Not here</html>", 404),
        Written(b"<html>A proxy</html>"),
        Written(b"{}"),
        written({"error": "x"}, 403),
        Written(b"", 503),
        written({"error": "Too many requests"}, 429, **{"Retry-After": "100000"}),
    ],
    ids=["404", "html", "empty", "403", "503", "429"],
)
def test_no_answer_is_never_nothing_found(platform: str, answer: Written) -> None:
    (one,), _ = refused(platform, answer)
    assert one.outcome == NOT_LOOKED
    assert one.reason
    assert TOKEN not in one.reason


@pytest.mark.parametrize(
    ("platform", "header", "until"),
    [
        ("x", "x-rate-limit-reset", "1795510840"),
        ("bluesky", "RateLimit-Reset", "1795510840"),
        ("mastodon", "X-RateLimit-Reset", "2026-11-24T09:00:40.000000Z"),
    ],
)
def test_a_limit_is_waited_for_as_long_as_its_header_says(
    platform: str, header: str, until: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    time, handle = Time(), HANDLES[platform]
    known = Platforms({platform: (Account("the:id", handle),)}, token=TOKEN)
    left = [written({"error": "RateLimitExceeded"}, 429, **{header: until})]
    with serving(lambda one: left.pop() if left else known.answer(one)) as (address, _):
        monkeypatch.setattr(mastodon, "SERVER", address)
        (one,) = look_up(platform, client_of(time), Access(address, TOKEN), [handle])
    assert one.outcome == FOUND
    assert time.slept == [40]


@pytest.mark.parametrize("platform", sorted(LOOKUPS))
def test_the_token_is_nowhere_to_be_read(platform: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    known = Platforms({platform: (Account("the:id", HANDLES[platform], "R"),)}, token=TOKEN)
    found, _ = asking(known, platform, HANDLES[platform])
    unasked, _ = refused(platform, written({"title": "Unauthorized"}, 401))
    access = Access("https://api.tauira.example", TOKEN)
    assert TOKEN not in f"{found} {unasked} {access!r} {caplog.text}"


def test_bluesky_is_asked_for_25_at_a_time_and_for_the_missing_one_by_one() -> None:
    handles = [f"a{number}.tauira.example" for number in range(30)]
    accounts = [Account(f"did:plc:{one}", one, "A") for one in handles]
    accounts[3] = Account("did:plc:gone", handles[3], state="suspended")
    accounts[4] = Account("did:plc:left", handles[4], state="deleted")
    accounts[5] = Account("did:plc:odd", "other.tauira.example")
    known = Platforms({"bluesky": tuple(accounts)})
    found, asked = asking(known, "bluesky", *handles)
    assert [one.asked for one in found] == handles
    assert [(one.outcome, one.status) for one in found[2:7]] == [
        (FOUND, "active"),
        (FOUND, "suspended"),
        (FOUND, "deleted"),
        (NOT_FOUND, "unknown"),
        (FOUND, "active"),
    ]
    assert len(asked) == 2 + 3


def test_bluesky_says_that_a_handle_is_broken() -> None:
    handle = HANDLES["bluesky"]
    known = Platforms({"bluesky": (Account("did:plc:a", handle, moved="handle.invalid"),)})
    (one,), _ = asking(known, "bluesky", handle)
    assert (one.outcome, one.handle, one.asked) == (FOUND, "handle.invalid", handle)


def test_x_tells_unknown_from_suspended_inside_one_answer() -> None:
    accounts = (
        Account("11", "Rimu_Tauira", "Rimu"),
        Account("12", "kauri_tauira", "Kauri", "suspended"),
        Account("13", "nikau_tauira", "Nīkau", "protected"),
    )
    known = Platforms({"x": accounts}, token=TOKEN)
    handles = (
        "rimu_tauira",
        "kauri_tauira",
        "nikau_tauira",
        "nobody_tauira",
        "much_too_long_a_one",
    )
    found, asked = asking(known, "x", *handles)
    assert [(one.outcome, one.status, one.account_id) for one in found] == [
        (FOUND, "active", "11"),
        (FOUND, "suspended", ""),
        (FOUND, "protected", "13"),
        (NOT_FOUND, "unknown", ""),
        (NOT_LOOKED, "unknown", ""),
    ]
    assert found[0].handle == "Rimu_Tauira"
    assert "a_much_too_long" not in asked[0].path


@pytest.mark.parametrize("host", ["api.x.com", "api.twitter.com"])
def test_x_writes_its_problems_under_two_hosts(host: str) -> None:
    handle = HANDLES["x"]
    (one,), _ = refused("x", written({"errors": [x_error(handle, None, host)]}))
    assert one.outcome == NOT_FOUND


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (written({"title": "Unauthorized", "status": 401}, 401), "refuses the credential"),
        (written({"title": "Payment Required", "status": 402}, 402), "credits for X are spent"),
        (written({"type": "https://api.x.com/2/problems/client-forbidden"}, 403), "project"),
        (written({"type": "a/unsupported-authentication"}, 403), "bearer token"),
        (written({"title": "UsageCapExceeded"}, 429), "for this month are spent"),
        (written({"type": "https://api.x.com/2/problems/usage-capped"}, 429), "this month"),
        (written({"data": [{"id": "1", "username": "somebody_else"}]}), "said nothing of it"),
        (
            written({"errors": [{"value": "rimu_tauira", "title": "Authorization Error"}]}),
            "does not show it: Authorization Error",
        ),
    ],
)
def test_what_x_refuses_is_said_and_asked_once(answer: Written, said: str) -> None:
    (one,), asked = refused("x", answer)
    assert one.outcome == NOT_LOOKED
    assert said in one.reason
    assert len(asked) == 1


def test_after_a_refusal_nothing_more_is_asked() -> None:
    handles = tuple(f"a_{number}" for number in range(150))
    found, asked = refused("x", written({}, 401), handles=handles)
    assert {one.outcome for one in found} == {NOT_LOOKED}
    assert len(found) == 150
    assert len(asked) == 1


def test_youtube_takes_a_key_or_a_token_and_old_names() -> None:
    accounts = (Account("UC" + "a" * 22, "Rimu.Tauira", "Rimu"), Account("UC1", "oldname", "Old"))
    for token in ("AIzaPlanted", "ya29.planted"):
        known = Platforms({"youtube": accounts}, token=token)
        found, asked = asking(known, "youtube", "rimu.tauira", "user/OldName", "c/custom")
        assert [one.outcome for one in found] == [FOUND, FOUND, NOT_LOOKED]
        assert "forHandle=%40rimu.tauira" in asked[0].path
        assert "forUsername=OldName" in asked[1].path
        assert all(token not in one.path for one in asked)
    (one,), _ = asking(known, "youtube", "rimu.tauira", token=KEY)
    assert (one.outcome, "get a new one" in one.reason) == (NOT_LOOKED, True)


def test_a_key_of_youtube_is_not_sent_to_another_address() -> None:
    there = Written(b"{}", 302, {"Location": "http://127.0.0.1:9/"})
    (one,), asked = refused("youtube", there)
    assert (one.outcome, len(asked)) == (NOT_LOOKED, 1)
    assert "HTTP 302" in one.reason


@pytest.mark.parametrize("status", [403, 429])
def test_the_quota_of_youtube_ends_the_day(status: int) -> None:
    spent = written({"error": {"code": status, "errors": [{"reason": "quotaExceeded"}]}}, status)
    found, asked = refused("youtube", spent, handles=("rimu", "kauri"))
    assert ["for today" in one.reason for one in found] == [True, True]
    assert len(asked) == 1


def test_mastodon_asks_the_server_of_the_handle_without_our_token(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    accounts = (
        Account("https://a/users/rimu", f"rimu@{HOST}", "Rimu"),
        Account("https://a/users/kauri", f"kauri@{HOST}", "Kauri", "suspended"),
        Account("https://a/users/old", f"old@{HOST}", "Old", moved="new@other.example"),
    )
    known = Platforms({"mastodon": accounts})
    names = ("rimu", "kauri", "old", "nobody")
    with platforms(known) as (address, asked):
        monkeypatch.setattr(mastodon, "SERVER", address)
        access = Access("https://home.tauira.example", TOKEN)
        handles = [f"{name}@{HOST}" for name in names]
        found = look_up("mastodon", client_of(Time()), access, handles)
    assert [(one.outcome, one.status) for one in found] == [
        (FOUND, "active"),
        (FOUND, "suspended"),
        (FOUND, "moved"),
        (NOT_FOUND, "unknown"),
    ]
    assert found[0].account_id == "https://a/users/rimu"
    assert found[0].handle == f"rimu@{HOST}"
    assert found[2].reason == "it has moved to @new@other.example"
    assert all("Authorization" not in one.headers for one in asked)


def test_our_own_server_is_asked_where_that_of_the_handle_does_not_answer() -> None:
    known = Platforms(
        {"mastodon": (Account("https://a/rimu", f"rimu@{HOST}"),)}, host="home.example"
    )
    (one, other), asked = asking(known, "mastodon", f"rimu@{HOST}", f"kauri@{HOST}", token=TOKEN)
    assert (one.outcome, one.handle) == (FOUND, f"rimu@{HOST}")
    # it knows of others those alone that it has met: no proof that there is none
    assert (other.outcome, "has not met this account" in other.reason) == (NOT_LOOKED, True)
    assert [one.headers["Authorization"] for one in asked] == [f"Bearer {TOKEN}"] * 2


def test_an_account_that_an_old_server_removed_is_suspended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(in_turn(written({"error": "Gone"}, 410))) as (address, _):
        monkeypatch.setattr(mastodon, "SERVER", address)
        (one,) = look_up("mastodon", client_of(Time()), Access(), [f"rimu@{HOST}"])
    assert (one.outcome, one.status) == (FOUND, "suspended")


def test_a_spent_quota_is_its_own_error() -> None:
    final = QuotaSpent("spent")
    with serving(in_turn(Written(b"", 429))) as (address, asked), pytest.raises(QuotaSpent):
        client_of(Time(), spent=lambda *_: final).fetch(Request(address), lambda reply: reply)
    assert len(asked) == 1
