"""The own posts of an account, where the platform's interface gives nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.exports.meta_coverage import limited
from connectors.live.asking import Asking
from connectors.live.connector import ListPlan
from connectors.live.listing import Listing
from connectors.live.not_given import not_given
from connectors.live.reach import stated
from connectors.live.walk import Walked, walk
from connectors.profiles import parse_profile
from connectors.records import Gathered


def own_id(account: OwnAccount) -> str:
    """Give the id of our account as exports of the platform have it, from its handle alone."""
    own = parse_profile(account.handle, account.platform)
    return own.account_id if own else f"@{account.handle.casefold()}"


def posts_of(account: OwnAccount, listing: Listing, asking: Asking) -> Walked:
    """Read the list of posts, if the configuration asks for anything that comes from it."""
    return walk(listing, asking) if _wants_posts(account) else Walked(listing, ())


def collected(
    account: OwnAccount,
    gathered: Gathered,
    accounts: pd.DataFrame,
    reach: Mapping[str, Reach],
    notes: Iterable[str] = (),
) -> Collected:
    """Put together what one account's posts gave."""
    own = own_id(account)
    return Collected(
        agency_account=own,
        interactions=gathered.interactions,
        accounts=accounts,
        coverage=coverage(account, own, gathered.interactions, reach, account.read_at),
        tallies=(gathered.tally,),
        notes=tuple(filter(None, notes)),
    )


def reach_of_posts(
    platform: str,
    posts: Reach,
    given: int,
    counts: Mapping[str, int],
    limits: Mapping[str, str],
) -> dict[str, Reach]:
    """Give the reach of each kind: ``posts`` that of the list, ``given`` how many it gave.

    ``counts`` are the platform's own by kind; ``limits`` says for a kind what is never given.
    """
    kinds = {kind: limited(posts, said) for kind, said in limits.items()}
    kinds["post"] = stated(kinds["post"], counts.get("post"), given, "")
    return {**kinds, **not_given(platform, counts)}


def planned(
    account: OwnAccount, counts: Mapping[str, int], size: int, allowed: int, window: int
) -> tuple[ListPlan, ...]:
    """Say what the list of posts takes: a request for the account, then ``size`` posts each."""
    one = ListPlan("profile", 1, 1, 0.0, allowed, window)
    if not _wants_posts(account):
        return (one,)
    items = counts.get("post")
    # After a page that is full comes another one, if only an empty one.
    requests = None if items is None else items // size + 1
    return one, replace(one, name="posts", items=items, requests=requests)


def _wants_posts(account: OwnAccount) -> bool:
    return any(map(account.wants, ("post", "link", "repost", "quote")))
