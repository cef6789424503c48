"""From the items of a list to rows: each gives rows, or a reason why it gives none."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from connectors.collected import OwnAccount
from connectors.live.asking import Asking
from connectors.live.walk import Walked, understood
from connectors.records import Gathered, Outcome, gather

Interpret = Callable[[Any, str], Outcome]


def interpreted(
    walked: Walked,
    items_of: Callable[[Any], Iterable[Any]],
    interpret: Interpret,
    account: OwnAccount,
    asking: Asking,
) -> tuple[Walked, Gathered]:
    """Interpret each item with its evidence; ``items_of`` takes the items out of a body.

    A list that cannot be understood comes back as one that was not read.
    """

    def placed(item: tuple[Any, str], _: int) -> Outcome:
        return interpret(*item)

    def rows(of: Walked) -> Gathered:
        return gather(of.listing.name, of.items(items_of), placed, account)

    return understood(walked, asking, rows)


def all_interpreted(
    lists: Mapping[str, Walked],
    items_of: Callable[[Any], Iterable[Any]],
    readers: Mapping[str, Interpret],
    account: OwnAccount,
    asking: Asking,
) -> tuple[dict[str, Walked], list[Gathered]]:
    """Interpret each list by the reader of its name; one that fails costs no other."""
    read = {
        name: interpreted(walked, items_of, readers[name], account, asking)
        for name, walked in lists.items()
    }
    walks = {name: walked for name, (walked, _) in read.items()}
    return walks, [gathered for _, gathered in read.values()]
