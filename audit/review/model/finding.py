"""One item to look at: its subject, its evidence, and what a person decided about it."""

from dataclasses import dataclass
from datetime import date

_WAITING = frozenset({"new", "open", "overdue", "cannot_tell", "returned"})


@dataclass(frozen=True)
class Subject:
    """The account or link that a finding is about."""

    account_id: str
    handle: str
    name: str
    url: str


@dataclass(frozen=True)
class Evidence:
    """One piece of evidence: who says so, as at when, the row itself and where to read it.

    For a row of a list of sources: its ``file`` and line, the file's SHA-256, the version of the
    rules that gave it its level, and how it is corrected; empty text where there is none.
    """

    source: str
    as_at: str
    row: str
    url: str
    file: str = ""
    sha256: str = ""
    rule: str = ""
    correct: str = ""


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
    """One item to look at; ``key`` is the same every quarter, ``item`` is the number for people.

    ``note`` says what became of an earlier decision, where there is something to know.
    """

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
    note: str = ""

    @property
    def needs_decision(self) -> bool:
        """Tell whether a person is asked for a decision: open, and more than information."""
        return self.priority != "info" and self.status in _WAITING


@dataclass(frozen=True)
class CheckWords:
    """A check's words, for the method section and the Findings sheet.

    ``looks_for`` ends the sentence "It looks for", and so has neither a capital nor a full stop.
    """

    id: str
    title: str
    looks_for: str
    why: str
    remedy: str
    priority: str
    clauses: tuple[str, ...]
