"""Of which day the follows are: a list is of the day on which it was made, not of the period."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from audit.period import new_zealand_day
from audit.review import words
from audit.review.model import Coverage, Period
from connectors.frames import READ

_MOST_NAMED = 4


def stock_days(
    coverage: Sequence[Coverage], period: Period, observed_at: datetime
) -> Iterator[str]:
    """Say in one sentence or two of which days the follows are, where that is not the last day.

    Files that do not say when they were made are left to the sentence about those.
    """
    read = [row for row in coverage if row.kind == "follow" and row.status in READ]
    dated = [row for row in read if row.method == "api" or row.as_at != observed_at]
    by_day: dict[date, list[str]] = {}
    for row in sorted(dated, key=lambda row: row.as_at):
        by_day.setdefault(new_zealand_day(row.as_at), []).append(
            words.own_account(row.platform, row.handle)
        )
    today = new_zealand_day(observed_at)
    if not by_day or set(by_day) == {period.end} == {today}:
        return
    ended = f"The period ended on {words.day(period.end)}."
    yield f"{_stood(by_day, len(read))}. {ended}{_since(by_day, today)}"


def _stood(by_day: dict[date, list[str]], lists: int) -> str:
    """Say how the follows stood: as of one day, or each list as of its own."""
    named = sum(map(len, by_day.values())) <= _MOST_NAMED
    if len(by_day) == 1 and lists == len(next(iter(by_day.values()))):
        return f"Follows are as they stood on {words.day(next(iter(by_day)))}"
    told = [
        f"on {words.day(made)} {_whose(accounts, named=named)}" for made, accounts in by_day.items()
    ]
    return f"Follows are as each list stood when it was made: {'; '.join(told)}"


def _whose(accounts: Sequence[str], *, named: bool) -> str:
    return f"for {words.listing(accounts)}" if named else f"({words.count(len(accounts), 'list')})"


def _since(by_day: dict[date, list[str]], today: date) -> str:
    """Say that what came after a list is not in it, where the review is of a later day."""
    if min(by_day) >= today:
        return ""
    return " Whom we followed or unfollowed after a list was made is not looked at."
