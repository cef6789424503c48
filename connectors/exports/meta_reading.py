"""One file of a Meta export: its records in, its rows and its tally out, even where it breaks."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from connectors.archive import Archive, Member
from connectors.collected import OwnAccount, Tally
from connectors.errors import SourceError
from connectors.exports.meta_json import records
from connectors.records import NOT_ASKED_FOR, Outcome, Row

NOT_A_RECORD = "not a record of the form that Meta writes"


@dataclass(frozen=True)
class FileRead:
    """The rows and the tally of one file; ``trouble`` is a sentence where not all could be read."""

    member: Member
    rows: tuple[Row, ...]
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


def read_file(
    archive: Archive,
    member: Member,
    key: str,
    interpret: Callable[[object, str], Outcome],
    account: OwnAccount,
) -> FileRead:
    """Interpret each record of a file with the place it stands at, such as ``a.json, record 3``.

    What stands before a damage is kept; the sentence about it goes into ``trouble``.
    """
    source = source_name(archive, member)
    rows: list[Row] = []
    reported: Counter[str] = Counter()
    count, trouble = 0, ""
    try:
        for record in records(archive, member, key):
            count += 1
            outcome = interpret(record, f"{source}, record {count}")
            if not isinstance(outcome, str) and account.kinds:
                outcome = [row for row in outcome if account.wants(row["kind"])] or NOT_ASKED_FOR
            if isinstance(outcome, str):
                reported[outcome] += 1
            else:
                rows += outcome
    except SourceError as error:
        trouble = str(error)
    tally = Tally(source, count, count - reported.total(), dict(sorted(reported.items())))
    return FileRead(member, tuple(rows), tally, trouble or not_understood(tally))


def not_understood(tally: Tally) -> str:
    """Say how many records of a file had another form than is known; empty where none had."""
    bad = tally.reported.get(NOT_A_RECORD, 0)
    if not bad:
        return ""
    return f"{bad:,} of {tally.records:,} records of {tally.source} could not be understood."
