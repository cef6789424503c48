"""From the items of a list to rows: each gives rows, or a reason why it gives none."""

from collections.abc import Callable, Iterable
from typing import Any

from connectors.collected import OwnAccount
from connectors.live.walk import Walked
from connectors.records import Gathered, Outcome, gather

Interpret = Callable[[Any, str], Outcome]


def interpreted(
    walked: Walked,
    items_of: Callable[[Any], Iterable[Any]],
    interpret: Interpret,
    account: OwnAccount,
) -> Gathered:
    """Interpret each item with its evidence; ``items_of`` takes the items out of a body."""

    def placed(item: tuple[Any, str], _: int) -> Outcome:
        return interpret(*item)

    return gather(walked.listing.name, walked.items(items_of), placed, account)
