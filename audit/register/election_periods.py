"""The times before elections in which the guidance on neutrality is strictest."""

from datetime import date

import pandas as pd

from audit.register.register import Register
from audit.review.model import ElectionPeriod

PRE_ELECTION, REGULATED = "pre-election", "regulated"


def election_periods(register: Register) -> tuple[ElectionPeriod, ...]:
    """Give the periods of all elections, by polling day, the pre-election period of each first.

    The regulated period is that of elections.csv, where its days are known. The pre-election period
    is that of the pack's rule: its months before polling day, and polling day itself.
    """
    rows = register.elections.drop_duplicates("election").sort_values("polling_day")
    found: list[ElectionPeriod] = []
    for row in rows.to_dict("records"):
        polling_day = date.fromisoformat(row["polling_day"])
        rule = register.pre_election
        if rule is not None:
            start = (pd.Timestamp(polling_day) - pd.DateOffset(months=rule.months)).date()
            source = (rule.source, rule.evidence_url)
            found.append(ElectionPeriod(PRE_ELECTION, start, polling_day, polling_day, *source))
        if row["period_from"] and row["period_to"]:
            days = date.fromisoformat(row["period_from"]), date.fromisoformat(row["period_to"])
            source = (row["source"], row["evidence_url"])
            found.append(ElectionPeriod(REGULATED, *days, polling_day, *source))
    return tuple(found)
