"""Which sources do not say when they were made, and so count as made on the day they are read."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from audit.period import new_zealand_day
from audit.review import words
from audit.review.model import Coverage
from connectors.frames import READ


def undated(coverage: Sequence[Coverage], observed_at: datetime) -> Iterator[str]:
    """Say in one sentence for all accounts that a file may be older than it counts."""
    rows = [
        row
        for row in coverage
        if row.status in READ and row.method != "api" and row.as_at == observed_at
    ]
    accounts = dict.fromkeys(words.own_account(row.platform, row.handle) for row in rows)
    if accounts:
        yield (
            "Files that do not say when they were made count as made on "
            f"{words.day(new_zealand_day(observed_at))}, when they were read. If "
            "they are older, what came after them was not looked at: write their day as as_at in "
            f"the configuration. They are of {words.listing(list(accounts))}."
        )
