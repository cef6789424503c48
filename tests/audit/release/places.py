"""A small register and one run's acts, for the tests of what is released."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from audit import register
from audit.gathered import Gathered, OwnRead
from audit.history import History
from audit.inputs import Inputs
from audit.purposes import load as load_purposes
from audit.record import Record
from audit.register import Register
from audit.review.model import Period
from audit.sources.lists import FlaggedList
from audit.sources.rows import formed
from connectors import frames
from tests.audit.small_pack import write_pack

READ_ON = datetime(2026, 10, 5, tzinfo=UTC)
LIST = "The press panel's list"


def pack(folder: Path) -> Register:
    write_pack(folder / "pack")
    return register.load("pack", folder)


def account(account_id: str, handle: str | None = None, name: str | None = None) -> dict[str, Any]:
    return {
        "platform": "x", "account_id": account_id, "handle": handle, "name": name,
        "status": "active", "as_at": READ_ON,
    }  # fmt: skip


def act(kind: str, account_id: str | None = None, **more: Any) -> dict[str, Any]:
    unknown = "not_in_export" if account_id is None and kind != "link" else None
    return {
        "platform": "x", "agency_account": "900", "kind": kind, "account_id": account_id,
        "unknown_reason": unknown, "evidence": "file", **more,
    }  # fmt: skip


def record(acts: list[dict[str, Any]], accounts: list[dict[str, Any]]) -> Record:
    kinds = dict.fromkeys(one["kind"] for one in acts)
    coverage = [
        {
            "platform": "x", "agency_account": "900", "kind": kind, "status": "complete",
            "method": "export", "fetched": 1, "unattributed": 0, "as_at": READ_ON,
        }
        for kind in kinds
    ]  # fmt: skip
    gathered = Gathered(
        frames.make("interactions", acts),
        frames.make("accounts", accounts),
        frames.make("coverage", coverage),
        (OwnRead("x", "example_govt", "900", read=True),),
    )
    period = Period("2026-Q3", "Quarter", date(2026, 7, 1), date(2026, 9, 30))
    return Record(gathered, History(), period, READ_ON)


def used(folder: Path, *listed: dict[str, Any]) -> Inputs:
    rows = [{"list": LIST, "level": "look", "label": "named", **one} for one in listed]
    flagged = FlaggedList(formed(pd.DataFrame(rows)), (), READ_ON.date())
    return Inputs(pack(folder), flagged, load_purposes(()), None)
