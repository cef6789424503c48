"""Small frames for the tests, written as a person would read them."""

from datetime import date
from typing import Any

import pandas as pd

from audit.sources.flags import FLAG_COLUMNS
from connectors import frames

LABEL_COLUMNS = (
    "handle",
    "name",
    "account_url",
    "status",
    "host",
    "actor",
    "actor_name",
    "party",
    "party_name",
    "role",
    "office",
    "matched_by",
    "register_source",
    "register_as_at",
    "register_url",
    "note",
    *FLAG_COLUMNS,
    "purpose",
    "owner",
    "review_by",
)


def interactions(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of the interactions frame of one X account, 900."""
    return frames.make("interactions", [_act(row) for row in rows])


def acts(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of acts as a case has them; labels and flags not given are null."""
    table = interactions(*({k: v for k, v in r.items() if k not in LABEL_COLUMNS} for r in rows))
    extra = pd.DataFrame(list(rows), index=table.index).reindex(columns=list(LABEL_COLUMNS))
    texts = extra.drop(columns=["flag_as_at"]).astype(frames.TEXT)
    dated = texts.assign(
        flag_as_at=pd.to_datetime(extra["flag_as_at"]), collected_on=date(2026, 10, 5)
    )
    return pd.concat([table, dated], axis=1)


def coverage(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of the coverage frame of one X account, 900."""
    given = {
        "platform": "x",
        "agency_account": "900",
        "kind": "follow",
        "status": "complete",
        "method": "export",
        "fetched": 0,
        "unattributed": 0,
        "as_at": "2026-10-04T20:00:00Z",
    }
    return frames.make("coverage", [{**given, **row} for row in rows])


def _act(row: dict[str, Any]) -> dict[str, Any]:
    given = {
        "platform": "x",
        "agency_account": "900",
        "kind": "follow",
        "evidence": "data/following.js#1",
    }
    return {**given, **row}
