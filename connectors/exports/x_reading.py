"""Reading the files of one kind: records in, frames and tallies out, a few records at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from connectors import frames
from connectors.archive import Archive
from connectors.collected import OwnAccount, Tally
from connectors.exports.x_manifest import Source
from connectors.exports.x_script import records
from connectors.records import Outcome, gather, until_broken

SUPERSEDED = "in an older archive; a newer one is given too"

Interpret = Callable[[object, str], Outcome]


@dataclass(frozen=True)
class FileRead:
    """What one file gave: its rows, its tally, and a sentence where it is missing or broken."""

    source: Source
    interactions: pd.DataFrame
    tally: Tally | None
    trouble: str = ""

    @property
    def records(self) -> int:
        """The records read."""
        return self.tally.records if self.tally else 0


def read_files(
    archive: Archive, sources: Sequence[Source], interpret: Interpret, account: OwnAccount
) -> tuple[FileRead, ...]:
    """Read the files in order, each on its own: one that is broken does not stop the others."""
    return tuple(_read(archive, source, interpret, account) for source in sources)


def set_aside(_: object, __: str) -> Outcome:
    """Count a record of a follow list that a newer archive replaces."""
    return SUPERSEDED


def _read(archive: Archive, source: Source, interpret: Interpret, account: OwnAccount) -> FileRead:
    if source.member is None:
        return FileRead(source, frames.empty("interactions"), None, _missed(source))
    name, troubles = source.name, list[str]()

    def placed(record: object, number: int) -> Outcome:
        return interpret(record, f"{name}, record {number}")

    found = until_broken(records(archive, source.member, name), troubles)
    gathered = gather(name, found, placed, account)
    trouble = "".join(troubles) or _differs(source, gathered.tally.records)
    return FileRead(source, gathered.interactions, gathered.tally, trouble)


def _missed(source: Source) -> str:
    stated = "" if source.stated is None else f" with {source.stated:,} records"
    return (
        f"The archive's manifest names {source.name}{stated}, but the file is not there. "
        "Give the whole archive as X sent it."
    )


def _differs(source: Source, count: int) -> str:
    if source.stated is None or source.stated == count:
        return ""
    return (
        f"The manifest names {source.stated:,} records in {source.name}, and {count:,} were read."
    )
