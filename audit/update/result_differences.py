"""An election's result against what the register holds of it: accepted whole or not at all."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from audit.register.pack import TABLES
from audit.register.seats import INDEPENDENT, Election
from audit.review.difference import Difference, Kind
from audit.review.words import count as counted
from audit.review.words import day, listing
from audit.update.claims import Claim, Given, cells_of, unsafe
from audit.update.found import Finding, Row, difference, sourced
from audit.update.owners import Owner
from audit.update.parties import PartyNames, party_names, party_of
from audit.update.results import Result
from audit.update.said import Said

Frames = Mapping[str, pd.DataFrame]
_ASK_DECLARED = "Give the day on which the official result was declared, with --declared."
_UNSAID = (
    "The file does not say that the count is official: compare its totals with the declaration."
)
_NO_SEATS = (
    "{file} gives votes but no seats: give overall-results-summary.csv, or election.xml with "
    "parties.xml, of the same count."
)


def result_differences(
    result: Result, frames: Frames, election: Election, given: Given
) -> tuple[Difference, ...]:
    """Compare a result with the register; what is proposed is one difference, for both tables.

    The rows of ``elections`` take the place of the row without a result, and those of ``seats``
    are the new House from the day of the declaration. What cannot be used is said instead, with
    no rows: a count that is not final, a party with seats that the register lacks.
    """
    names = party_names(frames)
    held = _held(frames, election)
    matched, unknown = _matched(result, names)
    problems = [
        *filter(None, [_not_declared(result, election, frames), _other_days(held, election)]),
        *_unusable(result, unknown),
        *_left_over(matched, held, names),
    ]
    if problems:
        return tuple(_problem(result, election, given, problem) for problem in problems)
    found = _compare(matched, held, _Wanted(election, given, bool(result.unexplained)), names)
    if found is None:
        return ()
    kind, before, rows = found
    out = [name for name, seats in unknown if not seats]
    notes = [*result.notes, *([_UNSAID] if result.final is None else [])]
    if out:
        notes.append(f"Left out, as no party of the register and without seats: {listing(out)}.")
    doubtful = result.final is None or bool(result.unexplained)
    tables = [(table, rows[table]) for table in ("elections", "seats") if rows[table]]
    (first, main), *beside = tables
    finding = Finding("doubtful" if doubtful else kind, before, " ".join(notes), tuple(main))
    said = _outcome(matched, names)
    made = _said(result, election, given, finding, first, said)
    return (replace(made, beside=tuple((t, _cells(t, row)) for t, own in beside for row in own)),)


def members_said(result: Result, frames: Frames, election: Election, given: Given) -> Said:
    """Give the members elected as what a source says of offices; none while the count may change.

    They sit from the day after polling day, as the register has it, and the list of them stands
    for the day of the declaration.
    """
    if _not_declared(result, election, frames) or election.declared is None:
        return Said()
    begins = (election.polling_day + timedelta(days=1)).isoformat()
    shared = {
        "role": "member",
        "from": begins,
        "source": given.source,
        "evidence_url": given.evidence_url,
        "as_at": election.declared.isoformat(),
    }
    claims = []
    for number, one in enumerate(result.members, 1):
        cells = cells_of("offices", {**shared, "party": one.party, "electorate": one.electorate})
        owner = {"actor": "", "name": one.name, "wikidata": ""}
        claims.append(Claim(f"{result.file}, member {number}", owner, cells, unsafe(cells)))
    return Said(offices=tuple(claims), complete_members=result.complete_members)


def _not_declared(result: Result, election: Election, frames: Frames) -> str:
    """Say why a count is not the official result of the election; empty where it may be."""
    if result.final is False:
        return (
            f"The count in {result.file} is not final. Load it again when the official result is "
            "declared; until then the register keeps the House before the election."
        )
    if election.declared is None:
        return _ASK_DECLARED
    if election.declared < election.polling_day:
        return f"The result cannot be declared before polling day, {day(election.polling_day)}."
    return _wrong_stamp(result.stamped, result.file, election, frames) if result.stamped else ""


def _wrong_stamp(stamp: date, file: str, election: Election, frames: Frames) -> str:
    """Say why a file of a day cannot hold the official result; empty where it may."""
    stamped = f"{file} is of {day(stamp)}"
    if stamp < election.polling_day:
        return f"{stamped}, before polling day: it is of an earlier election."
    if stamp < (election.declared or stamp):
        return f"{stamped}, before the result was declared: download it again."
    later = [one for one in frames["elections"]["polling_day"] if one > _iso(election.polling_day)]
    if later and min(later) <= _iso(stamp):
        return f"{stamped}, after the next polling day: it may be of the later election."
    return ""


def _held(frames: Frames, election: Election) -> dict[str, list[Row]]:
    elections, seats = frames["elections"], frames["seats"]
    own = elections[elections["election"] == election.id]
    listed = seats[seats["from"] == (_iso(election.declared) if election.declared else "none")]
    return {"elections": _rows(own), "seats": _rows(listed)}


def _rows(table: pd.DataFrame) -> list[Row]:
    return [{str(k): str(v) for k, v in row.items()} for row in table.to_dict("records")]


def _other_days(held: Mapping[str, Sequence[Row]], election: Election) -> str:
    own = {"polling_day": _iso(election.polling_day), "declared": ""}
    own["declared"] = _iso(election.declared) if election.declared else ""
    for row in held["elections"]:
        for column, said in own.items():
            if row[column] and said and row[column] != said:
                word = column.replace("_", " ")
                return f"The register has {word} {row[column]} for this election, not {said}."
    return ""


def _matched(
    result: Result, names: PartyNames
) -> tuple[dict[str, tuple[int, int]], list[tuple[str, int]]]:
    """Give votes and seats by party of the register, and the names and seats of the others.

    Two parties of the source that fit one of the register are among the others.
    """
    matched: dict[str, tuple[int, int]] = {}
    unknown = []
    for one in result.parties:
        fits = [party_of(name, names)[0] for written in one.names for name in _written(written)]
        party = next(filter(None, fits), "")
        if party and party not in matched:
            matched[party] = (one.votes, one.seats or 0)
        else:
            unknown.append((one.name, one.seats or 0))
    return matched, unknown


def _written(name: str) -> tuple[str, ...]:
    """Give a name, and what stands before a bracket: The Kauri Party (TKP)."""
    return tuple(dict.fromkeys((name, name.partition(" (")[0])))


def _unusable(result: Result, unknown: Iterable[tuple[str, int]]) -> list[str]:
    if any(one.seats is None for one in result.parties):
        return [_NO_SEATS.format(file=result.file)]
    if not any(one.seats for one in result.parties):
        return [f"No party has a seat in {result.file}: the seats are not allocated yet."]
    return [
        f"{name} has {counted(seats, 'seat')} and is no party of the register, or fits one that "
        "another has: add it to the overlay's parties.csv first."
        for name, seats in unknown
        if seats
    ]


def _left_over(
    matched: Mapping[str, object], held: Mapping[str, Sequence[Row]], names: PartyNames
) -> list[str]:
    """Say which parties have seats in the register's result, and none in the source at all."""
    rows = [row for table in ("elections", "seats") for row in held[table]]
    missing = {row["party"] for row in rows if row["seats"] not in ("", "0")} - {*matched}
    return [
        f"The register has seats of {names.short[party]} by this election, and the source does "
        "not name it."
        for party in sorted(missing - {INDEPENDENT})
    ]


