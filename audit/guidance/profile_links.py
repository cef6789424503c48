"""Looks in the profiles of own accounts for the address of the transparency statement."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audit.own_profiles import OwnProfile
from audit.review.words import listing, own_account
from audit.sources.hosts import Place, place, without_prefix

# Neither side of an e-mail address is a link.
_LINK = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?![\w@-])(?::\d+)?(?:/[^\s<>\"“”]*)?",
    re.IGNORECASE,
)
_AFTER = ".,;:!?)]}'’…"
_SHORT = "t.co"
_MOST = 3


@dataclass(frozen=True)
class ProfileLinks:
    """Whether a profile leads to the statement, and what all profiles tell, in sentences."""

    found: bool
    said: str


def links_to(address: str, profiles: Sequence[OwnProfile]) -> ProfileLinks:
    """Look for an address; what was not read or is shortened is named, never taken as missing."""
    wanted = _place(address)
    leading = [one for one in profiles if _line(one, lambda link: _place(link) == wanted)]
    rest = [one for one in profiles if one not in leading]
    hidden = [one for one in rest if not one.whole or _line(one, _is_short)]
    near = [
        one
        for one in rest
        if one not in hidden and _line(one, lambda link: _place(link).host == wanted.host)
    ]
    bare = [one for one in rest if one not in hidden and one not in near]
    said = [_quoted(one, lambda link: _place(link) == wanted) for one in leading[:_MOST]]
    if near:
        said.append(f"Your website, but not the statement, is named by {_profiles(near)}.")
    if bare:
        said.append(f"Nothing that leads to it stands in {_profiles(bare)}.")
    if hidden:
        said.append(f"Where links lead is not known for {_profiles(hidden)}: please look there.")
    return ProfileLinks(bool(leading), " ".join(said))


def links_in(profiles: Sequence[OwnProfile]) -> str:
    """Quote what profiles link to, where the address of the statement is not known."""
    linking = [one for one in profiles if _line(one, lambda _: True)]
    return " ".join(_quoted(one, lambda _: True) for one in linking[:_MOST])


def _quoted(profile: OwnProfile, wanted: Callable[[str], bool]) -> str:
    name = own_account(profile.platform, profile.handle)
    return f"The profile of {name} says: “{_line(profile, wanted)}”."


def _line(profile: OwnProfile, wanted: Callable[[str], bool]) -> str:
    """Give the first line of a profile with a link that is wanted; empty where there is none."""
    lines = (profile.about or "").splitlines()
    return next((line.strip() for line in lines if any(map(wanted, _links(line)))), "")


def _links(line: str) -> list[str]:
    return [match[0].rstrip(_AFTER) for match in _LINK.finditer(line)]


def _is_short(link: str) -> bool:
    return place(link).host == _SHORT


def _place(link: str) -> Place:
    found = place(link)
    return Place(without_prefix(found.host), found.segments)


def _profiles(of: Sequence[OwnProfile]) -> str:
    names = [own_account(one.platform, one.handle) for one in of]
    more = [f"{len(names) - _MOST} more"] if len(names) > _MOST else []
    noun = "the profile" if len(names) == 1 else "the profiles"
    return f"{noun} of {listing([*names[:_MOST], *more])}"
