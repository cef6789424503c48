"""The register brought up to date: what a source would change in it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from audit.register.register import Tables, register_of
from audit.register.seats import Election, elections_of
from audit.review.difference import Difference
from audit.run.update_source import Source, items_of
from audit.run.update_table import read_table
from audit.update.accept import SourceFile
from audit.update.claims import Given
from audit.update.columns import columns_of
from audit.update.differences import differences_of, in_order
from audit.update.office_rows import said_of
from audit.update.result_differences import members_said, result_differences
from audit.update.results import is_result, read_results
from audit.update.wikidata import is_answers, read_answers
from audit.update.wikidata import said_of as said_by_wikidata
from connectors.errors import ConfigError, SourceError


@dataclass(frozen=True)
class Compared:
    """The differences of a source, in the order in which they are shown, and the source."""

    differences: tuple[Difference, ...]
    source: SourceFile


@dataclass(frozen=True)
class Asked:
    """What the user says of a source.

    Which column holds what, as of when it stands, whether it is complete, from when an undated
    office is held; of a result, the polling day and the day on which it was declared.
    """

    columns: Mapping[str, str]
    given: Given
    complete: bool = False
    from_day: str = ""
    polling_day: date | None = None
    declared: date | None = None


def compare(source: Source, asked: Asked, tables: Tables, now: datetime) -> Compared:
    """Compare a source with the register; raises ConfigError where it cannot be read."""
    contents = [*source.files.values()]
    if all(map(is_answers, contents)) and contents:
        found = _of_wikidata(contents[0], tables)
    elif any(map(is_result, contents)):
        found = _of_result(source, asked, tables, now.date())
    else:
        found = _of_table(source, asked, tables, now.date())
    return Compared(in_order(found, tables, now.date()), source.record)


def _of_wikidata(content: bytes, tables: Tables) -> tuple[Difference, ...]:
    try:
        answers = read_answers(content)
    except SourceError as error:
        raise ConfigError([str(error)]) from error
    return differences_of(said_by_wikidata(answers, items_of(tables), tables.frames), tables.frames)


def _of_result(source: Source, asked: Asked, tables: Tables, today: date) -> tuple[Difference, ...]:
    try:
        result = read_results(source.files)
    except SourceError as error:
        raise ConfigError([str(error)]) from error
    election = _election(asked, tables, today)
    as_at = asked.given.as_at or (election.declared or result.stamped or today).isoformat()
    given = replace(_given(source, asked, result.file), as_at=as_at)
    members = members_said(result, tables.frames, election, given)
    return (
        *result_differences(result, tables.frames, election, given),
        *differences_of(members, tables.frames, from_day=asked.from_day),
    )


def _election(asked: Asked, tables: Tables, today: date) -> Election:
    """Choose the election meant: that of the day given, or else the last one held."""
    known = elections_of(register_of(tables))
    day = asked.polling_day
    held = [one for one in known if one.polling_day == day or (not day and one.polling_day < today)]
    if not held and day is None:
        raise ConfigError(["The register has no election before today: give --polling-day."])
    one = held[-1] if held else Election(str(day)[:4], day or today, None)
    return replace(one, declared=asked.declared or one.declared)


def _of_table(source: Source, asked: Asked, tables: Tables, today: date) -> tuple[Difference, ...]:
    if len(source.files) != 1:
        names = source.name or "An empty folder"
        problem = f"{names}: these are not the files of a result, and one table is read at a time."
        raise ConfigError([f"{problem} Give one CSV, XLSX or saved page."])
    [(name, content)] = source.files.items()
    table = read_table(content, name, complete=asked.complete)
    given = _given(source, asked, name)
    if source.address and not given.as_at:
        given = replace(given, as_at=today.isoformat())
    given = replace(given, evidence_url=given.evidence_url or table.address)
    columns = columns_of(table.headings, asked.columns, name)
    said = said_of(table.rows, columns, given, name, complete=asked.complete)
    if said.is_empty and not asked.complete:
        problem = f"{name} names no account, person or office in any row: it may be cut off."
        raise ConfigError([f"{problem} Or say with --columns which column is what."])
    return differences_of(said, tables.frames, from_day=asked.from_day)


def _given(source: Source, asked: Asked, name: str) -> Given:
    given = asked.given
    return replace(
        given,
        source=given.source or name,
        evidence_url=given.evidence_url or source.address,
    )