@dataclass(frozen=True)
class _Wanted:
    """What the new rows say besides party, votes and seats; ``open_seats`` if some are unsaid."""

    election: Election
    given: Given
    open_seats: bool

    def sourced(self, table: str, said: Row, held: Row | None) -> Row | None:
        """Give the row to write; nothing where the register has it."""
        given = self.given
        source = {"source": given.source, "evidence_url": given.evidence_url}
        source["as_at"] = given.as_at or _iso(self.election.declared)
        if held is None:
            return {**dict.fromkeys(TABLES[table].columns, ""), **said, **source}
        if all(held[column] == cell for column, cell in said.items()):
            return None
        return {**sourced(held, source), **said}


def _compare(
    matched: Mapping[str, tuple[int, int]],
    held: Mapping[str, Sequence[Row]],
    wanted: _Wanted,
    names: PartyNames,
) -> tuple[Kind, str, dict[str, list[Row]]] | None:
    """Give the kind, what the register had, and the rows of each table that are not as they are."""
    order = sorted(matched, key=lambda party: [-matched[party][1], -matched[party][0], party])
    before = {row["party"]: row for row in held["elections"] if row["party"]}
    house = {row["party"]: row for row in held["seats"]}
    shared = _of_election(wanted.election, held["elections"])
    elections, seats = [], []
    for party in order:
        votes, won = matched[party]
        if party != INDEPENDENT:
            said = {**shared, "party": party, "votes": str(votes), "seats": str(won)}
            elections.append(wanted.sourced("elections", said, before.get(party)))
        if won or party in house:
            said = {"from": shared["declared"], "party": party, "seats": str(won)}
            seats.append(wanted.sourced("seats", said, house.get(party)))
    if INDEPENDENT in house and INDEPENDENT not in matched and not wanted.open_seats:
        said = {"from": shared["declared"], "party": INDEPENDENT, "seats": "0"}
        seats.append(wanted.sourced("seats", said, house[INDEPENDENT]))
    rows = {"elections": [row for row in elections if row], "seats": [row for row in seats if row]}
    if not any(rows.values()):
        return None
    had = {p: (int(row.get("votes", "0")), int(row["seats"])) for p, row in house.items()}
    had |= {p: (int(row["votes"]), int(row["seats"])) for p, row in before.items()}
    return ("changed" if had else "new"), _outcome(had, names), rows


