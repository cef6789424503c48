"""Until when a Keep stands: its date, else so many months from the day on which it was read."""

from datetime import date

from audit.decisions.model import Decided
from audit.period import new_zealand_day
from audit.review.due import months_on


def decided_on(decided: Decided) -> date:
    """Give the New Zealand day on which a decision was read, from which it counts."""
    return new_zealand_day(decided.read_at)


def stands_until(decided: Decided, keep_months: int) -> date | None:
    """Give the last day of a Keep; None for any other decision."""
    if decided.decision != "Keep":
        return None
    return decided.due or months_on(decided_on(decided), keep_months)
