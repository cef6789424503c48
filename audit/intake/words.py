"""What an intake says of each account and of each file that it did not recognise."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from audit.review.words import KIND_NOUNS, PLATFORM_NAMES, at_handle, count, day, listing
from connectors.intake.model import Found, Unrecognised

_LACKS = ("unavailable", "failed")


def heading(found: Found, base: Path) -> str:
    """Name the files and what they are: a.zip: X archive of @example_agency, made on that day."""
    names = listing([place(path, base) for path in found.paths])
    owner = found.owner
    said = {"", owner.handle, f"@{owner.handle.casefold()}"}
    also = " and ".join(one for one in (owner.account_id, owner.name) if one not in said)
    also = f" ({also})" if also else ""
    called = at_handle(found.platform, owner.handle)
    whose = f" of {owner.handle if owner.handle == owner.account_id else called}{also}"
    whose = whose if owner.handle else ""
    made = f", made on {day(found.made_at.date())}" if found.made_at else ""
    return f"{names}: {found.form}{whose}{made}"


def sentences(found: Found) -> Iterator[str]:
    """Say what the files hold, what of it was read, and how to get what is missing."""
    if found.trouble:
        yield f"Nothing could be read. {found.trouble}"
        return
    yield from _unsaid(found)
    rows = found.coverage.to_dict("records")
    looked = [row for row in rows if row["status"] not in (*_LACKS, "not_attempted")]
    for row in looked:
        yield _kind(row, found.order)
    yield from _lacking([row for row in rows if row["status"] in _LACKS], found.order)
    left = [KIND_NOUNS[row["kind"]][1] for row in rows if row["status"] == "not_attempted"]
    if left:
        yield f"No rows of {listing(left)}: nothing is known of them."
    for tally in found.tallies:
        aside = "; ".join(f"{number:,} {why}" for why, number in tally.reported.items())
        kept = f"{tally.source}: {count(tally.records, 'record')} read, {tally.kept:,} kept"
        yield f"{kept}{f'; {aside}' if aside else ''}."
    yield from found.notes
    if found.order and any(row["status"] in _LACKS for row in rows):
        yield f"To get what is missing: {found.order}"


def unrecognised(one: Unrecognised, base: Path) -> str:
    """Say what a file is that is no export and no list."""
    return f"{place(one.path, base)}: not recognised. {one.why}"


def summary(found: int, others: int, *, in_order: bool) -> str:
    """Count what was found, and say whether a person must look."""
    said = f"{count(found, 'account block')} from what was given"
    if others:
        said += f"; {count(others, 'file or folder', 'files or folders')} not recognised"
    done = "All of it could be read; what it does not hold stands above."
    return f"{said}. {done if in_order else 'See above for what needs a look.'}"


def place(path: Path, base: Path) -> str:
    """Write a path as a configuration in the folder ``base`` names it, with / between."""
    try:
        return path.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        return path.resolve().as_posix()


def _unsaid(found: Found) -> Iterator[str]:
    """Say where the files do not tell whose they are or when they were made."""
    platform = found.platform
    if not found.owner.handle:
        named = f"It is named for {found.owner.name}. " if found.owner.name else ""
        yield (
            f"{named}It does not say which {PLATFORM_NAMES[platform]} account it is of: write the "
            f"handle in the block below, or give --handle {platform}=NAME."
        )
    elif not found.said and found.method == "list":
        yield "It does not say whose it is; that is as you said."
    if found.joined:
        names = listing([path.name for path in found.joined])
        yield f"Not said whose, and taken to belong to what lies beside it: {names}."
    if not found.made_at:
        latest = found.coverage["latest"].dropna()
        last = f"; the latest act is of {day(latest.max().date())}" if len(latest) else ""
        yield f"It does not say when it was made{last}."


def _lacking(rows: Sequence[Mapping[Hashable, Any]], order: str) -> Iterator[str]:
    """Say of the kinds that lack for one reason that they do, all in one sentence."""
    for status, reason in dict.fromkeys((row["status"], _reason(row, order)) for row in rows):
        kinds = [
            KIND_NOUNS[row["kind"]][1]
            for row in rows
            if (row["status"], _reason(row, order)) == (status, reason)
        ]
        lacking = "not in these files" if status == "unavailable" else "could not be read"
        yield f"{listing(kinds).capitalize()}: {lacking}.{reason}"


def _reason(row: Mapping[Hashable, Any], order: str) -> str:
    reason = f" {row['reason']}" if isinstance(row["reason"], str) else ""
    return reason.replace(f" {order}", "") if order else reason  # said once, below


def _kind(row: Mapping[Hashable, Any], order: str) -> str:
    name = KIND_NOUNS[row["kind"]][1].capitalize()
    reason = _reason(row, order)
    number = f"{row['fetched']:,}" if row["fetched"] else "looked, and found none"
    part = "" if row["status"] == "complete" else ", in part"
    unknown = f", {row['unattributed']:,} without a known account" if row["unattributed"] else ""
    return f"{name}: {number}{part}{unknown}{_dates(row)}.{reason}"


def _dates(row: Mapping[Hashable, Any]) -> str:
    if pd.isna(row["earliest"]):
        return ", without dates" if row["fetched"] else ""
    first, last = day(row["earliest"].date()), day(row["latest"].date())
    return f", {first} to {last}" if first != last else f", {first}"
