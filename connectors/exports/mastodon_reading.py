"""What is read of a Mastodon export so far, file by file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pandas as pd

from connectors import columns
from connectors.collected import OwnAccount, Tally
from connectors.coverage import Reach
from connectors.exports.mastodon_csv import NOT_AN_ADDRESS
from connectors.exports.mastodon_posts import NOT_A_RECORD
from connectors.records import Outcome, gather


@dataclass
class Reading:
    """What was read so far: interactions, tallies, and for each kind what stood in the way."""

    interactions: list[pd.DataFrame] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    reach: dict[str, Reach] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def keep(
    source: str,
    noun: str,
    records: Iterable[object],
    interpret: Callable[..., Outcome],
    account: OwnAccount,
    result: Reading,
) -> None:
    """Interpret the records of one file, and add what it gave and its tally to the result."""

    def numbered(record: object, number: int) -> Outcome:
        return interpret(record, f"{source}, {noun} {number}")

    gathered = gather(source, records, numbered, account)
    result.interactions.append(gathered.interactions)
    result.tallies.append(gathered.tally)


def keep_columns(
    source: str,
    records: Iterable[object],
    interpret: columns.Interpret,
    account: OwnAccount,
    result: Reading,
) -> None:
    """Interpret the records of one file many at a time, and add what it gave to the result."""
    blocks = columns.in_blocks(records)
    gathered = columns.gather(source, f"{source}, record", blocks, interpret, account)
    result.interactions.append(gathered.interactions)
    result.tallies.append(gathered.tally)


def not_understood(tally: Tally) -> str:
    """Say how many records of a file could not be understood; empty if there are none."""
    bad = sum(tally.reported.get(reason, 0) for reason in (NOT_A_RECORD, NOT_AN_ADDRESS))
    if not bad:
        return ""
    return f"{bad:,} of {tally.records:,} records of {tally.source} could not be understood."
