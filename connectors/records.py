"""From the records of one file to rows: each record gives rows, or a reason why it gives none."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from connectors.collected import OwnAccount, Tally

Record = TypeVar("Record")
Row = dict[str, Any]
Outcome = list[Row] | str
NOT_ASKED_FOR = "of a kind that the configuration does not ask for"


@dataclass(frozen=True)
class Gathered:
    """The rows of one file and what became of its records."""

    rows: tuple[Row, ...]
    tally: Tally


def gather(
    source: str,
    records: Iterable[Record],
    interpret: Callable[[Record, int], Outcome],
    account: OwnAccount,
) -> Gathered:
    """Interpret each record (with its number, from 1) and count those that gave no row."""
    rows: list[Row] = []
    reported: Counter[str] = Counter()
    count = 0
    for record in records:
        count += 1
        outcome = interpret(record, count)
        if not isinstance(outcome, str):
            outcome = [row for row in outcome if account.wants(row["kind"])] or NOT_ASKED_FOR
        if isinstance(outcome, str):
            reported[outcome] += 1
        else:
            rows += outcome
    kept = count - reported.total()
    return Gathered(tuple(rows), Tally(source, count, kept, dict(sorted(reported.items()))))
