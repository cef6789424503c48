"""The Review: everything that one review says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from audit.review.model.balance import Balance
from audit.review.model.changes import Changes
from audit.review.model.decisions import NONE_READ, DecisionsRead
from audit.review.model.finding import CheckWords, Finding
from audit.review.model.read import Coverage, InputFile, SourceFile
from audit.review.model.register import ElectionPeriod, Labels, Party, RegisterFile

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
class GuidanceLine:
    """One clause of the guidance and how this review stands to it.

    ``question`` is what a person is asked, empty where nobody is; ``findings`` are item numbers.
    """

    clause: str
    status: str
    evidence: str
    findings: tuple[str, ...]
    section: str = ""
    strength: str = ""
    requirement: str = ""
    question: str = ""
    answer: str = ""
    by: str = ""
    answered_on: date | None = None


@dataclass(frozen=True)
class EvidenceTables:
    """The rows behind the figures, with the columns of EVIDENCE_COLUMNS."""

    followed: pd.DataFrame
    likes: pd.DataFrame
    reposts: pd.DataFrame
    links: pd.DataFrame


_SHARED = ("platform", "our_account", "account", "name", "url", "party", "role", "flagged_by")
EVIDENCE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "followed": (
        *(*_SHARED, "matched_by", "status", "happened_on", "election"),
        *("first_seen", "seen_since", "purpose", "owner", "review_by"),
    ),
    "likes": (*_SHARED, "happened_on", "election", "post_url", "text", "unknown_reason"),
    "reposts": (*_SHARED, "kind", "happened_on", "election", "post_url", "text", "unknown_reason"),
    "links": (
        "platform",
        "our_account",
        "host",
        "url",
        "flagged_by",
        "happened_on",
        "election",
        "post_url",
    ),
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
    decisions: DecisionsRead = NONE_READ
    elections: tuple[ElectionPeriod, ...] = ()
