"""Whom a handle stands for, where a source gives no id: the id that any review knew with it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from audit.changes.past import Collection
from audit.register.accounts import handle_key, handles_of, known_ids
from connectors import frames

NAMES = ("platform", "handle", "account_id")
_KEYS = ["platform", "handle"]


def names_of(collections: Sequence[Collection]) -> pd.DataFrame:
    """Give for each handle that stands in for an id somewhere the id known with it last.

    Columns NAMES; our own accounts are among them.
    """
    known = pd.concat([_known(one) for one in collections], ignore_index=True)
    asked = pd.concat([_stand_ins(one) for one in collections], ignore_index=True)
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


def _known(one: Collection) -> pd.DataFrame:
    seen = one.accounts
    others = pd.DataFrame(
        {
            "platform": seen["platform"],
            "handle": handle_key(handles_of(seen)),
            "account_id": known_ids(seen),
        }
    )
    ours = pd.DataFrame(
        [(*key.split(":", 1), handle) for key, handle in one.handles.items()],
        columns=["platform", "account_id", "handle"],
        dtype=frames.TEXT,
    )
    real = ours[~ours["account_id"].str.startswith("@")]
    both = pd.concat([others, real.assign(handle=handle_key(real["handle"]))], ignore_index=True)
    return both[both["handle"].fillna("") != ""]


def _stand_ins(one: Collection) -> pd.DataFrame:
    """Give the ids of a collection that are handles: of our own accounts, and of others."""
    ours = one.coverage[["platform", "agency_account"]].rename(
        columns={"agency_account": "account_id"}
    )
    ours = ours[ours["account_id"].str.startswith("@")]
    others = one.accounts.loc[known_ids(one.accounts) == "", ["platform", "account_id"]]
    every = pd.concat([ours, others], ignore_index=True)
    return pd.DataFrame({"platform": every["platform"], "handle": handle_key(every["account_id"])})
