"""The party mix of a list: its figures, its lines by party and what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PartyLine:
    """One party's line of a balance table.

    ``share`` is of the reference (0 to 1); ``expected`` accounts and the usual range by luck
    (5th to 95th percentile) are for a list of n chosen without preference; ``chance_none`` is the
    probability of no account at all.
    """

    party: str
    count: int
    share: float
    expected: float
    usual_low: int
    usual_high: int
    chance_none: float


@dataclass(frozen=True)
class Reference:
    """What a list is measured against, on a date: whole-number weights by party."""

    id: str
    date: date
    weights: Mapping[str, int]


@dataclass(frozen=True)
class Everyone:
    """A list's figures with the agency's own ministers in it, beside those without them."""

    n: int
    d: float | None
    misplaced: int | None
    p: float | None


@dataclass(frozen=True)
class PartyKnown:
    """How many sitting members of a party the register knows an account of, for one list."""

    party: str
    known: int
    members: int


@dataclass(frozen=True)
class Balance:
    """The party mix of one list (scope: ``all`` or a platform; kind: follow, like or repost)."""

    scope: str
    kind: str
    n: int
    outside: int
    set_aside: int
    counts: Mapping[str, int]
    reference: Reference
    d: float | None
    misplaced: int | None
    floor: float | None
    chance_mean: float | None
    c95: float | None
    p: float | None
    p_corridor: float | None
    p_adjusted: float | None
    verdict: str
    transition: bool
    lines: tuple[PartyLine, ...]
    sentence: str
    notes: tuple[str, ...] = ()
    gallagher: float | None = None
    effective_parties: float | None = None
    everyone: Everyone | None = None
    register: tuple[PartyKnown, ...] = ()
    register_uneven: bool = False
