"""Which acts were done in an election period, and how that is said."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from audit.period import NEW_ZEALAND
from audit.review.model import ElectionPeriod, Period
from audit.review.words import ELECTION_NAMES, day
from connectors.frames import TEXT

MARKS = ("election", "election_said")


def marks(acts: pd.DataFrame, periods: Sequence[ElectionPeriod]) -> pd.DataFrame:
    """Give for each act the columns MARKS: the kind of election period, and a sentence of it.

    By its New Zealand day; an act without a date has no mark, and one in no such period has empty
    text. The pre-election period goes before the regulated one.
    """
    done = acts["happened_at"].dt.tz_convert(NEW_ZEALAND).dt.tz_localize(None)
    place = np.zeros(len(acts), dtype="int64")
    for number, one in reversed(list(enumerate(periods, 1))):
        end = pd.Timestamp(one.end) + pd.Timedelta(days=1)
        place[(done >= pd.Timestamp(one.start)) & (done < end)] = number
    told = (
        ["", *(one.kind for one in periods)],
        ["", *(_sentence(one) for one in periods)],
    )
    # of a few words each: as text they would take as much as all else that is known of an act
    columns = [pd.Series(words, dtype=TEXT).astype("category").iloc[place] for words in told]
    return pd.DataFrame(
        {name: one.array for name, one in zip(MARKS, columns, strict=True)}, index=acts.index
    )


def _sentence(one: ElectionPeriod) -> str:
    name, polled = ELECTION_NAMES[one.kind], day(one.polling_day)
    return (
        f"It was done in the {name} before the election of {polled}, from {day(one.start)} to "
        f"{day(one.end)}, when the guidance on neutrality is strictest."
    )


def periods_within(periods: Sequence[ElectionPeriod], period: Period) -> tuple[ElectionPeriod, ...]:
    """Give the election periods of which a review's period has any day."""
    return tuple(one for one in periods if one.start <= period.end and one.end >= period.start)
