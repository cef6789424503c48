"""Accounts that the last review saw followed and the list of now lacks: what became of them.

They are asked about one by one or some at a time, as many a run as ``MOST`` says.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from connectors.coverage import Reach
from connectors.errors import FollowAuditError, QuotaSpent, RetryLater
from connectors.frames import PLATFORM_NAMES
from connectors.live.asking import Asking
from connectors.live.batches import Batches, ask_in_batches
from connectors.live.prices import charges, prices

MOST: Mapping[str, int] = {"mastodon": 200, "x": 500}
# On Mastodon each at our server and, where that knows nothing, at its own; on X 100 a request.
_REQUESTS: Mapping[str, int] = {"mastodon": 400, "x": 5}
UNKNOWN = "unknown"
_TOO_MANY = (
    "{:,} accounts are no longer in the list of follows; the platform was asked about {:,} of "
    "them, the most in one run."
)
_BROKEN_OFF = (
    "The platform was not asked about all accounts that are no longer in the list of follows. {}"
)


@dataclass(frozen=True)
class Vanished:
    """The ids that vanished, the bodies of the answers about them, and notes on what lacks."""

    ids: tuple[str, ...]
    bodies: tuple[Any, ...]
    notes: tuple[str, ...] = ()


def most_asked(platform: str) -> str:
    """Say what asking about them takes at most in one run; empty where nobody is asked."""
    if platform not in MOST:
        return ""
    most = MOST[platform]
    money = f" and US${most * prices(platform).user:,.2f}" if charges(platform) else ""
    return (
        f"Accounts that are gone from a list of follows since the review before are asked about "
        f"besides, on {PLATFORM_NAMES[platform]} up to {most:,} for each account of yours: up to "
        f"{_REQUESTS[platform]:,} requests{money}, which are not in the total."
    )


def vanished(reach: Reach | None, followed: Iterable[str], asking: Asking) -> tuple[str, ...]:
    """Name whom the last review had and a list lacks; nobody where the list is not whole.

    ``followed`` are the ids in the list.
    """
    if reach is None or reach.status != "complete":
        return ()
    there = frozenset(followed)
    return tuple(one for one in dict.fromkeys(asking.followed) if one not in there)


def ask_about(batches: Batches, ids: Sequence[str], most: int, asking: Asking) -> Vanished:
    """Ask about the first ``most`` of them; answers that are kept are given, whoever is asked for.

    A list is whole without them: a run that may not ask on is gone on with, any other failure is
    said in a note and costs no more.
    """
    apart = replace(asking, stops=[])
    answered = ask_in_batches(batches, ids[:most], apart)
    asking.stops.extend(one for one in apart.stops if isinstance(one, QuotaSpent | RetryLater))
    return Vanished(tuple(ids), answered.bodies, tuple(_notes(ids, most, answered.stopped)))


def states(of: Vanished, told: Mapping[str, str]) -> dict[str, str]:
    """Give the state of each, as told now; what other pages say of it may be of an earlier run."""
    return dict.fromkeys(of.ids, UNKNOWN) | dict(told)


def _notes(ids: Sequence[str], most: int, stopped: FollowAuditError | None) -> list[str]:
    if stopped is not None:
        return [_BROKEN_OFF.format(stopped)]
    return [_TOO_MANY.format(len(ids), most)] if len(ids) > most else []
