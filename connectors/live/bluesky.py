"""Bluesky: everything that our account did, from its own server, without a login.

Likes are public there too. The AppView adds who the accounts are and what their posts said.
"""

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from connectors import frames
from connectors.collected import Collected, OwnAccount
from connectors.coverage import coverage
from connectors.live.asking import Asking
from connectors.live.bluesky_accounts import AT_ONCE, look_at, notes_on, rows_of
from connectors.live.bluesky_identity import Identity, ask_for_us, identify, identity_in, server_of
from connectors.live.bluesky_lists import PAGE, Repository, read_list, wanted
from connectors.live.bluesky_rows import acts_of
from connectors.live.bluesky_texts import with_texts
from connectors.live.connector import ListPlan, LiveConnector, Probed
from connectors.live.reach import named
from connectors.lookup.access import Access
from connectors.xrpc import PUBLIC, speaking

_ALLOWED, _WINDOW = 3_000, 300  # requests of one address to one server, and seconds
_KIND_OF = {"follows": "follow", "likes": "like", "reposts": "repost", "posts": "post"}


def read(account: OwnAccount, asking: Asking) -> Collected:
    """Read follows, likes, reposts and posts; raises where our account cannot be found."""
    asking = replace(asking, client=speaking(asking.client))
    us = identify(account, asking)
    repository = Repository(us.did, server_of(us.did, asking))
    lists = [read_list(name, repository, asking) for name in wanted(account)]
    acts = acts_of(account, us, lists, asking)
    dids = acts.interactions["account_id"].dropna().unique().tolist()
    seen = look_at(dids, asking)
    accounts = frames.make("accounts", rows_of(dids, seen, account.read_at))
    reach = named(acts.reach, acts.interactions, accounts, seen.trouble)
    return Collected(
        agency_account=us.did,
        interactions=with_texts(acts.interactions, asking),
        accounts=accounts,
        coverage=coverage(account, us.did, acts.interactions, reach, account.read_at),
        tallies=acts.tallies,
        notes=(*_own_notes(account, us), *notes_on(dids, seen)),
        about=us.about,
    )


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Ask for our profile."""
    asking.budget.spend()
    us = identity_in(ask_for_us(speaking(asking.client), account, asking.access))
    return Probed(us.did, us.handle, us.stated, notes=_own_notes(account, us))


def plan(account: OwnAccount, stated: Mapping[str, int]) -> tuple[ListPlan, ...]:
    """Count pages: one more than those that are full, since the last is empty.

    Each act but our own posts names an account, and most likes and reposts a post of it.
    """
    counts = {name: stated.get(_KIND_OF[name]) for name in wanted(account)}
    lists = [_list_plan(name, count, PAGE, 1) for name, count in counts.items()]
    profiles = _together("profiles", counts, "follows", "likes", "reposts")
    texts = _together("texts", counts, "likes", "reposts")
    return (ListPlan("profile", 1, 2), *lists, profiles, texts)


def host(_: OwnAccount, access: Access) -> str:
    """Name the server that is asked most: our own where it is named, else the AppView."""
    return urlsplit(access.address or access.appview or PUBLIC).netloc


def _list_plan(name: str, count: int | None, size: int, more: int) -> ListPlan:
    requests = None if count is None else -(-count // size) + more
    return ListPlan(name, count, requests, allowed=_ALLOWED, window=_WINDOW)


def _together(name: str, counts: Mapping[str, int | None], *lists: str) -> ListPlan:
    """Plan asking about what several lists name; not known where one of them is not."""
    known = [counts[one] for one in lists if one in counts]
    items = [one for one in known if one is not None]
    return _list_plan(name, sum(items) if len(items) == len(known) else None, AT_ONCE, 0)


def _own_notes(account: OwnAccount, us: Identity) -> tuple[str, ...]:
    if us.handle == "handle.invalid":
        return (
            f"Bluesky shows {account.label} as an invalid handle: its domain does not lead back "
            "to the account.",
        )
    return ()


CONNECTOR = LiveConnector("bluesky", host, probe, read, plan)
