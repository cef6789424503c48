"""Whom a handle stands for, where a source gives no id: the id that any review knew with it."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from audit.changes.past import Collected
from audit.register.accounts import handle_key, handles_of, known_ids
from connectors import frames

NAMES = ("platform", "handle", "account_id")
_KEYS = ["platform", "handle"]


def names_of(collections: Iterable[Collected]) -> pd.DataFrame:
    """Give for each handle that stands in for an id somewhere the id known with it last.

    Columns NAMES; our own accounts are among them.
    """
    told = [_told(one, one.accounts) for one in collections]
    known = pd.concat([one for one, _ in told], ignore_index=True)
    asked = pd.concat([one for _, one in told], ignore_index=True)
    last = known[known["account_id"] != ""].drop_duplicates(_KEYS, keep="last")
    return last.merge(asked.drop_duplicates(), on=_KEYS)[list(NAMES)].astype(frames.TEXT)


def who(table: pd.DataFrame, names: pd.DataFrame, column: str = "account_id") -> "pd.Series[Any]":
    """Give each row's account as all reviews are compared by: its id, or @handle without one."""
    ids = table[column].astype(frames.TEXT)
    handle = handle_key(ids)
    stands = ids.str.startswith("@", na=False)
    asked = pd.DataFrame({"platform": table["platform"], "handle": handle})
    found = asked.merge(names, on=_KEYS, how="left")["account_id"].set_axis(table.index)
    return found.fillna(ids.mask(stands, "@" + handle)).astype(frames.TEXT)


def _told(one: Collected, accounts: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give the ids that a collection knows by handle, and the handles that stand in for ids."""
    return _known(accounts, one.handles), _stand_ins(accounts, one.coverage)


def _known(seen: pd.DataFrame, handles: Mapping[str, str]) -> pd.DataFrame:
    others = pd.DataFrame(
        {
            "platform": seen["platform"],
            "handle": handle_key(handles_of(seen)),
            "account_id": known_ids(seen),
        }
    )
    ours = pd.DataFrame(
        [(*key.split(":", 1), handle) for key, handle in handles.items()],
        columns=["platform", "account_id", "handle"],
        dtype=frames.TEXT,
    )
    real = ours[~ours["account_id"].str.startswith("@")]
    both = pd.concat([others, real.assign(handle=handle_key(real["handle"]))], ignore_index=True)
    return both[both["handle"].fillna("") != ""].drop_duplicates()


def _stand_ins(accounts: pd.DataFrame, coverage: pd.DataFrame) -> pd.DataFrame:
    """Give the ids of a collection that are handles: of our own accounts, and of others."""
    ours = coverage[["platform", "agency_account"]].rename(columns={"agency_account": "account_id"})
    ours = ours[ours["account_id"].str.startswith("@")]
    others = accounts.loc[known_ids(accounts) == "", ["platform", "account_id"]]
    every = pd.concat([ours, others], ignore_index=True)
    return pd.DataFrame({"platform": every["platform"], "handle": handle_key(every["account_id"])})
