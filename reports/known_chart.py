"""The chart of whose accounts the register knows: one row a party, as a share of its members."""

from audit.review.model import Review
from audit.review.words import per_cent
from reports.row_chart import RowChart, row_chart


def known_chart(review: Review) -> RowChart | None:
    """Lay out the share of each party's members with a known account; none without a register."""
    names = {party.id: party.name for party in review.parties}
    register = review.labels.register
    if not register.coverage:
        return None
    widest = register.totals[-1].platform  # any platform, or the only one
    known = [row for row in register.coverage if row.platform == widest]
    rows = (
        (
            names.get(row.party, row.party),
            row.known / max(row.members, 1),
            f"{row.known:,} of {row.members:,}, {per_cent(row.known / max(row.members, 1))}",
        )
        for row in known
    )
    return row_chart("known-chart", "Members with a known account, by party", rows)
