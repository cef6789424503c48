"""The four numbers over all agencies, which the page and the Summary sheet share."""

from audit.fleet.model import Fleet
from reports.page_one import Number


def numbers(fleet: Fleet) -> tuple[Number, ...]:
    """Give the four numbers, in their order."""
    totals = fleet.totals
    absent = len(fleet.not_here)
    unread = totals.accounts_total - totals.accounts_read
    return (
        Number(
            f"{totals.agencies:,}",
            "agencies in this report" if totals.agencies != 1 else "agency in this report",
            f"{absent:,} not in it: see below" if absent else "all that were asked for",
        ),
        Number(
            f"{totals.need_decision:,}",
            "items need a decision" if totals.need_decision != 1 else "item needs a decision",
            f"{totals.high:,} high priority",
        ),
        Number(f"{totals.overdue:,}", "overdue", "from earlier reviews"),
        Number(
            f"{totals.accounts_read:,} of {totals.accounts_total:,}",
            "accounts read",
            f"{unread:,} not read: see Coverage" if unread else "what each gave: see Coverage",
        ),
    )
