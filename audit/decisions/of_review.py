"""Puts what is decided into a review: into its findings, and into what it says was read."""

import pandas as pd

from audit.decisions.carry import Carried, carry
from audit.decisions.presence import lists_made, presence
from audit.decisions.store import latest
from audit.record import Record
from audit.review.model import Finding


def with_decisions(
    found: tuple[Finding, ...], record: Record, coverage: pd.DataFrame, keep_months: int
) -> tuple[Finding, ...]:
    """Give the findings with their decisions, and the earlier ones that go on.

    ``coverage`` has the columns of the coverage frame, as far as lists reach to the period's end.
    """
    earlier, gathered = record.recorded.earlier, record.gathered
    keys = {one.key for one in found}
    rest = [one for one in earlier if one.finding.key not in keys]
    looked = presence(rest, gathered.interactions, gathered.accounts, coverage)
    known = Carried(
        latest(record.recorded.decisions), record.observed_on, keep_months, lists_made(coverage)
    )
    return carry(found, earlier, looked, known)
