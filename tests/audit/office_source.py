"""A list of members compared with the small pack, and accepted, as ``register update`` does it."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd

from audit.register import read
from audit.register.check import problems_in
from audit.register.overlay import lay_over
from audit.register.pack import TABLES
from audit.review.difference import SURE
from audit.update.accept import SourceFile, accept
from audit.update.claims import Given
from audit.update.columns import columns_of, read_map
from audit.update.office_rows import said_of
from audit.update.offices import office_differences
from audit.update.owners import known_owners
from audit.update.people import known_with, people_differences
from connectors.frames import TEXT

WHEN = datetime(2026, 11, 24, 9, tzinfo=UTC)
FILE = SourceFile("members.csv", "ab" * 32)


def said(text, as_at="2026-06-30", columns="", *, complete=False):
    """Read a source written as lines of cells separated by |, its heading first."""
    heading, *lines = [line.split("|") for line in text.strip().splitlines()]
    found = columns_of(heading, read_map(columns), "members.csv")
    given = Given("LIST", "https://tahi.example/list", as_at)
    return said_of(list(enumerate(lines, 2)), found, given, "members.csv", complete=complete)


def differences(tables, source, from_day=""):
    known = known_owners(tables.frames)
    people = people_differences(source.people, tables.frames, known)
    known = known_with(source.people, known)
    offices = office_differences(
        source.offices,
        tables.frames,
        known,
        complete_members=source.complete_members,
        from_day=from_day,
    )
    return (*people, *offices)


def accepted(folder, found, kinds=SURE):
    """Accept the differences of some kinds into the overlay of a folder with the pack in it."""
    tables = read("tahi", folder, overlay=folder / "ours")
    chosen = [one for one in found if one.kind in kinds and one.rows]
    accept(chosen, folder / "ours", tables, FILE, WHEN)
    return read("tahi", folder, overlay=folder / "ours")


def laid(tables, found):
    """Lay the rows of differences over the register, in memory; give what makes it unusable."""
    own = {}
    for name in {one.table for one in found}:
        rows = [row for one in found if one.table == name for row in one.rows]
        frame = pd.DataFrame(rows, columns=list(TABLES[name].columns), dtype=TEXT)
        own[name] = frame.drop_duplicates().assign(file=f"ours/{name}.csv", line=2)
    after = replace(tables, frames=lay_over(tables.frames, own))
    return after, [*problems_in(after.frames)]
