"""What Wikidata is asked, one question after the other, and its answers as they came."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pandas as pd

from audit.register.wikidata_items import WikidataItems
from audit.update.owners import known_owners, owner_of, wikidata_id
from audit.update.wikidata import queries
from audit.update.wikidata.statements import Row, number_of
from connectors.errors import SourceError

Rows = tuple[Row, ...]
Select = Callable[[str], Sequence[Row]]
_QUERIES = ("members", "politicians", "parties", "names", "accounts")


@dataclass(frozen=True)
class Answers:
    """The rows of each query: of the .rq files beside this one, by their names.

    ``as_at`` is the day on which they were asked for.
    """

    as_at: date
    members: Rows
    politicians: Rows
    parties: Rows
    names: Rows
    accounts: Rows

    def written(self) -> bytes:
        """Write them as JSON, to keep what was read and to read it again."""
        cells = {**asdict(self), "as_at": self.as_at.isoformat()}
        return json.dumps(cells, ensure_ascii=False, sort_keys=True, indent=0).encode()


def is_answers(content: bytes) -> bool:
    """Tell whether bytes begin as what ``written`` writes."""
    return content.startswith(b'{\n"accounts": [')


def read_answers(content: bytes) -> Answers:
    """Read what ``written`` wrote; raises SourceError where it is damaged."""
    try:
        written = json.loads(content)
        as_at = date.fromisoformat(written["as_at"])
        return Answers(as_at, **{name: _whole(name, written[name]) for name in _QUERIES})
    except (ValueError, TypeError, KeyError) as error:
        raise SourceError("These answers of Wikidata are damaged; ask again.") from error


def ask(
    select: Select, items: WikidataItems, frames: Mapping[str, pd.DataFrame], as_at: date
) -> Answers:
    """Ask for members, party politicians, and the accounts of these, the parties and the register.

    ``select`` answers one query with all its rows, or raises. Whoever is neither a member nor in
    the register is asked no accounts of. Raises SourceError where an answer is to no such question.
    """

    def answer(name: str, asked: Iterable[str]) -> Rows:
        return tuple(row for query in asked for row in _whole(name, select(query)))

    members = answer("members", [queries.members_query(items)])
    politicians = answer("politicians", queries.politicians_queries(items))
    people = [*_numbers(members, "item"), *_numbers(politicians, "item")]
    other = [one for name in ("district", "group", "term") for one in _numbers(members, name)]
    parties = answer("parties", queries.parties_queries(people))
    other += _numbers(parties, "party")
    names = answer("names", queries.names_queries([*people, *other, *items.parties], items))
    in_register = [wikidata_id(written) for written in frames["people"]["wikidata"]]
    wanted = {*_numbers(members, "item"), *items.parties, *filter(None, in_register)}
    wanted |= _known(politicians, names, items, frames)
    accounts = answer("accounts", queries.accounts_queries([*wanted]))
    return Answers(as_at, members, politicians, parties, names, accounts)


def names_of(rows: Sequence[Row], items: WikidataItems) -> dict[str, str]:
    """Give what each item is called: in the pack's languages in their order, or else in any."""
    order = {language: place for place, language in enumerate((*items.languages, "mul"))}
    ranked = sorted(rows, key=lambda row: (order.get(row["language"], len(order)), row["language"]))
    return {number_of(row["item"]): row["name"] for row in reversed(ranked)}


def _known(
    politicians: Rows, names: Rows, items: WikidataItems, frames: Mapping[str, pd.DataFrame]
) -> set[str]:
    known, called = known_owners(frames), names_of(names, items)
    return {
        number
        for number in _numbers(politicians, "item")
        if owner_of({"actor": "", "wikidata": number, "name": called.get(number, "")}, known).actor
    }


def _whole(name: str, rows: Sequence[Any]) -> Rows:
    """Give the rows of a query; raises SourceError where one is not what it selects."""
    selected = queries.variables(name)
    for row in rows:
        texts = isinstance(row, Mapping) and all(isinstance(one, str) for one in row.values())
        if not texts or not selected <= row.keys():
            raise SourceError(f"An answer about {name} is none to what Wikidata is asked.")
    return tuple(rows)


def _numbers(rows: Rows, name: str) -> list[str]:
    found = {number_of(row[name]) for row in rows if row[name]}
    return sorted(number for number in found if wikidata_id(number))
