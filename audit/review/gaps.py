"""A member without a known account on a platform, and the workbook that asks for one."""

from collections.abc import Mapping
from dataclasses import dataclass

SHEET = "Missing accounts"
HEADERS: Mapping[str, str] = {
    "actor": "Actor",
    "name": "Name",
    "party": "Party",
    "office": "Office",
    "platform": "Platform",
    "doubt": "Not to be trusted",
    "alike": "Is this them?",
    "handle": "Handle",
    "role": "Kind of account",
    "evidence_url": "Evidence URL",
    "checked_by": "Checked by",
    "checked_on": "Checked on",
}
TO_FILL = ("handle", "role", "evidence_url", "checked_by", "checked_on")


@dataclass(frozen=True)
class Gap:
    """A sitting member whose account on a platform the register does not know.

    ``doubt`` names handles of theirs that it does not trust; ``alike`` the followed accounts that
    have their name, which nobody has confirmed.
    """

    actor: str
    name: str
    party: str
    office: str
    platform: str
    doubt: str
    alike: str
