"""How accounts of a register are compared with accounts that were seen."""

from typing import Any

import pandas as pd


def handle_key(handles: "pd.Series[Any]") -> "pd.Series[Any]":
    """Write handles as they are compared: without a leading @, upper and lower case alike."""
    return handles.str.strip().str.removeprefix("@").str.casefold()


def in_doubt(accounts: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which accounts may have passed to someone else, with no id to find out by."""
    return (accounts["status"] == "older_or_second_account") & (accounts["platform_id"] == "")
