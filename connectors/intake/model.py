"""What an intake found: exports and lists that can be read, and what was not recognised."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pandas as pd

from connectors.collected import Tally
from connectors.exports.base import ExportOwner
from connectors.frames import READ


@dataclass(frozen=True)
class Found:
    """One account on one platform and the files that hold its acts.

    ``method`` is export or list; ``made_at`` is the time of making, where the files say it;
    ``coverage`` has one row for each kind; ``trouble`` says why nothing could be read, if so;
    ``said`` tells whether the files themselves name the handle; ``order`` says how to get another.
    ``joined`` are the files that do not name it and are read with those that do.
    """

    platform: str
    form: str
    method: str
    paths: tuple[Path, ...]
    owner: ExportOwner
    coverage: pd.DataFrame
    made_at: datetime | None = None
    tallies: tuple[Tally, ...] = ()
    notes: tuple[str, ...] = ()
    trouble: str = ""
    said: bool = True
    order: str = ""
    joined: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Unrecognised:
    """A file or folder that is no export and no list, and a sentence that says what helps.

    ``opened`` is false where it is damaged or not there.
    """

    path: Path
    why: str
    opened: bool = True


@dataclass(frozen=True)
class Intake:
    """Everything that the paths given hold."""

    found: tuple[Found, ...] = ()
    unrecognised: tuple[Unrecognised, ...] = field(default_factory=tuple)

    @property
    def in_order(self) -> bool:
        """Tell whether all was recognised, and each has a handle and something to review."""
        return bool(self.found) and not self.unrecognised and all(map(_in_order, self.found))


def _in_order(found: Found) -> bool:
    status = found.coverage["status"]
    read = status.isin(READ).any() and not (status == "failed").any()
    return not found.trouble and bool(found.owner.handle) and bool(read)
