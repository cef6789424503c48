"""The Electoral Commission's published statistics: the CSV files of a general election.

``overall-results-summary``, ``winning-electorate-candidates`` and
``percentage-votes-for-registered-parties``, of the shapes of 2017 to 2023. The first line of
each is its title, by which it is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.update.owners import folded
from audit.update.result_parts import Count, PartyResult, Winner, check_shares, refuse
from connectors.errors import SourceError
from connectors.list_tables import text_table

SUMMARY = "summary of overall results"
WINNERS = "winning electorate candidate votes"
VOTES = "percentage of votes for registered parties"
_STATE, _TOTALS = "state of the parties", "combined totals"
Row = tuple[str, ...]


@dataclass(frozen=True)
class Statistics:
    """One CSV of the statistics: its title, folded, and the rows below it."""

    file: str
    title: str
    rows: tuple[Row, ...]


def read_statistics(content: bytes, file: str) -> Statistics:
    """Read one CSV; raises SourceError where it is none of those that are known."""
    table = text_table(content, file)
    rows = tuple(tuple(cell.text for cell in line.cells) for line in table.lines)
    title = folded(rows[0][0]) if rows else ""
    if title not in (SUMMARY, WINNERS, VOTES):
        raise SourceError(
            f"{file} is none of the Electoral Commission's files that are read: election.xml with "
            "parties.xml, or overall-results-summary.csv of the statistics."
        )
    return Statistics(file, title, rows[1:])


def summary_count(table: Statistics) -> Count:
    """Read overall-results-summary: votes, list and electorate seats, and their totals."""
    rows = _below(table, "parties(grouped)")
    state = next((place for place, row in enumerate(rows) if folded(row[0]) == _STATE), None)
    if state is None:
        refuse(table.file, "it ends before the state of the parties: it is cut off.")
    above, below = rows[:state], rows[state + 1 :]
    parties, shares = _merged(table.file, [row for row in above if row[0] and any(row[1:])])
    totals = [_numbers(row) for row in above if not row[0]]
    won = sum(one.electorate_seats or 0 for one in parties)
    with_any = tuple(one for one in parties if one.votes or one.seats)
    count = Count(table.file, with_any, electorates=won)
    check_shares(count, [(one, share) for one, share in shares if one in count.parties])
    _check_totals(count, totals)
    _check_state(count, below)
    return count


def winners_of(table: Statistics) -> tuple[Winner, ...]:
    """Read winning-electorate-candidates: one row for each electorate that was won."""
    rows = _below(table, "electoral district")
    if not rows or any(len(row) < 4 or not all(row[:4]) for row in rows):
        refuse(table.file, "a row has no electorate, candidate or party: it is cut off.")
    return tuple(Winner(row[0], row[1], (row[2],)) for row in rows)


def votes_of(table: Statistics) -> tuple[Count, int]:
    """Read percentage-votes: votes of the parties that it names, and those of all others."""
    heading, totals = table.rows[0] if table.rows else (), table.rows[-1] if table.rows else ()
    if len(table.rows) < 3 or not totals or folded(totals[0]) != _TOTALS:
        refuse(table.file, "it ends before the combined totals: it is cut off.")
    named = [(name, place) for place, name in enumerate(heading) if name]
    if len(totals) < max((place for _, place in named), default=0) + 2:
        refuse(table.file, "its combined totals are not whole.")
    votes = [(name, _number(table.file, totals[place]), totals[place + 1]) for name, place in named]
    parties = [PartyResult((name,), cast) for name, cast, _ in votes]
    shown = Count(table.file, tuple(parties))
    check_shares(shown, zip(parties, [share for _, _, share in votes], strict=True))
    if sum(one.votes for one in parties) != _number(table.file, totals[-1]):
        refuse(table.file, "its parties do not add up to the total of valid votes.")
    others = sum(one.votes for one in parties if folded(one.name) == "other")
    return Count(table.file, tuple(p for p in parties if folded(p.name) != "other")), others


def _below(table: Statistics, heading: str) -> tuple[Row, ...]:
    for place, row in enumerate(table.rows):
        if folded(row[0]) == heading:
            return table.rows[place + 1 :]
    raise SourceError(f"{table.file} has no line of headings: download it again.")


def _merged(
    file: str, rows: Sequence[Row]
) -> tuple[list[PartyResult], list[tuple[PartyResult, str]]]:
    """Put the rows of the same name together: an umbrella party has one for list, one for seats."""
    cells = [(*row, "", "", "", "", "", "")[:7] for row in rows]
    parties: dict[str, PartyResult] = {}
    shares: dict[str, str] = {}
    for name, listed, votes, share, _, electorates, *_ in cells:
        before = parties.get(name, PartyResult((name,), 0, 0, 0))
        parties[name] = PartyResult(
            (name,),
            before.votes + _number(file, votes or "0"),
            (before.list_seats or 0) + _number(file, listed or "0"),
            (before.electorate_seats or 0) + _number(file, electorates or "0"),
        )
        shares[name] = share or shares.get(name, "")
    return [*parties.values()], [(one, shares[name]) for name, one in parties.items()]


def _check_totals(count: Count, totals: Sequence[Sequence[int]]) -> None:
    """Compare with the lines of totals: seats first, then valid votes, list before electorate."""
    seats = (
        sum(one.list_seats or 0 for one in count.parties),
        sum(one.electorate_seats or 0 for one in count.parties),
    )
    votes = sum(one.votes for one in count.parties)
    if len(totals) < 2 or tuple(totals[0]) != seats or totals[1][:1] != [votes]:
        refuse(count.file, "its seats or votes do not add up to its totals.")


def _check_state(count: Count, rows: Sequence[Row]) -> None:
    stated = [(row[0], _numbers(row)) for row in rows]
    totals = [numbers for name, numbers in stated if not name]
    won = {
        folded(one.name): [one.list_seats, one.electorate_seats, one.seats]
        for one in count.parties
        if one.seats
    }
    differs = [name for name, numbers in stated if name and won.get(folded(name)) != numbers]
    all_seats = sum(one.seats or 0 for one in count.parties)
    if differs or len(totals) != 1 or totals[0][-1:] != [all_seats]:
        refuse(count.file, "its state of the parties does not fit the seats above it.")


def _numbers(row: Row) -> list[int]:
    return [int(cell) for cell in row if cell.isascii() and cell.isdigit()]


def _number(file: str, written: str) -> int:
    if not (written.isascii() and written.isdigit()):
        refuse(file, f"{written!r} is not a whole number.")
    return int(written)
