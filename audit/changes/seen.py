"""Since when reviews have seen each follow."""

from datetime import date

import pandas as pd

from audit.changes.ledger import KEY, is_whole
from audit.changes.names import who
from audit.changes.past import LIST
from audit.record import Record

COLUMNS = ("first_seen", "seen_since")


def with_first_seen(followed: pd.DataFrame, record: Record) -> pd.DataFrame:
    """Give follows with the day of the review that saw them first, and since which they are there.

    The two differ where a follow was missing from a whole list in between. A follow whose account
    is not known has none.
    """
    past, today = record.history.past, record.observed_on
    known = followed["account_id"].notna()
    if not past.runs:
        return followed.assign(**{name: _days(known, today) for name in COLUMNS})
    keys = followed.assign(
        agency_account=who(followed, past.names, "agency_account"), key=who(followed, past.names)
    )
    found = keys[KEY].merge(_standing(past.acts, record), on=KEY, how="left")
    found = found.set_axis(followed.index)
    return followed.assign(
        **{name: found[name].where(found[name].notna(), _days(known, today)) for name in COLUMNS}
    )


def _standing(acts: pd.DataFrame, record: Record) -> pd.DataFrame:
    """Give the days of each act; one that was gone from its last whole list begins anew."""
    days = record.history.past.days
    lists = record.history.past.lists
    whole = lists[is_whole(lists)].groupby(LIST)["run"].max().reset_index()
    base = acts[LIST].merge(whole, on=LIST, how="left")["run"].fillna(-1).set_axis(acts.index)
    since = acts["since"].map(dict(enumerate(days)))
    return acts[KEY].assign(
        first_seen=acts["first"].map(dict(enumerate(days))),
        seen_since=since.where(acts["last"] >= base),
    )


def _days(known: "pd.Series[bool]", day: date) -> "pd.Series[date]":
    return pd.Series(day, index=known.index, dtype=object).where(known)
