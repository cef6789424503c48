"""One spell of an office that a source gives against those that the register has."""

from collections.abc import Sequence
from dataclasses import dataclass

from audit.update.days import after, before, earliest, latest, moved
from audit.update.found import Finding, Row, sourced
from audit.update.house import SINGLE, House
from audit.update.owners import folded

_NEW_HOUSE = 90  # days after polling day in which a list is that of the House then elected


@dataclass(frozen=True)
class Term:
    """How spells begin that a source does not date: on the day the user says, if any.

    ``whole``: the source has every member, so it may be the first list of a House newly elected.
    """

    from_day: str = ""
    whole: bool = False


def against(new: Row, house: House, term: Term) -> Finding | None:
    """Compare a spell with the register's of the same person, role and place."""
    held = house.held(new)
    begins, ends = house.span(new)
    there = [row for row in held if earliest(row["from"]) <= ends and house.ends(row) >= begins]
    if not there:
        return _unheld(new, held, house, term)
    agreeing = [row for row in there if not differs(row, new)]
    if agreeing and (new["to"] or agreeing[-1] is there[-1]):
        return _dates(new, agreeing, held, house)
    return _moved(new, there[-1], house, term)


def differs(row: Row, new: Row) -> tuple[str, ...]:
    """Name what a claim says otherwise than a spell of the same time: the party, the electorate."""
    columns = ("party", "electorate") if new["role"] in SINGLE else ("party",)
    return tuple(one for one in columns if new[one] and folded(new[one]) != folded(row[one]))


def _unheld(new: Row, held: Sequence[Row], house: House, term: Term) -> Finding:
    """Place a spell of which the register has nothing."""
    if new["role"] == "member" and not new["party"]:
        return Finding("unusable", why="It does not say for which party.")
    begins, ends = house.span(new)
    earlier = [row for row in held if house.ends(row) < begins]
    later = [row for row in held if earliest(row["from"]) > ends]
    start, why = (new["from"], "") if new["from"] else _start(new, house, term)
    if not start:
        return Finding("unusable", why="A candidate needs the day from which: give from.")
    if earlier and not new["from"]:
        start = max(start, after(house.ends(earlier[-1])))
    row = {**new, "from": start}
    if later and not new["to"] and new["role"] != "candidate":
        row["to"] = before(later[0]["from"])
        why = f"The register has a later one; accepting ends this on {row['to']}."
        return Finding("doubtful", house.holds(later[0]), why, (row,))
    if new["to"] and not new["from"]:
        why = f"It does not say from when; {start} is written."
        return Finding("doubtful", why=why, rows=(row,))
    return Finding("new", why=why, rows=(row,))


def _start(new: Row, house: House, term: Term) -> tuple[str, str]:
    """Give the day from which an undated spell is written, and why that day."""
    if term.from_day:
        return term.from_day, ""
    if new["role"] == "candidate":
        return "", ""
    if new["to"]:
        return earliest(new["to"]), ""
    seen = latest(new["as_at"])
    polled = [day for day in house.polling_days if day < seen <= moved(day, _NEW_HOUSE)]
    first = bool(polled) and term.whole and not house.seated_since(polled[-1], new["as_at"])
    if first and new["role"] == "member":
        return after(polled[-1]), "The day after polling day is written as its first."
    return earliest(new["as_at"]), "It does not say from when: its own day is written."


def _moved(new: Row, row: Row, house: House, term: Term) -> Finding:
    """Place a spell of another party or electorate than the register's at that time."""
    what = differs(row, new)
    if what == ("party",) and not row["party"]:
        return Finding(
            "changed", house.holds(row), rows=({**sourced(row, new), "party": new["party"]},)
        )
    named = f"Another {' and '.join(what)}"
    start = new["from"] or _since(new, row, term)
    begun = earliest(row["from"])
    contradicted = new["as_at"] <= row["as_at"] and latest(row["as_at"]) >= earliest(start)
    same = house.same_start(row, start) if new["from"] else bool(new["to"])
    if same or earliest(start) <= begun or contradicted:
        older = " The source is the older one." if new["as_at"] < row["as_at"] else ""
        # the overlay knows a row by its electorate, so that another one cannot take its place
        rows = ({**sourced(row, new), "party": new["party"]},) if what == ("party",) else ()
        return Finding("conflicting", house.holds(row), f"{named} at the same time.{older}", rows)
    ended = {**sourced(row, new), "to": before(start)}
    begun_anew = {**_filled(new, row), "from": start, "to": new["to"] or row["to"]}
    why = "" if new["from"] else f" It does not say since when: {start} is written."
    return Finding("changed", house.holds(row), f"{named}.{why}", (ended, begun_anew))


def _since(new: Row, row: Row, term: Term) -> str:
    seen = earliest(new["as_at"])
    return term.from_day if earliest(row["from"]) < term.from_day <= seen else seen


def _dates(new: Row, agreeing: Sequence[Row], held: Sequence[Row], house: House) -> Finding | None:
    """Compare the dates of a spell on which the register agrees but for them."""
    first, last = agreeing[0], agreeing[-1]
    at_start = _earlier(new, first, held, house)
    at_end = _end(new, last, held, house)
    if at_start and at_end and "conflicting" not in (at_start.kind, at_end.kind):
        return Finding(at_end.kind, at_end.held, at_start.why, (*at_end.rows, *at_start.rows))
    found = [one for one in (at_end, at_start) if one]
    return min(found, key=lambda one: one.kind != "conflicting", default=None)


def _earlier(new: Row, first: Row, held: Sequence[Row], house: House) -> Finding | None:
    if not new["from"] or house.same_start(first, new["from"]):
        return None
    begins, begun = earliest(new["from"]), earliest(first["from"])
    between = [row for row in held if begins <= house.ends(row) and earliest(row["from"]) < begun]
    if begins > begun or between:
        why = "It begins on another day; the overlay cannot move the beginning of a row."
        return Finding("conflicting", house.holds(between[-1] if between else first), why)
    preceding = {**_filled(new, first), "to": before(first["from"])}
    return Finding("changed", house.holds(first), "It began earlier.", (preceding,))


def _end(new: Row, last: Row, held: Sequence[Row], house: House) -> Finding | None:
    if not new["to"] or house.same_end(last, new["to"]):
        return None
    ended = {**sourced(last, new), "to": new["to"]}
    following = [row for row in held if earliest(row["from"]) > house.ends(last)]
    if following and earliest(following[0]["from"]) <= latest(new["to"]):
        if earliest(following[0]["from"]) == after(house.ends(last)) == latest(new["to"]):
            return None
        return Finding(
            "conflicting", house.holds(following[0]), "It ends after the next one begins."
        )
    if last["to"] and new["as_at"] < last["as_at"]:
        return Finding("conflicting", house.holds(last), "The source is the older one.", (ended,))
    return Finding("changed" if last["to"] else "ended", house.holds(last), rows=(ended,))


def _filled(new: Row, row: Row) -> Row:
    """Take from the register's spell what a source does not say of the same office."""
    return {**new, **{one: new[one] or row[one] for one in ("party", "electorate", "portfolio")}}
