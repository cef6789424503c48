"""Statements of Wikidata put together from rows, with their dates as the register writes them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Row = Mapping[str, str]
# How many characters of 2026-11-24 are known, by Wikidata's number for the precision of a time.
_KNOWN = {"9": 4, "10": 7, "11": 10, "12": 10, "13": 10, "14": 10}


@dataclass(frozen=True)
class Statement:
    """One statement: whose, its rank, its first and last day, and each value that it gives.

    ``ended`` tells that it is over, on ``to`` or, where that is empty, on a day nobody stated.
    """

    item: str
    preferred: bool
    from_: str
    to: str
    ended: bool
    values: Mapping[str, tuple[str, ...]]
    problem: str = ""

    def one(self, name: str) -> str:
        """Give the first value of a variable, or empty text."""
        return next(iter(self.values.get(name, ())), "")


def statements(rows: Sequence[Row]) -> tuple[Statement, ...]:
    """Put the rows of each statement together; several first or last days are a problem of it."""
    by_statement: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_statement[row["statement"]].append(row)
    return tuple(_statement(by_statement[name]) for name in sorted(by_statement))


def number_of(address: str) -> str:
    """Give the number at the end of an item's address, such as Q18145518."""
    return address.rsplit("/", 1)[-1]


def _statement(rows: Sequence[Row]) -> Statement:
    first = {_day(row, "from") for row in rows} - {""}
    last = {_day(row, "to") for row in rows} - {""}
    several = [
        f"{len(days)} {which} days"
        for days, which in ((first, "first"), (last, "last"))
        if len(days) > 1
    ]
    return Statement(
        item=number_of(rows[0]["item"]),
        preferred=rows[0]["rank"].endswith("PreferredRank"),
        from_=min(first, default=""),
        to=max(last, default=""),
        ended=any(row["to"] or row["ended"] for row in rows),
        values={name: tuple(sorted({row[name] for row in rows} - {""})) for name in rows[0]},
        problem=f"Wikidata gives {' and '.join(several)}." if several else "",
    )


def _day(row: Row, name: str) -> str:
    return row[name][: _KNOWN.get(row[f"{name}Precision"], 0)]
