"""Which register was used, what it knows, and how many accounts it put a label on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class RegisterCoverage:
    """How many sitting members of a party the register knows an account of, on one platform."""

    party: str
    platform: str
    known: int
    members: int


@dataclass(frozen=True)
class PlatformKnown:
    """How many of all sitting members the register knows an account of, on one platform."""

    platform: str
    known: int
    members: int


@dataclass(frozen=True)
class RegisterState:
    """Which register was used: its version (the date it stands for) and what it knew on a day.

    ``coverage`` has each party on each platform of ours, and ``totals`` the whole House; where we
    use several platforms, the platform ``all`` counts an account on any of them. ``problems`` say
    what of the last elections it lacks.
    """

    jurisdiction: str
    version: str
    day: date
    coverage: tuple[RegisterCoverage, ...]
    totals: tuple[PlatformKnown, ...] = ()
    sentence: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Labels:
    """How many distinct accounts were matched to the register, and how many were not.

    ``namesakes`` counts the followed accounts with a sitting member's name and no owner in the
    register; they are matched to nobody.
    """

    matched: int
    by_id: int
    by_handle: int
    unmatched: int
    unattributed: int
    register: RegisterState
    namesakes: int = 0


@dataclass(frozen=True)
class Party:
    """A party's names; ``government`` says whether it is in government on the last day."""

    id: str
    name: str
    name_mi: str
    short: str
    government: bool


@dataclass(frozen=True)
class ElectionPeriod:
    """A time before an election, both days included; ``kind`` is pre-election or regulated."""

    kind: str
    start: date
    end: date
    polling_day: date
    source: str
    evidence_url: str


@dataclass(frozen=True)
class RegisterFile:
    """One register or list file as used."""

    name: str
    as_at: str
    sha256: str
    rows: int
