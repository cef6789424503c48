"""A source compared with the small pack, as ``register update`` does it but for the file."""

from audit.register import read
from audit.update.accounts import account_differences
from audit.update.claims import Given, claims_of
from audit.update.columns import columns_of, read_map
from audit.update.owners import known_owners
from audit.update.people import people_differences
from tests.audit.small_pack import write_pack

GIVEN = Given("LIST", "https://tahi.example/list", "2026-11-20")


def tables_of(folder, overlay=None):
    write_pack(folder / "tahi")
    return read("tahi", folder, overlay=overlay)


def compared(tables, text, columns="", given=GIVEN, *, complete=False):
    """Compare a source written as lines of cells separated by |, its heading first."""
    heading, *lines = [line.split("|") for line in text.strip().splitlines()]
    found = columns_of(heading, read_map(columns), "list.csv")
    claims = claims_of(list(enumerate(lines, 2)), found, given, "list.csv")
    known = known_owners(tables.frames)
    if found.table == "people":
        return people_differences(claims, tables.frames, known)
    return account_differences(claims, tables.frames, known, complete=complete)
