"""One run as it is kept: enough to make its review again, to the byte."""

from dataclasses import dataclass
from datetime import date, datetime

from audit.decisions.model import NOTHING_DECIDED, Recorded
from audit.gathered import Gathered
from audit.guidance.given import NOTHING_GIVEN, Given
from audit.history import History
from audit.period import new_zealand_day
from audit.review.model import Period


@dataclass(frozen=True)
class Record:
    """What was gathered, for which period, when, what earlier reviews knew, what was decided."""

    gathered: Gathered
    history: History
    period: Period
    observed_at: datetime
    given: Given = NOTHING_GIVEN
    recorded: Recorded = NOTHING_DECIDED

    @property
    def observed_on(self) -> date:
        """Give the New Zealand day on which the data was read."""
        return new_zealand_day(self.observed_at)
