"""What the register holds against an account that a person found: owned, rejected, in doubt."""

from datetime import date
from typing import Any

import pandas as pd

from audit.register.accounts import handle_key, in_doubt
from audit.register.register import Register
from audit.register.spells import covers
from connectors.profile_form import Profile


def account_key(profile: Profile) -> tuple[str, str]:
    """Give what tells an account apart here: its platform, and its handle as it is compared."""
    return profile.platform, (profile.handle or profile.account_id).casefold()


def refusal(actor: str, profile: Profile, register: Register, day: date) -> str:
    """Say why the register refuses the account for an actor, or nothing."""
    rejected = _same(register.rejected, profile)
    reasons = rejected.loc[rejected["actor"] == actor, "reason"]
    if len(reasons):
        return f"it was rejected before: {_joined(reasons)}"
    held = _same(register.accounts, profile)
    others = held.loc[_can_match(held, day) & (held["actor"] != actor), "actor"]
    return f"the register has it as the account of {_joined(others)}" if len(others) else ""


def doubt(profile: Profile, register: Register, day: date) -> str:
    """Say what the register makes doubtful of an account that it does not refuse, or nothing."""
    held = _same(register.accounts, profile)
    if len(held) and not _can_match(held, day).any():
        return "the register has it as an older account, or for other days; mend that row first"
    reasons = _same(register.rejected, profile)["reason"]
    return f"it was rejected before for someone else: {_joined(reasons)}" if len(reasons) else ""


def refusal_of_id(actor: str, platform: str, account_id: str, register: Register, day: date) -> str:
    """Say that the register has an unchanging id as another's account, or nothing."""
    others = _others(actor, platform, account_id, register)
    owners = others.loc[_can_match(others, day), "actor"]
    return f"its id is that of the account of {_joined(owners)}" if len(owners) else ""


def doubt_of_id(actor: str, platform: str, account_id: str, register: Register, day: date) -> str:
    """Say that the register has the id as another's account for other days, or nothing."""
    others = _others(actor, platform, account_id, register)
    owners = others.loc[~_can_match(others, day), "actor"]
    return f"for other days its id is that of {_joined(owners)}" if len(owners) else ""


def _others(actor: str, platform: str, account_id: str, register: Register) -> pd.DataFrame:
    held = register.accounts
    same = (held["platform"] == platform) & (held["platform_id"] == account_id)
    return held[same & (held["actor"] != actor)]


def _same(table: pd.DataFrame, profile: Profile) -> pd.DataFrame:
    platform, key = account_key(profile)
    return table[(table["platform"] == platform) & (handle_key(table["handle"]) == key)]


def _can_match(accounts: pd.DataFrame, day: date) -> "pd.Series[bool]":
    return covers(accounts, pd.Timestamp(day)) & ~in_doubt(accounts)


def _joined(texts: "pd.Series[Any]") -> str:
    return "; ".join(dict.fromkeys(texts))
