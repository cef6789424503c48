"""What no interface of a platform gives an agency, why, and what to order or keep instead."""

from collections.abc import Mapping

from connectors.collected import OwnAccount
from connectors.coverage import Reach
from connectors.exports.ordering import ORDER, ORDER_AS_PAGE

_BY_HAND = "LinkedIn shows nobody {}, in its interface or in an export. Keep a list by hand."
_META = "The interface of {} does not say {}. {}"
_WHOM, _WHAT = "whom an account follows", "what an account likes"
FOLLOWS_AND_LIKES: Mapping[str, Mapping[str, str]] = {
    "facebook": {
        "follow": _META.format("Facebook", "whom a Page follows", ORDER_AS_PAGE),
        "like": _META.format("Facebook", "what a Page likes", ORDER_AS_PAGE),
    },
    **{
        platform: {
            "follow": _META.format(name, _WHOM, ORDER[platform]),
            "like": _META.format(name, _WHAT, ORDER[platform]),
        }
        for platform, name in (("instagram", "Instagram"), ("threads", "Threads"))
    },
    "linkedin": {
        "follow": _BY_HAND.format("whom a Page follows"),
        "like": _BY_HAND.format("what a Page likes"),
    },
}


def not_given(platform: str, stated: Mapping[str, int]) -> dict[str, Reach]:
    """Give the reach of follows and likes; ``stated`` are the platform's own counts by kind."""
    reasons = FOLLOWS_AND_LIKES[platform]
    return {
        kind: Reach("unavailable", why, stated=stated.get(kind)) for kind, why in reasons.items()
    }


def said_of(account: OwnAccount) -> tuple[str, ...]:
    """Say what the configuration asks for of this account and its interface does not give."""
    reasons = FOLLOWS_AND_LIKES[account.platform]
    return tuple(why for kind, why in reasons.items() if account.wants(kind))
