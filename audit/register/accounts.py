"""How accounts of a register are compared with accounts that were seen."""

from typing import Any

import pandas as pd


def handle_key(handles: "pd.Series[Any]") -> "pd.Series[Any]":
    """Write handles as they are compared: without a leading @, upper and lower case alike."""
    return handles.str.strip().str.removeprefix("@").str.casefold()


def handles_of(accounts: pd.DataFrame) -> "pd.Series[Any]":
    """Give the handle of each account of a frame, or the one that stands in for its id, or none."""
    ids = accounts["account_id"]
    return accounts["handle"].fillna(ids.where(ids.str.startswith("@"), ""))


def known_ids(accounts: pd.DataFrame) -> "pd.Series[Any]":
    """Give the id of each account of a frame; empty where it only repeats the handle."""
    ids = accounts["account_id"]
    repeats = handle_key(ids) == handle_key(handles_of(accounts))
    return ids.mask(ids.str.startswith("@") | repeats, "")


def name_part(handles: "pd.Series[Any]", platforms: "pd.Series[Any]") -> "pd.Series[Any]":
    """Give what an owner chose of a handle: without server, company/ and .bsky.social."""
    bare = handles.str.removeprefix("@").str.replace("@.*", "", regex=True)
    bare = bare.str.replace("^[a-z]+/", "", regex=True)
    return bare.where(platforms != "bluesky", bare.str.removesuffix(".bsky.social"))


def older(accounts: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which accounts of the register are older or second ones, which their id alone names."""
    return accounts["status"] == "older_or_second_account"


def in_doubt(accounts: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which accounts may have passed to someone else, with no id to find out by."""
    return older(accounts) & (accounts["platform_id"] == "")
