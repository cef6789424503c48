"""What was read: of each own account and kind, of each file, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime


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
