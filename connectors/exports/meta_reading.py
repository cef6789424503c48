"""One file of a Meta export: its records in, its rows and its tally out, even where it breaks."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

import pandas as pd

from connectors import frames
from connectors.archive import Archive, Member
from connectors.collected import OwnAccount, Tally
from connectors.errors import SourceError
from connectors.exports.meta_json import records
from connectors.records import NOT_ASKED_FOR, Outcome, Row

NOT_A_RECORD = "not a record of the form that the platform writes"
# Rows wait as Python objects for at most this many, so that memory follows the output.
_ROWS_AT_A_TIME = 5_000

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


@dataclass
class _Count:
    """What became of the records of a file while they were read."""

    records: int = 0
    reported: Counter[str] = field(default_factory=Counter)
    trouble: str = ""


def source_name(archive: Archive, member: Member) -> str:
    """Name a file for evidence: by its path, and by its zip where there are several."""
    several = len({one.part for one in archive.members}) > 1
    return member.label if several else member.name


def read_file(
    archive: Archive, member: Member, key: str, interpret: Interpret, account: OwnAccount
) -> FileRead:
    """Interpret each record of a file with the place it stands at, such as ``a.json, record 3``.

    What stands before a damage is kept; the sentence about it goes into ``trouble``.
    """
    found = records(archive, member, key)
    read = read_records(FileSource(member, source_name(archive, member)), found, interpret, account)
    return replace(read, trouble=read.trouble or not_understood(read.tally))


def read_records(
    source: FileSource, found: Iterator[object], interpret: Interpret, account: OwnAccount
) -> FileRead:
    """Interpret records as they come; where reading them breaks, those before it are kept."""
    count = _Count()
    every = _read(found, source, interpret, count)
    interactions = in_pieces(_asked_for(every, account, count))
    tally = tally_of(source.name, count.records, count.reported)
    return FileRead(source.member, interactions, tally, count.trouble)


def in_pieces(rows: Iterable[Row]) -> pd.DataFrame:
    """Make the frame of many rows, some at a time."""
    left, made = iter(rows), []
    while part := list(islice(left, _ROWS_AT_A_TIME)):
        made.append(frames.make("interactions", part))
    return frames.concat("interactions", made)


def tally_of(source: str, count: int, reported: Counter[str]) -> Tally:
    """Give the tally of a file from its records and those that gave no row."""
    return Tally(source, count, count - reported.total(), dict(sorted(reported.items())))


def not_understood(tally: Tally) -> str:
    """Say how many records of a file had another form than is known; empty where none had."""
    bad = tally.reported.get(NOT_A_RECORD, 0)
    if not bad:
        return ""
    return f"{bad:,} of {tally.records:,} records of {tally.source} could not be understood."


def _read(
    found: Iterator[object], source: FileSource, interpret: Interpret, count: _Count
) -> Iterator[Outcome]:
    try:
        for record in found:
            count.records += 1
            yield interpret(record, f"{source.name}, {source.noun} {count.records}")
    except SourceError as error:
        count.trouble = str(error)


def _asked_for(outcomes: Iterable[Outcome], account: OwnAccount, count: _Count) -> Iterator[Row]:
    for outcome in outcomes:
        if isinstance(outcome, str):
            count.reported[outcome] += 1
            continue
        wanted = [row for row in outcome if account.wants(row["kind"])]
        if not wanted:
            count.reported[NOT_ASKED_FOR] += 1
        yield from wanted
