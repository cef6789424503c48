"""The Known accounts table: sitting members whose account the register knows, party by party."""

from audit.review.model import Review
from audit.review.words import day, platform_name
from reports.tables.model import Column, Row, Table

TITLE = "Known accounts"
ANY = "Any of these"
_ALL = "All members"


def known_accounts(review: Review) -> Table:
    """Describe how many members of each party the register knows, on each platform of ours."""
    register = review.labels.register
    platforms = tuple(one.platform for one in register.totals)
    known = {(row.party, row.platform): row.known for row in register.coverage}
    members = {row.party: row.members for row in register.coverage}
    names = {party.id: party.name for party in review.parties}
    rows: list[Row] = [
        (names.get(party, party), size, *(known[party, platform] for platform in platforms))
        for party, size in members.items()
    ]
    if rows:
        totals = register.totals
        rows.append((_ALL, totals[0].members, *(one.known for one in totals)))
    return Table(
        id="tblKnown",
        title=TITLE,
        caption=f"Sitting members on {day(register.day)}, and how many of them have an account "
        "that the register knows",
        columns=(
            Column("party", "Party", 30),
            Column("members", "Members", 12, "number"),
            *(Column(name, _header(name), 14, "number") for name in platforms),
        ),
        rows=tuple(rows),
        empty=register.sentence or "No account was asked for, so no platform was looked at.",
    )


def _header(platform: str) -> str:
    return ANY if platform == "all" else platform_name(platform)
