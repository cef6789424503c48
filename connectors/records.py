"""From the records of one file to rows: each record gives rows, or a reason why it gives none."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pandas as pd

from connectors import frames
from connectors.collected import OwnAccount, Tally
from connectors.errors import SourceError

Record = TypeVar("Record")
Row = dict[str, Any]
Outcome = list[Row] | str
NOT_ASKED_FOR = "of a kind that the configuration does not ask for"


@dataclass(frozen=True)
class Gathered:
    """The interactions of one file and what became of its records."""

    interactions: pd.DataFrame
    tally: Tally


def gather(
    source: str,
    records: Iterable[Record],
    interpret: Callable[[Record, int], Outcome],
    account: OwnAccount,
) -> Gathered:
    """Interpret each record (with its number, from 1) and count those that gave no row."""
    reported: Counter[str] = Counter()
    count = 0

    def rows() -> Iterator[Row]:
        nonlocal count
        for record in records:
            count += 1
            outcome = _asked_for(interpret(record, count), account)
            if isinstance(outcome, str):
                reported[outcome] += 1
            else:
                yield from outcome

    interactions = frames.make("interactions", rows())
    return Gathered(interactions, tally_of(source, count, reported))


def tally_of(source: str, count: int, reported: Counter[str]) -> Tally:
    """Give the tally of a file from its records and those that gave no row."""
    return Tally(source, count, count - reported.total(), dict(sorted(reported.items())))


def until_broken(records: Iterable[Record], troubles: list[str]) -> Iterator[Record]:
    """Give the records up to where reading them breaks, and put the sentence into ``troubles``."""
    try:
        yield from records
    except SourceError as error:
        troubles.append(str(error))


def _asked_for(outcome: Outcome, account: OwnAccount) -> Outcome:
    if isinstance(outcome, str) or (outcome and not account.kinds):
        return outcome
    return [row for row in outcome if account.wants(row["kind"])] or NOT_ASKED_FOR
