"""The result of a general election from the Electoral Commission's files, read together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from audit.review.words import count as counted
from audit.review.words import listing
from audit.update.owners import folded
from audit.update.result_parts import Count, PartyResult, Winner, refuse
from audit.update.results_csv import (
    SUMMARY,
    VOTES,
    WINNERS,
    Statistics,
    read_statistics,
    summary_count,
    votes_of,
    winners_of,
)
from audit.update.results_members import Elected, check_winners, members_elected, with_others
from audit.update.results_xml import USED, Feed, parse, read_feed
from connectors.errors import SourceError

_SAID_AT_MOST = 5


@dataclass(frozen=True)
class Result:
    """What the files say of one election; they do not say which, nor when it was declared.

    ``final`` tells whether it is the official count, null where the files do not say; ``stamped``
    is their day, null likewise. ``members`` are all the members elected if ``complete_members``,
    or else those of electorates, or none. ``unexplained`` counts the electorates that no party of
    the count won. ``notes`` say what the files leave open.
    """

    file: str
    parties: tuple[PartyResult, ...]
    final: bool | None
    stamped: date | None
    members: tuple[Elected, ...] = ()
    complete_members: bool = False
    unexplained: int = 0
    notes: tuple[str, ...] = ()


def is_result(content: bytes) -> bool:
    """Tell whether the bytes of a file begin as one of an election's result does."""
    head = content[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<"):
        return any(f"<{tag}".encode() in head for tag in USED)
    title = folded(head.split(b"\n", 1)[0].decode("utf-8", "replace").strip(',"\r'))
    return title in (SUMMARY, WINNERS, VOTES)


def read_results(files: Mapping[str, bytes]) -> Result:
    """Read the files of one election by what they hold, not by their names.

    Together they are one result: election.xml with parties.xml, or overall-results-summary.csv;
    for the members also candidates.xml and electorates.xml, with every eNN.xml or
    winning-electorate-candidates.csv. Raises SourceError for a file that is cut off, of another
    kind or of another count: never half a result.
    """
    xml = {name: data for name, data in files.items() if _is_xml(data)}
    feed = read_feed([parse(data, name) for name, data in xml.items()])
    tables = [read_statistics(data, name) for name, data in files.items() if name not in xml]
    _once(tables)
    by_title = {table.title: table for table in tables}
    counts = [feed.count] if feed.count else []
    counts += [summary_count(by_title[SUMMARY])] if SUMMARY in by_title else []
    votes = votes_of(by_title[VOTES]) if VOTES in by_title else None
    if not counts and votes is None:
        names = listing(list(files)) or "The list of files"
        raise SourceError(
            f"{names}: no file says how many votes and seats each party has. Give election.xml "
            "and parties.xml, or overall-results-summary.csv."
        )
    if not counts and votes:
        return _votes_alone(*votes)
    one = counts[0]
    for other in (*counts[1:], *((votes[0],) if votes else ())):
        one = _together(one, other)
    return _with_members(one, feed, by_title.get(WINNERS))


def _is_xml(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _once(tables: Sequence[Statistics]) -> None:
    titles = [table.title for table in tables]
    for table in tables:
        if titles.count(table.title) > 1:
            refuse(table.file, "another file has the same title.", "Give one of them.")


def _votes_alone(count: Count, others: int) -> Result:
    note = f"{others:,} votes are of parties that {count.file} does not name."
    notes = (note,) if others else ()
    return Result(count.file, count.parties, count.final, count.stamped, notes=notes)


def _together(one: Count, other: Count) -> Count:
    """Add the seats that only the other has, without party votes; refuse another count."""
    more = []
    for party in other.parties:
        fits = next((mine for mine in one.parties if mine.is_named(party.names)), None)
        if fits is None and not party.votes:
            more.append(party)
            continue
        same = fits is not None and fits.votes == party.votes
        if not same or (fits and party.seats is not None and party.seats != fits.seats):
            refuse(other.file, f"{party.name} has another result there than in {one.file}.")
    electorates = other.electorates or one.electorates
    return replace(one, parties=(*one.parties, *more), electorates=electorates)


def _with_members(count: Count, feed: Feed, table: Statistics | None) -> Result:
    listed = winners_of(table) if table else ()
    own = () if feed.lacks else feed.winners
    winners = own or listed
    file = listing([name for name in (count.file, table.file if table else "") if name])
    result = Result(count.file, count.parties, count.final, count.stamped)
    won = sum(one.electorate_seats or 0 for one in count.parties)
    if not winners:
        unexplained = max((count.electorates or won) - won, 0)
        return replace(result, unexplained=unexplained, notes=_no_winners(feed, unexplained))
    parties = with_others(count, winners)
    check_winners(parties, winners, file)
    _same_winners(own, listed, file)
    members = members_elected(parties, winners, feed.candidates, file)
    seats = sum(one.seats or 0 for one in parties)
    notes = () if feed.candidates else ("Members of the lists are not in these files.",)
    return replace(
        result,
        parties=parties,
        members=members,
        complete_members=len(members) == seats,
        notes=notes,
    )


def _same_winners(own: Sequence[Winner], listed: Sequence[Winner], file: str) -> None:
    named = {(folded(one.electorate), *map(folded, one.parties[:1])) for one in listed}
    feeds = {(folded(one.electorate), folded(name)) for one in own for name in one.parties}
    if own and listed and not named <= feeds:
        refuse(file, "the winners of the feed are not those of the statistics.")


def _no_winners(feed: Feed, unexplained: int) -> tuple[str, ...]:
    notes = []
    if feed.candidates:
        some = listing([*feed.lacks[:_SAID_AT_MOST]])
        more = len(feed.lacks) - _SAID_AT_MOST
        named = f" (not given: {some}{f' and {more} more' if more > 0 else ''})" if some else ""
        notes.append(
            "candidates.xml says who stood, not who won: give winning-electorate-candidates.csv, "
            f"or the eNN.xml of every electorate{named}."
        )
    if unexplained:
        notes.append(
            f"{counted(unexplained, 'electorate')} went to no party of the count, or had no poll: "
            "winning-electorate-candidates.csv says which."
        )
    return tuple(notes)
