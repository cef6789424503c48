"""The accounts of acts, each as it was seen last."""

import pandas as pd

from audit.changes.names import who
from connectors import frames

COLUMNS = tuple(column.name for column in frames.ACCOUNTS)
PERSON = ["platform", "who"]


def sightings(accounts: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """Give an accounts frame with ``who``, each account once: by its id before a handle."""
    told = accounts.assign(who=who(accounts, names))
    by_id = told["account_id"] == told["who"]
    ordered = pd.concat([told[by_id], told[~by_id]])
    return ordered.drop_duplicates(PERSON).reset_index(drop=True)


def newest(parts: list[pd.DataFrame], acts: pd.DataFrame) -> pd.DataFrame:
    """Give of the sightings of each run, in their order, the newest of each account of the acts.

    ``run`` is the place of the run; the columns of an accounts frame, ``who`` and ``run``. What a
    sighting does not tell is as an older one told it.
    """
    every = pd.concat(
        [part.assign(run=place) for place, part in enumerate(parts)], ignore_index=True
    )
    wanted = acts[PERSON].dropna().drop_duplicates()
    told = every.merge(wanted, on=PERSON)
    return _typed(_without_unknown(told).groupby(PERSON).last().reset_index())


def filled(now: pd.DataFrame, earlier: pd.DataFrame) -> pd.DataFrame:
    """Fill in what the sightings of now do not tell: an account that is gone has no handle."""
    then = now[PERSON].merge(earlier, on=PERSON, how="left").set_axis(now.index)
    columns = [name for name in COLUMNS if name != "as_at"]
    told = _without_unknown(now)
    return _typed(told.assign(**{name: told[name].fillna(then[name]) for name in columns}))


def _without_unknown(people: pd.DataFrame) -> pd.DataFrame:
    return people.assign(status=people["status"].where(people["status"] != "unknown"))


def _typed(people: pd.DataFrame) -> pd.DataFrame:
    known = people.assign(status=people["status"].fillna("unknown"))
    rest = people.drop(columns=list(COLUMNS))
    return pd.concat([frames.retyped("accounts", known), rest], axis=1)
