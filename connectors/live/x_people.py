"""The accounts frame from the users of X API v2."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pandas as pd

from connectors import frames
from connectors.exports.x_values import text_of
from connectors.live.vanished import Vanished, states
from connectors.live.x_known import Known, known_from
from connectors.lookup.answers import Record, count, part
from connectors.times import iso_time

_GONE = {"suspended": "suspended", "deleted": "deleted", "protected": "protected"}


def nameless(ids: Iterable[str], known: Known) -> list[str]:
    """Give the ids of accounts of which neither a handle nor an end is known."""
    numbers = (one for one in ids if not one.startswith("@"))
    return [one for one in numbers if one not in known.handles and ("user", one) not in known.gone]


def accounts(ids: Iterable[str], known: Known, as_at: datetime) -> pd.DataFrame:
    """Give one row for each id, in their order."""
    return frames.make("accounts", [_account(one, known, as_at) for one in ids])


def people_and_vanished(
    ids: Iterable[str], known: Known, lost: Vanished, as_at: datetime
) -> pd.DataFrame:
    """Give one row for each id, and for each vanished account that X told of.

    The state of those that vanished is as X told it now, never as a page of an earlier run has it.
    """
    fresh = known_from(lost.bodies)
    told = {one: _status(one, fresh.users.get(one, {}), fresh) for one in _asked(fresh)}
    now = states(lost, told)
    rows = accounts(dict.fromkeys([*ids, *told]), known, as_at)
    status = rows["account_id"].map(now).astype(frames.TEXT)
    return rows.assign(status=status.fillna(rows["status"]))


def _asked(fresh: Known) -> list[str]:
    gone = (number for kind, number in fresh.gone if kind == "user")
    return [*dict.fromkeys([*fresh.users, *gone])]


def _account(account_id: str, known: Known, as_at: datetime) -> dict[str, Any]:
    user = known.users.get(account_id, {})
    handle = known.handles.get(account_id) or (
        account_id.removeprefix("@") if account_id.startswith("@") else None
    )
    return {
        "platform": "x",
        "account_id": account_id,
        "handle": handle,
        "name": text_of(user.get("name")),
        "description": text_of(user.get("description")),
        "url": f"https://x.com/{handle}" if handle else f"https://x.com/i/user/{account_id}",
        "status": _status(account_id, user, known),
        "verified": user.get("verified") if isinstance(user.get("verified"), bool) else None,
        "created_at": iso_time(user.get("created_at")),
        "followers": count(part(user, "public_metrics").get("followers_count")),
        "as_at": as_at,
    }


def _status(account_id: str, user: Record, known: Known) -> str:
    if user:
        return "protected" if user.get("protected") is True else "active"
    return _GONE.get(known.gone.get(("user", account_id), ""), "unknown")
