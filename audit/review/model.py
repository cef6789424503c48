"""The Review and its parts: plain data, made once, read by the reports and written to review.json.

The keys follow the review.json contract; a reader ignores keys it does not know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

SCHEMA = 1
LAYOUT = 1


@dataclass(frozen=True)
class Agency:
    """The agency's name in English and, where it has one, in te reo Māori."""

    name: str
    name_mi: str = ""


@dataclass(frozen=True)
class Period:
    """The days a review covers, both included; ``label`` is how people write it."""

    id: str
    label: str
    start: date
    end: date


@dataclass(frozen=True)
class Coverage:
    """What was read of one kind from one own account, and what was not; counts are rows."""

    platform: str
    agency_account: str
    handle: str
    kind: str
    status: str
    method: str
    stated: int | None
    fetched: int
    unattributed: int
    earliest: date | None
    latest: date | None
    as_at: datetime
    reason: str


@dataclass(frozen=True)
class SourceFile:
    """One file inside an export: records = kept + the sum of reported."""

    platform: str
    handle: str
    source: str
    records: int
    kept: int
    reported: Mapping[str, int]


@dataclass(frozen=True)
class InputFile:
    """One file that was handed to the tool, with its size in bytes and SHA-256."""

    platform: str
    handle: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Summary:
    """The figures of page one.

    ``accounts_total`` and ``accounts_read`` count own accounts; ``items_checked`` counts follows,
    likes, reposts and quotes, and links in the period.
    """

    need_decision: int
    high: int
    medium: int
    low: int
    info: int
    overdue: int
    items_checked: int
    accounts_read: int
    accounts_total: int
    decide_by: date
    baseline: bool
    purpose_missing: int


@dataclass(frozen=True)
class RegisterCoverage:
    """How many sitting members of a party the register knows an account of, on one platform."""

    party: str
    platform: str
    known: int
    members: int


@dataclass(frozen=True)
class RegisterState:
    """Which register was used: its version (the date it stands for) and what it knows."""

    jurisdiction: str
    version: str
    coverage: tuple[RegisterCoverage, ...]


@dataclass(frozen=True)
class Labels:
    """How many distinct accounts were matched to the register, and how many were not."""

    matched: int
    by_id: int
    by_handle: int
    unmatched: int
    unattributed: int
    register: RegisterState


@dataclass(frozen=True)
class Party:
    """A party's names; ``government`` says whether it is in government on the last day."""

    id: str
    name: str
    name_mi: str
    short: str
    government: bool


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


@dataclass(frozen=True)
class Subject:
    """The account or link that a finding is about."""

    account_id: str
    handle: str
    name: str
    url: str


@dataclass(frozen=True)
class Evidence:
    """One piece of evidence: who says so, as at when, the row itself and where to read it."""

    source: str
    as_at: str
    row: str
    url: str


@dataclass(frozen=True)
class Decision:
    """What a person decided about a finding; empty text where nothing is recorded."""

    decision: str = ""
    reason: str = ""
    owner: str = ""
    due: date | None = None
    decided_on: date | None = None
    review_by: date | None = None


@dataclass(frozen=True)
class Finding:
    """One item to look at; ``key`` is the same every quarter, ``item`` is the number for people."""

    item: str
    key: str
    check: str
    priority: str
    status: str
    title: str
    platform: str
    agency_account: str
    handle: str
    kind: str
    subject: Subject
    happened_on: date | None
    post_url: str
    why: str
    suggested: str
    evidence: tuple[Evidence, ...]
    clauses: tuple[str, ...]
    decision: Decision = Decision()

    @property
    def needs_decision(self) -> bool:
        """Tell whether a person is asked for a decision: open, and more than information."""
        return self.priority != "info" and self.status in {"new", "open", "overdue", "returned"}


@dataclass(frozen=True)
class CheckWords:
    """A check's words, for the method section and the Findings sheet."""

    id: str
    title: str
    why: str
    remedy: str
    priority: str
    clauses: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """What changed since the last review; all is null where no earlier review is compared."""

    since: str | None = None
    followed: int | None = None
    unfollowed: int | None = None
    gone_from_platform: int | None = None
    label_changed: int | None = None
    register_changed: int | None = None
    items: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class GuidanceLine:
    """One clause of the guidance and how this review stands to it."""

    clause: str
    status: str
    evidence: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class RegisterFile:
    """One register or list file as used."""

    name: str
    as_at: str
    sha256: str
    rows: int


@dataclass(frozen=True)
class EvidenceTables:
    """The rows behind the figures, with the columns of EVIDENCE_COLUMNS."""

    followed: pd.DataFrame
    likes: pd.DataFrame
    reposts: pd.DataFrame
    links: pd.DataFrame


_SHARED = ("platform", "our_account", "account", "name", "url", "party", "role", "flagged_by")
EVIDENCE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "followed": (*_SHARED, "matched_by", "status", "happened_on", "purpose", "owner", "review_by"),
    "likes": (*_SHARED, "happened_on", "post_url", "text", "unknown_reason"),
    "reposts": (*_SHARED, "kind", "happened_on", "post_url", "text", "unknown_reason"),
    "links": ("platform", "our_account", "host", "url", "flagged_by", "happened_on", "post_url"),
}


@dataclass(frozen=True)
class Review:
    """Everything one review says; ``evidence`` is not in review.json, since the frames hold it."""

    agency: Agency
    marking: str
    period: Period
    run_id: str
    observed_at: datetime
    answer: str
    status: str
    summary: Summary
    coverage: tuple[Coverage, ...]
    files: tuple[SourceFile, ...]
    inputs: tuple[InputFile, ...]
    totals: Mapping[str, int]
    labels: Labels
    parties: tuple[Party, ...]
    balance: tuple[Balance, ...]
    findings: tuple[Finding, ...]
    checks: tuple[CheckWords, ...]
    changes: Changes
    guidance: tuple[GuidanceLine, ...]
    limits: tuple[str, ...]
    registers: tuple[RegisterFile, ...]
    evidence: EvidenceTables
    tool_version: str = ""
    headline: str = ""
