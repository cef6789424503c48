"""The accounts of acts, each as it was seen last."""

from collections.abc import Iterable
from functools import reduce

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


def newest(parts: Iterable[pd.DataFrame], acts: pd.DataFrame) -> pd.DataFrame:
    """Give of the sightings of each run, in their order, the newest of each account of the acts.

    Two runs are held at a time.

    ``run`` is the place of the run; the columns of an accounts frame, ``who`` and ``run``. What a
    sighting does not tell is as an older one told it.
    """
    wanted = acts[PERSON].dropna().drop_duplicates()
    asked = (part.assign(run=place).merge(wanted, on=PERSON) for place, part in enumerate(parts))
    return reduce(_newer, asked).pipe(_typed)


def _newer(earlier: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    both = pd.concat([_without_unknown(earlier), _without_unknown(later)], ignore_index=True)
    return both.groupby(PERSON).last().reset_index()


def filled(now: pd.DataFrame, earlier: pd.DataFrame) -> pd.DataFrame:
    """Fill in what the sightings of now do not tell: an account that is gone has no handle.

    Its state is as it was told now, since a state told earlier says nothing of now.
    """
    then = now[PERSON].merge(earlier, on=PERSON, how="left").set_axis(now.index)
    columns = [name for name in COLUMNS if name not in {"as_at", "status"}]
    return _typed(now.assign(**{name: now[name].fillna(then[name]) for name in columns}))


def _without_unknown(people: pd.DataFrame) -> pd.DataFrame:
    return people.assign(status=people["status"].where(people["status"] != "unknown"))


def _typed(people: pd.DataFrame) -> pd.DataFrame:
    known = people.assign(status=people["status"].fillna("unknown"))
    rest = people.drop(columns=list(COLUMNS))
    return pd.concat([frames.retyped("accounts", known), rest], axis=1)
