"""The look itself: one account or address against everything that is known here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import pandas as pd

from audit import matching
from audit.config_sections import SetAside
from audit.inputs import Inputs
from audit.look.asked import Asked
from audit.look.collected import Collected, known_of, renamed_to
from audit.look.found import Look, Owner
from audit.look.lists import mentions, purpose_of
from audit.look.owner import RENAMED, held_by, owner_of, website_owner
from audit.look.signs import signs
from audit.mix.units import SEATED
from audit.mix.with_one import LastFollows, with_one
from audit.register import Register
from audit.register.accounts import handle_key, handles_of
from audit.register.coverage import known_members
from audit.signs import protected
from connectors import frames
from connectors.profile_form import Profile


@dataclass(frozen=True)
class Ground:
    """What is looked in: register and lists, the last review's follows, our own ministers.

    ``trouble`` says why the last review could not be read. ``reviews`` are the accounts that the
    last two reviews collected, the newest first; ``own`` our accounts, each a platform and a
    handle, and ``names`` our names, which others may look like.
    """

    used: Inputs
    last: LastFollows | None
    set_aside: Sequence[SetAside]
    now: datetime
    trouble: str = ""
    reviews: Sequence[Collected] = ()
    own: Sequence[tuple[str, str]] = ()
    names: Sequence[str] = ()

    @cached_property
    def protected(self) -> pd.DataFrame:
        """Give the handles and names that an account is compared with."""
        return protected(self.used.register, self.today, self.own, self.names)

    @property
    def today(self) -> date:
        """Give the day of the look."""
        return self.now.date()


def look(asked: Asked, ground: Ground) -> Look:
    """Say all that is known of one account or address."""
    seen = known_of(_accounts(asked.profile, ground.now), ground.reviews)
    # what was collected then is looked up in the register of today
    accounts = frames.retyped("accounts", seen.account.assign(as_at=ground.now))
    register = ground.used.register
    labels = matching.label(accounts, register)
    owner, note = _owner(accounts, labels, ground)
    platform = frozenset(accounts["platform"])
    members = known_members(register, ground.today, platform).values()
    followed, counted = _in_last(accounts, owner, ground)
    aside = _set_aside(owner, ground)
    counts = owner is not None and owner.role in SEATED and not counted and not aside
    return Look(
        asked=asked,
        owner=owner,
        note=note,
        held_by="" if owner else held_by(accounts, register, ground.today),
        site="" if asked.profile else website_owner(asked.address, register, ground.today),
        mentions=mentions(asked, accounts, ground.used.flagged),
        purpose=purpose_of(accounts, ground.used.purposes),
        known=(sum(some for some, _ in members), sum(every for _, every in members)),
        followed=followed,
        counted=counted,
        set_aside=aside,
        balance=with_one(ground.last, owner.party) if owner and ground.last and counts else None,
        signs=signs(seen, labels, register, ground.protected) if asked.profile else (),
        collected_in=seen.run,
        learned_id=seen.learned,
    )


def _owner(
    accounts: pd.DataFrame, labels: pd.DataFrame, ground: Ground
) -> tuple[Owner | None, str]:
    """Give the owner, unless by the last review the account of the register has another handle."""
    register = ground.used.register
    owner, note = owner_of(accounts, labels, register, ground.today)
    if owner is None or owner.matched_by != "handle":
        return owner, note
    now = renamed_to(accounts, register, ground.reviews)
    if not now:
        return owner, note
    return None, RENAMED.format(run=ground.reviews[0].run, handle=now)


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
    return followed, _counts(owner.actor, there, ground.used.register)


def _counts(actor: str, there: pd.DataFrame, register: Register) -> bool:
    """Tell whether any of the accounts is one of an actor's by the register."""
    known = register.accounts[register.accounts["actor"] == actor]
    own_id = there["account_id"].isin(known["platform_id"])
    own_handle = handle_key(handles_of(there)).isin(handle_key(known["handle"]))
    maybe = there[own_id | own_handle]
    return len(maybe) > 0 and actor in set(matching.label(maybe, register)["actor"])


def _set_aside(owner: Owner | None, ground: Ground) -> str:
    actor = owner.actor if owner else ""
    held = [one for one in ground.set_aside if one.actor == actor and one.on(ground.today)]
    return held[0].reason if held else ""
