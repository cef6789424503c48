"""The parts of an election's result as its sources name them, before the register is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from audit.update.owners import folded
from connectors.errors import SourceError

INDEPENDENT = "Independent"
# Percentages have two decimals, truncated in the feed and rounded in the statistics.
_NEAR_ENOUGH = 0.0101


@dataclass(frozen=True)
class PartyResult:
    """What one party won, under every name that the source has for it; seats may not be said."""

    names: tuple[str, ...]
    votes: int
    list_seats: int | None = None
    electorate_seats: int | None = None

    @property
    def name(self) -> str:
        """Give the name to show."""
        return self.names[0]

    @property
    def seats(self) -> int | None:
        """Give all its seats, or nothing where the source does not say them."""
        if self.list_seats is None or self.electorate_seats is None:
            return None
        return self.list_seats + self.electorate_seats

    def is_named(self, names: Iterable[str]) -> bool:
        """Tell whether one of some names is one of its own, written in any case or accent."""
        return bool({*map(folded, names)} & {*map(folded, self.names)})


@dataclass(frozen=True)
class Count:
    """The count that one file gives; ``final`` is null where the file does not say.

    ``stamped`` is the day of the file itself; ``electorates`` how many there are, null if unsaid.
    """

    file: str
    parties: tuple[PartyResult, ...]
    final: bool | None = None
    stamped: date | None = None
    electorates: int | None = None


@dataclass(frozen=True)
class Candidate:
    """Someone who stood; ``place`` on the list is 0 and ``electorate`` empty for none."""

    number: str
    name: str
    electorate: str
    parties: tuple[str, ...]
    place: int


@dataclass(frozen=True)
class Winner:
    """Who won an electorate; ``number`` is the candidate's, empty where the file has none."""

    electorate: str
    name: str
    parties: tuple[str, ...]
    number: str = ""


def refuse(
    file: str, what: str, todo: str = "Download it again, with the others of the same count."
) -> NoReturn:
    """Raise SourceError: a result is taken whole or not at all."""
    raise SourceError(f"{file}: {what} {todo}")


def check_shares(count: Count, shares: Iterable[tuple[PartyResult, str]]) -> None:
    """Refuse a count whose percentages do not fit its votes: parties are missing, or mixed."""
    total = sum(one.votes for one in count.parties)
    for one, written in shares:
        if not written:
            continue
        share = 100 * one.votes / total if total else 0.0
        try:
            stated = float(written.rstrip("%"))
        except ValueError:
            refuse(count.file, f"{written!r} is no percentage.")
        if not abs(stated - share) <= _NEAR_ENOUGH:
            refuse(
                count.file,
                f"{one.name} has {one.votes} of {total} votes, which is not {written} per cent.",
            )
