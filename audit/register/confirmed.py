"""Accounts that a person found, against what the platforms say of them: each row in one bucket."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from audit.register.disputes import doubt_of_id, refusal_of_id
from audit.register.filled import DOUBTFUL, TAKEN, WRONG, Judged
from audit.register.gaps import name_key
from audit.register.register import Register
from connectors.looked import FOUND, NOT_ASKED, NOT_FOUND, Looked
from connectors.profile_form import Profile

Answers = Mapping[tuple[str, str], Looked]
_GONE = {
    "suspended": "it is suspended",
    "deactivated": "its owner has deactivated it",
    "deleted": "it is deleted",
    "moved": "it has moved",
}
_OLD_NAME = "user/"  # YouTube answers an old name with the handle of today
_WORD = re.compile(r"\w+")


def to_ask(judged: Sequence[Judged]) -> tuple[Profile, ...]:
    """Give the accounts to ask about: those of all rows but the wrong and the empty ones."""
    asked = [one.profile for one in judged if one.bucket in (TAKEN, DOUBTFUL)]
    return tuple(profile for profile in asked if profile is not None)


def confirm(
    judged: Sequence[Judged], answers: Answers, register: Register, day: date
) -> tuple[Judged, ...]:
    """Judge each row again by what its platform said; without an answer nothing is confirmed.

    A row that could not be looked up is doubtful, with the reason; one whose platform could not
    be asked at all stays as it was, and its reason says so.
    """
    names = _names(register)
    found = [_confirm(one, answers, register, names, day) for one in judged]
    owners: dict[tuple[str, str], set[str]] = {}
    for one in found:
        owners.setdefault(_confirmed_id(one), set()).add(one.filled.actor)
    return tuple(
        replace(one, bucket=DOUBTFUL, reason="two people are given this account here")
        if one.is_confirmed and len(owners[_confirmed_id(one)]) > 1
        else one
        for one in found
    )


def _confirmed_id(one: Judged) -> tuple[str, str]:
    """Name the account that a platform confirmed; the same for all rows without one."""
    looked = one.looked if one.is_confirmed else None
    return (looked.platform, looked.account_id) if looked else ("", "")


def _confirm(
    one: Judged, answers: Answers, register: Register, names: Mapping[str, str], day: date
) -> Judged:
    if one.profile is None or one.bucket not in (TAKEN, DOUBTFUL):
        return one
    looked = answers[one.profile.platform, (one.profile.handle or "").casefold()]
    wrong = _wrong(one, looked, register, day)
    if wrong:
        return replace(one, bucket=WRONG, reason=wrong, looked=looked)
    if looked.outcome == NOT_ASKED:
        reason = "; ".join(filter(None, [one.reason, f"not confirmed: {_plain(looked)}"]))
        return replace(one, reason=reason, looked=looked)
    doubtful = _doubt(one, looked, register, names, day)
    reason = "; ".join(filter(None, [one.reason, doubtful]))
    if reason:
        return replace(one, bucket=DOUBTFUL, reason=reason, looked=looked)
    return replace(one, profile=replace(one.profile, handle=looked.handle), looked=looked)


def _wrong(one: Judged, looked: Looked, register: Register, day: date) -> str:
    """Say why the account cannot be the one, or nothing."""
    if looked.outcome == NOT_FOUND:
        return _plain(looked)
    if looked.outcome != FOUND:
        return ""
    if looked.status in _GONE:
        return _plain(looked) or _GONE[looked.status]
    return refusal_of_id(one.filled.actor, looked.platform, looked.account_id, register, day)


def _doubt(
    one: Judged, looked: Looked, register: Register, names: Mapping[str, str], day: date
) -> str:
    """Say what a person has to look at, or nothing where the account is confirmed."""
    if looked.outcome != FOUND:
        return f"it could not be looked up: {_plain(looked)}"
    same = looked.handle.casefold() == looked.asked.casefold()
    if not same and not looked.asked.casefold().startswith(_OLD_NAME):
        return f"its handle is @{looked.handle} by now"
    held = doubt_of_id(one.filled.actor, looked.platform, looked.account_id, register, day)
    if held:
        return held
    shown = looked.name or looked.handle
    if not _is_called(shown, names.get(one.filled.actor, "")):
        return f"it calls itself {shown!r}"
    return ""


def _plain(looked: Looked) -> str:
    return looked.reason.rstrip(".")


def _names(register: Register) -> Mapping[str, str]:
    """Give the names of each person, as they are compared, with | between them."""
    people = register.people
    folded = name_key(people["name"] + "|" + people["aliases"])
    return dict(zip(people["actor"], folded, strict=True))


def _is_called(shown: str, names: str) -> bool:
    """Tell whether a display name holds a person's name: whole, two words of it, or run together.

    It is a check on what a person found and nobody is matched by it.
    """
    (folded,) = name_key(pd.Series([shown]))
    words = _WORD.findall(folded)
    for name in filter(None, names.split("|")):
        wanted = _WORD.findall(name)
        shared = len(set(wanted) & set(words))
        together = "".join(wanted)
        if wanted and (shared >= min(2, len(wanted)) or together in "".join(words)):
            return True
    return False
