"""What a review is given of decisions: all recorded ones, readings and earlier findings."""

from dataclasses import dataclass
from datetime import datetime

from audit.decisions.model.decided import Decided
from audit.decisions.model.outcome import Reading
from audit.review.model import Finding


@dataclass(frozen=True)
class Earlier:
    """A finding as the last earlier review that had it said, and when that read its data."""

    finding: Finding
    observed_at: datetime


@dataclass(frozen=True)
class Recorded:
    """All decisions recorded, oldest first, and the readings that no earlier review has shown.

    ``earlier`` are the findings of the last earlier review, and those that one before found done.
    """

    decisions: tuple[Decided, ...] = ()
    readings: tuple[Reading, ...] = ()
    earlier: tuple[Earlier, ...] = ()


NOTHING_DECIDED = Recorded()
