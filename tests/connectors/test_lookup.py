"""A handle asked for over a real socket: found, not found, or not looked up with the reason."""

import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connectors.looked import FOUND, NOT_FOUND, NOT_LOOKED, OUTCOMES
from connectors.lookup import LOOKUPS, Access, look_up, mastodon
from tests.connectors.lookups import HANDLES, TOKEN, asking, refused
from tests.servers.local import Time, Written, client_of, serving
from tests.servers.platforms import Account, Platforms, written


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
        (one,) = look_up(
            platform, client_of(time), Access(address, TOKEN, appview=address), [handle]
        )
    assert one.outcome == FOUND
    assert time.slept == [40]


@pytest.mark.parametrize("platform", sorted(LOOKUPS))
def test_the_token_is_nowhere_to_be_read(platform: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    known = Platforms({platform: (Account("the:id", HANDLES[platform], "R"),)}, token=TOKEN)
    found, _ = asking(known, platform, HANDLES[platform])
    unasked, _ = refused(platform, written({"title": "Unauthorized"}, 401))
    access = Access("https://api.tauira.example", TOKEN, appview="https://api.tauira.example")
    assert TOKEN not in f"{found} {unasked} {access!r} {caplog.text}"


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.sampled_from(["", "did:plc:a", "rimu"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(
                st.sampled_from(["profiles", "did", "handle", "acct", "uri", "moved", "data"]),
                st.sampled_from(["errors", "username", "id", "value", "detail", "type"]),
                st.sampled_from(["items", "kind", "snippet", "customUrl"]),
            ),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("platform", sorted(LOOKUPS))
def test_whatever_is_answered_gives_one_sound_answer(platform: str) -> None:
    current = [b""]
    with serving(lambda _: Written(current[0])) as (address, _):

        @given(JSON)
        @settings(max_examples=30)
        def answered(value: object) -> None:
            current[0] = json.dumps(value).encode()
            (one,) = look_up(
                platform, client_of(Time()), Access(address, appview=address), [HANDLES[platform]]
            )
            assert one.asked == HANDLES[platform]
            assert one.outcome in OUTCOMES
            assert one.outcome != FOUND or (one.account_id and one.handle) or one.reason
            assert one.outcome == FOUND or one.reason

        answered()
