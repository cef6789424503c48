"""Which party of the register a source means by a name, in English or te reo Māori."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from audit.register.seats import INDEPENDENT
from audit.review.words import listing
from audit.update.owners import folded

_NAMED = ("party", "name", "name_mi", "short", "aliases")
_LOOSE = {"the", "party"}
_SAID_AT_MOST = 12


@dataclass(frozen=True)
class PartyNames:
    """The ids that each folded name fits, whole and without the words that people leave out."""

    whole: Mapping[str, frozenset[str]]
    loose: Mapping[str, frozenset[str]]
    short: Mapping[str, str]


def party_names(frames: Mapping[str, pd.DataFrame]) -> PartyNames:
    """Index the parties of a register by every name that it has for them."""
    rows = frames["parties"].to_dict("records")
    whole: dict[str, frozenset[str]] = {}
    loose: dict[str, frozenset[str]] = {}
    for row in rows:
        names = {folded(part) for one in _NAMED for part in str(row[one]).split("|")} - {""}
        for index, keys in ((whole, names), (loose, {_loose(name) for name in names})):
            for key in keys - {""}:
                index[key] = index.get(key, frozenset()) | {str(row["party"])}
    return PartyNames(whole, loose, {str(row["party"]): str(row["short"]) for row in rows})


def party_of(written: str, names: PartyNames) -> tuple[str, str]:
    """Give the id of the party that is named, or why there is none; one of the two is empty."""
    key = folded(written)
    fits = names.whole.get(key) or names.loose.get(_loose(key)) or frozenset()
    if not fits and key.startswith("independent") and INDEPENDENT in names.short:
        return INDEPENDENT, ""
    if len(fits) == 1:
        return next(iter(fits)), ""
    if fits:
        return "", f"{written!r} fits {listing(sorted(fits))}; write the id of the one meant."
    known = [short for short in names.short.values() if short]
    more = len(known) - _SAID_AT_MOST
    said = listing(known) if more <= 0 else f"{', '.join(known[:_SAID_AT_MOST])} and {more} more"
    return "", f"{written!r} is no party of the register. It has {said}."


def _loose(name: str) -> str:
    words = re.findall(r"[^\W_]+", name)
    return " ".join(word for word in words if word not in _LOOSE)
