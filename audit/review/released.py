"""What a copy for release holds: rows made of named fields alone, and what was withheld from it."""

from dataclasses import dataclass
from datetime import date

from audit.review.model import Review

GROUND = "s 9(2)(a)"
WITHHELD = f"[withheld {GROUND}]"


@dataclass(frozen=True)
class Item:
    """One item: which rule found it, about whom, by which list, and what was decided.

    ``about`` is a handle, a name, a site or WITHHELD; ``on`` is withheld with the account.
    """

    item: str
    priority: str
    status: str
    rule: str
    platform: str
    handle: str
    kind: str
    about: str
    party: str
    office: str
    on: date | None
    listed: str
    listed_as_at: str
    suggested: str
    decision: str
    decided_on: date | None
    reason: str


@dataclass(frozen=True)
class Act:
    """One act towards a named account, or all that are withheld, or of unknown author, of a kind.

    ``state`` is named, withheld or unknown; ``accounts`` is not known where the author is not.
    """

    platform: str
    handle: str
    kind: str
    state: str
    account: str
    name: str
    party: str
    office: str
    on: date | None
    acts: int
    accounts: int | None


@dataclass(frozen=True)
class Site:
    """How many links of one own account lead to a site; ``listed`` names the list that has it."""

    platform: str
    handle: str
    site: str
    listed: str
    links: int


@dataclass(frozen=True)
class ListUsed:
    """A register file or a list that was used: its name, its day, how many rows, where known."""

    name: str
    as_at: str
    rows: int | None
    of_sources: bool


@dataclass(frozen=True)
class Withheld:
    """How much is withheld on the one ground there is: privacy of natural persons."""

    accounts: int
    acts: int
    sites: int
    links: int
    items: int
    reasons: int


@dataclass(frozen=True)
class Released:
    """The copy for release; of ``review`` only what may be released is filled."""

    review: Review
    items: tuple[Item, ...]
    acts: tuple[Act, ...]
    sites: tuple[Site, ...]
    lists: tuple[ListUsed, ...]
    withheld: Withheld
