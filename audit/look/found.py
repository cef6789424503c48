"""What a look found: the owner, what lists say, the purpose, and the balance with it."""

from dataclasses import dataclass
from datetime import date

from audit.look.asked import Asked
from audit.mix.units import SEATED
from audit.mix.with_one import WithOne
from audit.signs import SEEN


@dataclass(frozen=True)
class Owner:
    """Whose the account is by the register; ``as_at`` is the date of the row that says so.

    ``known_as`` is the handle of that row where it is another than the one asked.
    """

    actor: str
    name: str
    party: str
    party_name: str
    role: str
    office: str
    matched_by: str
    known_as: str
    source: str
    as_at: str
    url: str


@dataclass(frozen=True)
class Mention:
    """A row of a list; ``what`` is the account or the address it names, its level as in rows."""

    list: str
    level: str
    label: str
    reason: str
    as_at: date | None
    url: str
    file: str
    what: str


@dataclass(frozen=True)
class Purpose:
    """The purpose recorded for following an account."""

    purpose: str
    owner: str
    review_by: date | None


@dataclass(frozen=True)
class Sign:
    """What one account sign answers: its state, and what was seen, or why it could not look.

    ``as_at`` is the day the account was collected, None where only its handle was looked at.
    """

    id: str
    title: str
    rule: str
    state: str
    level: str
    what: str
    evidence: str
    as_at: date | None


@dataclass(frozen=True)
class Look:
    """What was found of one thing asked.

    ``held_by`` names whom the register has the handle of, where the account is not labelled.
    ``site`` names whose website the address is of. ``known`` counts the members with a known
    account on the platform, and all. ``followed`` tells whether the last review found us following
    the account, null where our follows there were not read in full; ``counted`` tells whether it
    counted an account of the same person, null where there is no review. ``set_aside`` is the
    reason. ``collected_in`` names the review that collected the account, empty where none did, and
    ``learned_id`` is the id it had with the handle, where the id was not asked.
    """

    asked: Asked
    owner: Owner | None
    note: str
    held_by: str
    site: str
    mentions: tuple[Mention, ...]
    purpose: Purpose | None
    known: tuple[int, int]
    followed: bool | None
    counted: bool | None
    set_aside: str
    balance: WithOne | None
    signs: tuple[Sign, ...]
    collected_in: str
    learned_id: str

    @property
    def found(self) -> bool:
        """Tell whether there is something for a person to look at."""
        told = bool(self.note or self.site or self.mentions)
        return self.owner is not None or told or any(one.state == SEEN for one in self.signs)

    @property
    def seated(self) -> bool:
        """Tell whether the account is one of those that the balance counts."""
        return self.owner is not None and self.owner.role in SEATED
