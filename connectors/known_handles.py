"""A table of ids and handles that the agency gives, for exports that name accounts by id alone.

One row an account, in CSV or XLSX, under a heading: a column of ids (``id``, ``user id``,
``account id``, ``did``), one of handles (``handle``, ``username``, ``screen name``) and, if wanted,
one of names. Browser extensions that list follows write such tables.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from connectors import frames
from connectors.archive import open_archive
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.list_contents import list_contents, tables_of
from connectors.list_tables import Line
from connectors.profiles import clean, parse_profile

_COLUMNS = {
    "id": re.compile(r"(?:x |twitter |numeric |account |user |rest )?id|did"),
    "handle": re.compile(r"(?:x |twitter )?handle|@|user ?name|screen ?name"),
    "name": re.compile(r"(?:display |account |full )?name"),
}
_SEARCHED = 15
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])|[^\w@]+|_")


@dataclass(frozen=True)
class Known:
    """What a table says of one id, and in which file and row."""

    handle: str
    name: str
    url: str
    place: str


@dataclass(frozen=True)
class Table:
    """The ids of all tables given; ``notes`` say which rows could not be used."""

    known: Mapping[str, Known]
    notes: tuple[str, ...]


def with_handles(collected: Collected, account: OwnAccount) -> Collected:
    """Fill handles that an export does not have from the account's tables, and say so.

    The evidence of each act towards such an account names the file and row of its handle. Raises
    SourceError where a table cannot be read.
    """
    if not account.ids:
        return collected
    table = read_known(account.ids, account.platform)
    accounts = collected.accounts
    filled = accounts["handle"].isna() & accounts["account_id"].isin(list(table.known))
    ids = accounts.loc[filled, "account_id"]
    said = {one: table.known[one] for one in ids}
    accounts = accounts.copy()
    for column in ("handle", "name", "url"):
        values = ids.map({one: getattr(known, column) or None for one, known in said.items()})
        accounts.loc[filled, column] = values.fillna(accounts.loc[filled, column])
    left = int(accounts["handle"].isna().sum())
    note = f"Handles from the table of ids: {len(ids):,}; accounts with an id alone: {left:,}."
    return replace(
        collected,
        accounts=frames.retyped("accounts", accounts),
        interactions=_labelled(collected.interactions, said),
        inputs=(*collected.inputs, *open_archive(account.ids).inputs),
        notes=(*collected.notes, note, *table.notes),
    )


def read_known(paths: Sequence[Path], platform: str) -> Table:
    """Read the tables; an id with two handles is used for neither, and counted."""
    found: dict[str, Known] = {}
    twofold: set[str] = set()
    rounded = unreadable = 0
    for path in paths:
        for name, line, columns in _lines(path):
            number, handle = line.cell(columns["id"]), line.cell(columns["handle"])
            profile = parse_profile(handle.text, platform) if handle else None
            if number.rounded:
                rounded += 1
            elif not number or profile is None or profile.platform != platform:
                unreadable += 1
            else:
                one = _known(profile.handle or handle.text, profile.url, line, columns, name)
                before = found.setdefault(number.text.lstrip("'"), one)
                if before.handle.casefold() != one.handle.casefold():
                    twofold.add(number.text.lstrip("'"))
    known = {number: one for number, one in found.items() if number not in twofold}
    return Table(known, tuple(_notes(rounded, len(twofold), unreadable)))


def _known(handle: str, url: str, line: Line, columns: Mapping[str, int], name: str) -> Known:
    called = line.cell(columns["name"]).text if "name" in columns else ""
    return Known(handle, called, url, f"{name}, row {line.number}")


def _lines(path: Path) -> Iterator[tuple[str, Line, Mapping[str, int]]]:
    for name, content in list_contents(path):
        for table in tables_of(content, name):
            place, columns = _heading(table.lines[:_SEARCHED], name)
            for line in table.lines[place + 1 :]:
                yield name, line, columns


def _heading(lines: Sequence[Line], name: str) -> tuple[int, Mapping[str, int]]:
    for place, line in enumerate(lines):
        columns: dict[str, int] = {}
        for number, cell in enumerate(line.cells):
            words = " ".join(_WORDS.sub(" ", clean(cell.text)).casefold().split())
            for role, pattern in _COLUMNS.items():
                if pattern.fullmatch(words):
                    columns.setdefault(role, number)
        if {"id", "handle"} <= set(columns):
            return place, columns
    raise SourceError(
        f"{name} is no table of ids and handles: give it a column headed id and one headed handle."
    )


def _labelled(acts: pd.DataFrame, said: Mapping[str, Known]) -> pd.DataFrame:
    labels = {one: f"; its handle from {known.place}" for one, known in said.items()}
    label = acts["account_id"].map(labels)
    evidence = acts["evidence"].where(label.isna(), acts["evidence"] + label.astype(frames.TEXT))
    return acts.assign(evidence=evidence.astype(frames.TEXT))


def _notes(rounded: int, twofold: int, unreadable: int) -> Iterator[str]:
    if rounded:
        yield (
            f"Rows of the table of ids that are not used, as a spreadsheet rounded the id: "
            f"{rounded:,}. Keep ids as text."
        )
    if twofold:
        yield f"Ids with two handles in the table of ids, of which neither is used: {twofold:,}."
    if unreadable:
        yield (
            "Rows of the table of ids that are not used, without an id or a handle: "
            f"{unreadable:,}."
        )
