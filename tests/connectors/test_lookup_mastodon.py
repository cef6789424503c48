"""Mastodon: the server of the handle is asked, ours where that gives no answer."""

import pytest

from connectors.looked import FOUND, NOT_FOUND, NOT_LOOKED
from connectors.lookup import Access, look_up, mastodon
from tests.connectors.lookups import HOST, TOKEN, asking
from tests.servers.local import Time, client_of, in_turn, serving
from tests.servers.platforms import Account, Platforms, platforms, written


@pytest.fixture(autouse=True)
def _own_servers_are_out_of_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mastodon, "SERVER", "http://127.0.0.1:9/{}")


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


def test_our_own_server_knows_its_own_with_our_token() -> None:
    known = Platforms()
    with platforms(known) as (address, asked):
        known.host = address.removeprefix("http://")
        known.accounts = {"mastodon": (Account("https://a/rimu", f"rimu@{known.host}"),)}
        handles = [f"rimu@{known.host}", f"nobody@{known.host}"]
        found = look_up("mastodon", client_of(Time()), Access(address, TOKEN), handles)
    assert [one.outcome for one in found] == [FOUND, NOT_FOUND]
    assert [one.path.partition("=")[2] for one in asked] == ["rimu", "nobody"]
    assert {one.headers["Authorization"] for one in asked} == {f"Bearer {TOKEN}"}


def test_an_account_that_an_old_server_removed_is_suspended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serving(in_turn(written({"error": "Gone"}, 410))) as (address, _):
        monkeypatch.setattr(mastodon, "SERVER", address)
        (one,) = look_up("mastodon", client_of(Time()), Access(), [f"rimu@{HOST}"])
    assert (one.outcome, one.status) == (FOUND, "suspended")
