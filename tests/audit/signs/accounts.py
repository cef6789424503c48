"""Accounts frames and a small register for the tests of account signs."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from audit.register import Register, load
from audit.signs import protected
from connectors import frames
from tests.audit.small_pack import write_pack

NOW = datetime(2026, 10, 20, 9, tzinfo=UTC)
BEFORE = datetime(2026, 7, 5, 9, tzinfo=UTC)
OWN = (("x", "nzpolice"), ("x", "rnz_news"), ("x", "nzta"), ("mastodon", "tohu@tahi.example"))
NAMES = ("Ministry of Tūī Matters", "NZTA")


def accounts(*rows: dict[str, Any], as_at: datetime = NOW) -> pd.DataFrame:
    """Make an accounts frame of X accounts, each with an id of its own unless given."""
    given = [
        {"platform": "x", "account_id": str(50_000 + place), "status": "active", "as_at": as_at}
        | row
        for place, row in enumerate(rows)
    ]
    return frames.make("accounts", given)


def small_register(folder: Path) -> Register:
    """Load the small pack."""
    return load(str(write_pack(folder / "pack")), folder)


def guarded(register: Register) -> pd.DataFrame:
    """Give what the small register and an agency of ours protect."""
    return protected(register, date(2026, 10, 20), OWN, NAMES)
