"""What a run asks X for, and what that takes at most."""

from collections.abc import Mapping

from connectors.collected import OwnAccount
from connectors.live.connector import ListPlan
from connectors.live.prices import prices
from connectors.live.x_coverage import DEPTH
from connectors.live.x_lists import FOLLOWS_A_PAGE, POSTS_A_PAGE, most_for_one

_KINDS = {
    "follows": ("follow",),
    "likes": ("like",),
    "posts": ("post", "repost", "quote", "link"),
}
_A_PAGE = {"follows": FOLLOWS_A_PAGE, "likes": POSTS_A_PAGE, "posts": POSTS_A_PAGE}
# Requests that X lets through in a quarter of an hour, as its pages say; it tells by headers.
_ALLOWED = {"profile": 75, "follows": 300, "likes": 75, "posts": 900}
_WINDOW = 900


def wanted_lists(account: OwnAccount) -> list[str]:
    """Name the lists that hold what the configuration asks for."""
    return [name for name, kinds in _KINDS.items() if any(map(account.wants, kinds))]


def plan(account: OwnAccount, counts: Mapping[str, int]) -> tuple[ListPlan, ...]:
    """Say what a run takes at most, by the pay-per-use prices and with nothing owned."""
    profile = ListPlan("profile", 1, 1, prices("x").user, _ALLOWED["profile"], _WINDOW)
    lists = (_listed(name, counts.get(_KINDS[name][0])) for name in wanted_lists(account))
    return (profile, *lists)


def _listed(name: str, count: int | None) -> ListPlan:
    allowed = _ALLOWED[name]
    if count is None:
        return ListPlan(name, None, None, None, allowed, _WINDOW)
    given = min(count, DEPTH) if name == "posts" else count
    requests = max(1, -(-given // _A_PAGE[name]))
    return ListPlan(
        name, given, requests, given * most_for_one(name, prices("x")), allowed, _WINDOW
    )
