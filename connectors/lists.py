"""Lists that people keep by hand: CSV or XLSX, for a platform that gives no export or API."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePosixPath

import pandas as pd

from connectors import frames
from connectors.archive import open_archive
from connectors.collected import Collected, InputFile, OwnAccount, Tally
from connectors.coverage import Reach, coverage
from connectors.errors import SourceError
from connectors.list_contents import list_contents, tables_of
from connectors.list_dates import shows_month_first
from connectors.list_header import columns_of
from connectors.list_rows import HEADING, TOTAL, Lost, Rows, Sheet
from connectors.list_tables import Line, Table
from connectors.list_words import platforms_named
from connectors.profiles import parse_profile
from connectors.records import Outcome, gather

_KEPT = "As kept by hand."
_NO_ROWS = "The list has no rows of this kind."
_SHOWN = 5


def read_list(account: OwnAccount) -> Collected:
    """Read the rows that belong to one account.

    One list may serve several accounts: rows of other platforms are reported, not read. Raises
    SourceError where a file is no list, or where not one row of all could be understood.
    """
    own = parse_profile(account.handle, account.platform)
    rows = Rows(account, own.account_id if own else f"@{account.handle.casefold()}")
    acts: list[pd.DataFrame] = []
    tallies: list[Tally] = []
    inputs: list[InputFile] = []
    for path in account.paths:
        inputs += open_archive([path]).inputs
        for name, content in list_contents(path):
            for table in tables_of(content, name):
                made, tally = _read(rows, name, table)
                acts.append(made)
                tallies.append(tally)
    _check_understood(rows, tallies)
    interactions = frames.concat("interactions", acts)
    as_at = account.as_at or account.read_at
    return Collected(
        agency_account=rows.agency_account,
        interactions=interactions,
        accounts=_accounts(rows, set(interactions["account_id"].dropna()), as_at),
        coverage=coverage(
            account, rows.agency_account, interactions, _reach(rows, interactions), as_at
        ),
        inputs=tuple(inputs),
        tallies=tuple(tallies),
        notes=tuple(_notes(rows, tallies)),
    ).validated("list")


def _check_understood(rows: Rows, tallies: list[Tally]) -> None:
    """Refuse rows of which none was understood: nothing found would be said of what was not read.

    A row of another platform, or of a kind that is not asked for, was understood.
    """
    records = sum(tally.records - tally.reported.get(HEADING, 0) for tally in tallies)
    if not rows.lost or records > len(rows.lost) + sum(t.reported.get(TOTAL, 0) for t in tallies):
        return
    names = " and ".join(path.name for path in rows.account.paths)
    reasons = dict.fromkeys(one.reason for one in rows.lost)
    why = ", ".join(
        why + _places([one for one in rows.lost if one.reason == why]) for why in reasons
    )
    raise SourceError(
        f"Not one row of {names} could be read; {why}: give each account its address or a handle "
        "such as @name, in a column headed Handle or Link."
    )


def _read(rows: Rows, name: str, table: Table) -> tuple[pd.DataFrame, Tally]:
    label = f"{name}, sheet {table.sheet}" if table.sheet else name
    columns, start = columns_of(table.lines)
    dates = [cell for line in table.lines[start:] for cell in columns.cells("date", line)]
    platform = _platform_of(table.sheet, name) or rows.account.platform
    sheet = Sheet(rows, label, columns, platform, table.sheet, shows_month_first(dates))
    rows.month_first += [label] if sheet.month_first else []

    def read(line: Line, number: int) -> Outcome:
        return HEADING if number <= start else sheet.read(line, number)

    gathered = gather(label, table.lines, read, rows.account)
    lost = [one for one in rows.lost if one.label == label]
    told = {
        reason + _places([one for one in lost if one.reason == reason]): number
        for reason, number in gathered.tally.reported.items()
    }
    return gathered.interactions, Tally(label, gathered.tally.records, gathered.tally.kept, told)


def _platform_of(sheet: str, name: str) -> str:
    for text in (sheet, PurePosixPath(name).stem):
        named = platforms_named(text)
        if len(named) == 1:
            return named[0]
    return ""


def _places(lost: list[Lost]) -> str:
    if not lost:
        return ""
    shown = ", ".join(str(one.number) for one in lost[:_SHOWN])
    more = f" and {len(lost) - _SHOWN:,} more" if len(lost) > _SHOWN else ""
    return f" (row{'s' if len(lost) > 1 else ''} {shown}{more})"


def _many(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _reach(rows: Rows, acts: pd.DataFrame) -> dict[str, Reach]:
    read = set(acts["kind"])
    reach = {}
    for kind in frames.KINDS:
        lost = [one for one in rows.lost if one.kind == kind]
        if kind not in read and not lost:
            reach[kind] = Reach("not_attempted", _NO_ROWS)
            continue
        words = f"{_many(len(lost), 'row')} could not be understood{_places(lost)}." if lost else ""
        reach[kind] = Reach("complete", _KEPT).but(words)
    return reach


def _accounts(rows: Rows, seen: set[str], as_at: datetime) -> pd.DataFrame:
    return frames.make(
        "accounts",
        [
            {
                "platform": profile.platform,
                "account_id": profile.account_id,
                "handle": profile.handle,
                "name": rows.names.get(profile.account_id),
                "url": profile.url,
                "status": "unknown",
                "as_at": as_at,
            }
            for profile in rows.profiles.values()
            if profile.account_id in seen
        ],
    )


def _notes(rows: Rows, tallies: list[Tally]) -> Iterable[str]:
    for label, number in rows.undated.items():
        counted, left = _many(number, "date"), "is" if number == 1 else "are"
        if label in rows.month_first:
            yield (
                f"Some dates in {label} can only be month/day/year, so that others could be read "
                f"two ways; {counted} {left} left empty. Write dates as 2026-11-03."
            )
        else:
            yield f"{counted} in {label} could not be read and {left} left empty."
    if rows.rounded:
        yield (
            f"In {_many(rows.rounded, 'row')} a number was rounded by a spreadsheet; "
            "the handle or address beside it is used."
        )
    if not any(tally.kept for tally in tallies):
        yield f"The list holds no row that could be read for {rows.account.label}."
