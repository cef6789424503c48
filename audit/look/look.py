"""The look itself: one account or address against everything that is known here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from audit import matching
from audit.config import SetAside
from audit.inputs import Inputs
from audit.look.asked import Asked
from audit.look.found import Look, Owner
from audit.look.lists import mentions, purpose_of
from audit.look.owner import owner_of, website_owner
from audit.mix.units import SEATED
from audit.mix.with_one import LastFollows, with_one
from audit.register.accounts import handle_key
from audit.register.coverage import known_members
from connectors import frames
from connectors.profile_form import Profile


@dataclass(frozen=True)
class Ground:
    """What is looked in: register and lists, the last review's follows, our own ministers.

    ``trouble`` says why the last review could not be read.
    """

    used: Inputs
    last: LastFollows | None
    set_aside: Sequence[SetAside]
    now: datetime
    trouble: str = ""

    @property
    def today(self) -> date:
        """Give the day of the look."""
        return self.now.date()


def look(asked: Asked, ground: Ground) -> Look:
    """Say all that is known of one account or address."""
    accounts = _accounts(asked.profile, ground.now)
    register = ground.used.register
    owner, note = owner_of(accounts, register, ground.today)
    platform = frozenset(accounts["platform"])
    members = known_members(register, ground.today, platform).values()
    followed, counted = _in_last(accounts, owner, ground)
    aside = _set_aside(owner, ground)
    counts = owner is not None and owner.role in SEATED and not counted and not aside
    return Look(
        asked=asked,
        owner=owner,
        note=note,
        site="" if asked.profile else website_owner(asked.address, register, ground.today),
        mentions=mentions(asked, accounts, ground.used.flagged),
        purpose=purpose_of(accounts, ground.used.purposes),
        known=(sum(some for some, _ in members), sum(every for _, every in members)),
        followed=followed,
        counted=counted,
        set_aside=aside,
        balance=with_one(ground.last, owner.party) if owner and ground.last and counts else None,
    )


def _accounts(profile: Profile | None, now: datetime) -> pd.DataFrame:
    if profile is None:
        return frames.empty("accounts")
    row = {
        "platform": profile.platform,
        "account_id": profile.account_id,
        "handle": profile.handle,
        "status": "unknown",
        "as_at": now,
    }
    return frames.make("accounts", [row])


def _in_last(
    accounts: pd.DataFrame, owner: Owner | None, ground: Ground
) -> tuple[bool | None, bool | None]:
    """Tell whether the last review has the account, and an account of its owner."""
    if ground.last is None or accounts.empty:
        return None, None
    there = ground.last.accounts
    here = there[there["platform"] == accounts["platform"].iloc[0]]
    names = handle_key(accounts["handle"].dropna())
    same = here["account_id"] == accounts["account_id"].iloc[0]
    # where the id is known the handle says nothing: it may have passed to someone else since
    if handle_key(accounts["account_id"]).isin(names).all():
        same |= handle_key(here["handle"]).isin(names)
    platform = str(accounts["platform"].iloc[0])
    followed = True if same.any() else False if platform in ground.last.whole else None
    if owner is None:
        return followed, None
    return followed, owner.actor in set(matching.label(there, ground.used.register)["actor"])


def _set_aside(owner: Owner | None, ground: Ground) -> str:
    actor = owner.actor if owner else ""
    held = [one for one in ground.set_aside if one.actor == actor and one.on(ground.today)]
    return held[0].reason if held else ""
