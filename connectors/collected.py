"""What a connector is asked for and what it owes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pandas as pd

from connectors import frames
from connectors.handles import on_platform


@dataclass(frozen=True)
class OwnAccount:
    """One account of the agency, as the configuration names it.

    ``handle`` is without a leading @; ``kinds`` empty means all that the source can give;
    ``as_at`` is the day that an undated file was made, when the agency knows it;
    ``read_at`` is the time of this run, in UTC;
    ``ids`` are tables of ids and handles, for accounts that an export names by id alone.
    """

    platform: str
    handle: str
    method: str
    paths: tuple[Path, ...]
    kinds: tuple[str, ...]
    read_at: datetime
    as_at: datetime | None = None
    ids: tuple[Path, ...] = ()

    @property
    def label(self) -> str:
        """Say which account this is, for a message."""
        return on_platform(self.platform, self.handle)

    def wants(self, kind: str) -> bool:
        """Tell whether the configuration asks for this kind."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class InputFile:
    """One file that was read, with its size in bytes and SHA-256, for the record."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Tally:
    """The records of one source file: records = kept + the sum of reported, always.

    ``source`` names the file inside the export; ``reported`` maps a reason in plain words
    to the number of records that gave no row because of it.
    """

    source: str
    records: int
    kept: int
    reported: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.records != self.kept + sum(self.reported.values()):
            raise AssertionError(f"{self.source}: records read do not equal kept plus reported")


@dataclass(frozen=True)
class Collected:
    """What one own account gave: the three frames, the files read and what became of each record.

    ``notes`` are plain sentences for the reader of the report: what this source cannot give,
    what looked odd. ``agency_account`` is the stable id of our account. ``about`` is what our own
    profile says of itself, words and addresses on lines; None where the source does not tell.
    """

    agency_account: str
    interactions: pd.DataFrame
    accounts: pd.DataFrame
    coverage: pd.DataFrame
    inputs: tuple[InputFile, ...] = ()
    tallies: tuple[Tally, ...] = ()
    notes: tuple[str, ...] = ()
    about: str | None = None

    def validated(self, connector: str) -> "Collected":
        """Return self, or raise SourceError where a frame breaks the contract."""
        for name in frames.FRAMES:
            frames.validate(name, getattr(self, name), connector)
        return self