def _of_election(election: Election, held: Sequence[Row]) -> dict[str, str]:
    period = {one: held[0][one] if held else "" for one in ("period_from", "period_to")}
    days = {"polling_day": _iso(election.polling_day), "declared": _iso(election.declared)}
    return {"election": election.id, **days, **period}


def _outcome(won: Mapping[str, tuple[int, int]], names: PartyNames) -> str:
    """Say seats and votes in all, then of each party with seats, the most seats first."""
    if not won:
        return ""
    votes, seats = (sum(several) for several in zip(*won.values(), strict=True))
    ordered = sorted((-number, -cast, names.short[p]) for p, (cast, number) in won.items())
    each = [
        f"{short} {-number}" + (f" ({-cast:,})" if cast else "")
        for number, cast, short in ordered
        if number
    ]
    return f"{counted(seats, 'seat')} and {counted(votes, 'vote')}: {', '.join(each)}"


def _said(
    result: Result,
    election: Election,
    given: Given,
    finding: Finding,
    table: str = "elections",
    said: str = "",
) -> Difference:
    """Make the difference; an election has no owner, so its name stands in that place."""
    source = {"source": given.source, "evidence_url": given.evidence_url}
    as_at = given.as_at or _iso(election.declared or result.stamped or election.polling_day)
    owner = {"actor": "", "name": f"Election of {day(election.polling_day)}", "wikidata": ""}
    claim = Claim(result.file, owner, {**source, "as_at": as_at})
    return difference(table, claim, Owner(), said, finding, "")


def _problem(result: Result, election: Election, given: Given, problem: str) -> Difference:
    made = _said(result, election, given, Finding("unusable", why=problem))
    return replace(made, key=hashlib.sha256(problem.encode()).hexdigest()[: len(made.key)])


def _cells(table: str, row: Row) -> tuple[str, ...]:
    return tuple(row[column] for column in TABLES[table].columns)


def _iso(value: date | None) -> str:
    return value.isoformat() if value else ""
