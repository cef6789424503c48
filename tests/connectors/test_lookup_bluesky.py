"""Bluesky: 25 at a time, and what it leaves out one by one."""

from connectors.looked import FOUND, NOT_FOUND
from tests.connectors.lookups import HANDLES, asking
from tests.servers.platforms import Account, Platforms


def test_bluesky_is_asked_for_25_at_a_time_and_for_the_missing_one_by_one() -> None:
    handles = [f"a{number}.tauira.example" for number in range(30)]
    accounts = [Account(f"did:plc:{one}", one, "A") for one in handles]
    accounts[3] = Account("did:plc:gone", handles[3], state="suspended")
    accounts[4] = Account("did:plc:left", handles[4], state="deactivated")
    accounts[5] = Account("did:plc:odd", "other.tauira.example")
    known = Platforms({"bluesky": tuple(accounts)})
    found, asked = asking(known, "bluesky", *handles)
    assert [one.asked for one in found] == handles
    assert [(one.outcome, one.status) for one in found[2:7]] == [
        (FOUND, "active"),
        (FOUND, "suspended"),
        (FOUND, "deactivated"),
        (NOT_FOUND, "unknown"),
        (FOUND, "active"),
    ]
    assert len(asked) == 2 + 3


def test_bluesky_says_that_a_handle_is_broken() -> None:
    handle = HANDLES["bluesky"]
    known = Platforms({"bluesky": (Account("did:plc:a", handle, moved="handle.invalid"),)})
    (one,), _ = asking(known, "bluesky", handle)
    assert (one.outcome, one.handle, one.asked) == (FOUND, "handle.invalid", handle)
