"""One file of an export: its records in, its rows and its tally out, even where it breaks."""

from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass, replace

import pandas as pd

from connectors import columns
from connectors.archive import Archive, Member
from connectors.collected import OwnAccount, Tally
from connectors.exports.meta_json import records
from connectors.records import Outcome, gather, until_broken

NOT_A_RECORD = "not a record of the form that the platform writes"

Interpret = Callable[[object, str], Outcome]


@dataclass(frozen=True)
class FileSource:
    """A file as evidence names it, and what one of its records is called: a record, a row."""

    member: Member
    name: str
    noun: str = "record"


@dataclass(frozen=True)
class FileRead:
    """What one file gave; ``trouble`` is a sentence where not all of it could be read."""

    member: Member
    interactions: pd.DataFrame
    tally: Tally
    trouble: str = ""

    @property
    def broken(self) -> bool:
        """Tell whether the file could not be read to its end, and gave no record at all."""
        return bool(self.trouble) and not self.tally.records


def source_name(archive: Archive, member: Member) -> str:
    """Name a file for evidence: by its path, and by its zip where there are several."""
    several = len({one.part for one in archive.members}) > 1
    return member.label if several else member.name


def read_records(
    source: FileSource, found: Iterator[object], interpret: Interpret, account: OwnAccount
) -> FileRead:
    """Interpret records as they come; where reading them breaks, those before it are kept."""
    troubles: list[str] = []
    place = f"{source.name}, {source.noun}"

    def placed(record: object, number: int) -> Outcome:
        return interpret(record, f"{place} {number}")

    gathered = gather(source.name, until_broken(found, troubles), placed, account)
    return FileRead(source.member, gathered.interactions, gathered.tally, "".join(troubles))


def read_columns(
    source: FileSource, found: Iterable[object], interpret: columns.Interpret, account: OwnAccount
) -> FileRead:
    """Interpret records many at a time; where reading them breaks, those before it are kept."""
    return read_blocks(source, columns.in_blocks(found), interpret, account)


def read_blocks(
    source: FileSource, found: Iterable[Sized], interpret: columns.Interpret, account: OwnAccount
) -> FileRead:
    """Interpret blocks of records as they come; those before a damage are kept."""
    troubles: list[str] = []
    place = f"{source.name}, {source.noun}"
    blocks = until_broken(found, troubles)
    gathered = columns.gather(source.name, place, blocks, interpret, account)
    return FileRead(source.member, gathered.interactions, gathered.tally, "".join(troubles))


def read_file(
    archive: Archive,
    member: Member,
    key: str,
    interpret: Interpret | columns.Interpret,
    account: OwnAccount,
    read: Callable[..., FileRead] = read_records,
) -> FileRead:
    """Interpret the records of a file, each with the place it stands at: ``a.json, record 3``.

    ``read`` is ``read_records``, or ``read_columns`` where ``interpret`` takes many at a time.
    What stands before a damage is kept; the sentence about it goes into ``trouble``.
    """
    source = FileSource(member, source_name(archive, member))
    found = read(source, records(archive, member, key), interpret, account)
    return replace(found, trouble=found.trouble or not_understood(found.tally))


def not_understood(tally: Tally) -> str:
    """Say how many records of a file had another form than is known; empty where none had."""
    bad = tally.reported.get(NOT_A_RECORD, 0)
    if not bad:
        return ""
    return f"{bad:,} of {tally.records:,} records of {tally.source} could not be understood."
