"""What the register knows of offices, as one claim after another is compared with it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from audit.register.pack import TABLES
from audit.update.days import after, agree, earliest, latest, moved
from audit.update.found import Row
from audit.update.owners import folded
from audit.update.parties import party_names

SINGLE = ("member", "party_leader")  # one at a time, whatever the place
_KEY = TABLES["offices"].replaced_by
_TERM = 4 * 366  # days; a name and a party of the last House or election still say who is meant
_PARLIAMENTARY = ("member", "minister", "party_leader", "candidate")
# A source may give a term the day of polling, of the result or of the first sitting as its
# beginning, and the dissolution or polling day as its end.
_BEGINS_WITHIN, _ENDS_BEFORE, _ENDS_AFTER = 60, 45, 30


class House:
    """The register's offices by person, its parties, its electorates and its polling days."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self.parties = party_names(frames)
        self.polling_days = sorted({*frames["elections"]["polling_day"]})
        self.people = {str(actor) for actor in frames["people"]["actor"]}
        self.spells: dict[str, list[Row]] = defaultdict(list)
        self.places: dict[str, str] = {}
        self.surnames: dict[str, set[str]] = defaultdict(set)
        for row in frames["offices"][[*TABLES["offices"].columns]].to_dict("records"):
            spell = {str(column): str(cell) for column, cell in row.items()}
            self.spells[spell["actor"]].append(spell)
            self.places.setdefault(folded(spell["electorate"]), spell["electorate"])
        for row in frames["people"][["actor", "name", "aliases"]].to_dict("records"):
            for name in filter(None, (row["name"], *row["aliases"].split("|"))):
                self.surnames[surname(name)].add(str(row["actor"]))
        begun = {row["from"] for rows in self.spells.values() for row in rows}
        self.seats_taken_after = any(after(day) in begun for day in self.polling_days)

    def held(self, new: Row) -> list[Row]:
        """Give a person's spells of the same role, and of the same place where it has several."""
        rows = [row for row in self.spells[new["actor"]] if row["role"] == new["role"]]
        if new["role"] not in SINGLE:
            for one in ("electorate", "portfolio"):
                if new[one]:
                    rows = [row for row in rows if folded(row[one]) == folded(new[one])]
        return sorted(rows, key=lambda row: earliest(row["from"]))

    def put(self, rows: Sequence[Row]) -> None:
        """Take rows in as if they had been accepted, in the place of those that they change."""
        for row in rows:
            spells = self.spells[row["actor"]]
            spells[:] = [one for one in spells if row_key(one) != row_key(row)]
            spells.append(row)

    def ends(self, row: Row) -> str:
        """Give the last day that a spell can have; a candidate's is polling day at the latest."""
        if row["role"] != "candidate" or row["to"]:
            return latest(row["to"])
        return next((day for day in self.polling_days if day >= earliest(row["from"])), latest(""))

    def span(self, new: Row) -> tuple[str, str]:
        """Give the first and last day for which a claim surely says that the office was held."""
        seen = latest(new["as_at"])
        begun = latest(new["from"]) if new["from"] else ""
        if new["to"]:
            return min(begun or latest(new["to"]), latest(new["to"])), latest(new["to"])
        begins = begun or seen
        return begins, max(begins, min(seen, self.ends(new)))

    def same_start(self, row: Row, written: str) -> bool:
        """Tell whether a day can be the one on which a spell of the register begins."""
        if agree(row["from"], written) and row["from"]:
            return True
        return row["role"] == "member" and any(
            row["from"] == after(day) and day <= earliest(written) <= moved(day, _BEGINS_WITHIN)
            for day in self.polling_days
        )

    def same_end(self, row: Row, written: str) -> bool:
        """Tell whether a day can be the one on which a spell of the register ends."""
        if agree(row["to"], written) and row["to"]:
            return True
        return row["role"] == "member" and any(
            row["to"] == day
            and moved(day, -_ENDS_BEFORE) <= latest(written) <= moved(day, _ENDS_AFTER)
            for day in self.polling_days
        )

    def seated_since(self, polling_day: str, as_at: str) -> bool:
        """Tell whether an earlier source has given members of the House that a poll elected."""
        return any(
            row["role"] == "member" and row["from"] > polling_day and row["as_at"] < as_at
            for rows in self.spells.values()
            for row in rows
        )

    def known_as(self, actor: str, new: Row) -> str:
        """Say by what the register knows a person who is matched by name, or nothing."""
        begins, ends = self.span(new)
        since = moved(begins, -_TERM)
        near = [
            row
            for row in self.spells[actor]
            if row["role"] in _PARLIAMENTARY
            and earliest(row["from"]) <= ends
            and self.ends(row) >= since
        ]
        for row in near:
            role = row["role"].replace("_", " ")
            if new["party"] and row["party"] == new["party"]:
                return f"Matched by name: the register has them as {role} of the same party."
            place = folded(row["electorate"])
            if place not in ("", "list") and place == folded(new["electorate"]):
                return f"Matched by name: the register has them as {role} for the same place."
        return ""

    def holds(self, row: Row) -> str:
        """Say a spell of the register, with its source."""
        return f"{said(row, self.short(row))} ({row['source']})"

    def short(self, row: Row) -> str:
        """Give a spell's party as people call it."""
        return self.parties.short.get(row["party"], row["party"])

    def of_party(self, actor: str, party: str) -> bool:
        """Tell whether a person ever held or sought an office for a party."""
        return any(row["party"] == party for row in self.spells[actor])


def row_key(row: Row) -> tuple[str, ...]:
    """Give what tells the overlay's rows of offices apart."""
    return tuple(row[one] for one in _KEY)


def surname(name: str) -> str:
    """Give the last word of a name, as names are compared."""
    return folded(name).split()[-1] if name.strip() else ""


def said(cells: Row, short: str) -> str:
    """Say a spell in words, with its party as people call it."""
    place = cells["portfolio"] if cells["role"] == "minister" else cells["electorate"]
    role = cells["role"].replace("_", " ")
    office = f"{role}, {place}" if place else role
    told = [office, *filter(None, [short])]
    told += [f"{one} {cells[one]}" for one in ("from", "to") if cells[one]]
    return ", ".join([*told, f"as at {cells['as_at']}"])
