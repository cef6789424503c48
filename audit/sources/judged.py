"""From the rows that name something to one level for it, by whose judgement they are.

The agency's own row comes first, and one of level ``clear`` takes the others away. Lists that
share their raters are one witness; ``lineage`` names them, parted by commas. A row older than two
years, or one with which other raters disagree, is for information. Lists are never counted as
votes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from audit.review.words import day
from audit.sources.rows import AGENCY, CLEAR, GOOD, INFO, LOOK, NONE

RULES = "1"  # goes up when a rule below changes, and stands in each finding
_OLD = pd.DateOffset(months=24)

_READ_AS = {
    LOOK: "asking for a look",
    INFO: "for information",
    GOOD: "a good word, which stands only against other raters",
    CLEAR: "your decision that no list flags it",
    NONE: "nothing that is flagged",
}


@dataclass(frozen=True)
class Named:
    """One row that names something: its number, how it came to, and what the list says."""

    row: int
    how: str
    list: str
    lineage: str
    label: str
    level: str
    as_at: date | None

    @property
    def words(self) -> str:
        """Quote the row: list, date and the list's own words."""
        dated = f", dated {day(self.as_at)}" if self.as_at else ""
        return f"“{self.list}”{dated}, as: {self.label}"


@dataclass(frozen=True)
class Judged:
    """The level for a subject, the row that leads, and why, in a sentence or none."""

    level: str
    lead: Named
    note: str = ""


def judge(named: Sequence[Named], today: date) -> Judged | None:
    """Give one level for something that rows name, in the order of the lists; None for nothing."""
    named = [one for one in named if one.level != NONE]
    own = [one for one in named if one.lineage == AGENCY]
    if own:
        return Judged(own[0].level, own[0], _beside(own[0], named))
    oldest = _oldest(today)
    look = [one for one in named if one.level == LOOK]
    fresh = [one for one in look if not is_old(one.as_at, oldest)]
    good = [one for one in named if one.level == GOOD]
    info = [one for one in named if one.level == INFO]
    # a list may hold an older word of the same rater, so its own good word stands against it too
    agreed = [] if good else fresh
    for level, group, why in (
        (LOOK, agreed, ""),
        (INFO, fresh, "Raters think well of it too, so it is for information."),
        (INFO, look, "The row is more than two years old, so it is for information."),
        (INFO, info, ""),
    ):
        if group:
            said = " ".join(filter(None, (why, _beside(group[0], named))))
            return Judged(level, group[0], said)
    return None


def read_as(one: Named, today: date) -> str:
    """Say in a few words what a row by itself comes to."""
    if one.level == LOOK and one.lineage != AGENCY and is_old(one.as_at, _oldest(today)):
        return "for information, since it is more than two years old"
    return _READ_AS[one.level]


def _oldest(today: date) -> date:
    return (pd.Timestamp(today) - _OLD).date()


def is_old(as_at: date | None, oldest: date) -> bool:
    """Tell whether a row was dated too long ago; one without a date is taken as old."""
    return as_at is None or as_at < oldest


def _beside(lead: Named, named: Sequence[Named]) -> str:
    others = [one for one in named if one is not lead]
    if not others:
        return ""
    told = (f"{one.words}{_kin(lead, one)}" for one in others)
    return f"Also on {'; '.join(told)}."


def _kin(lead: Named, other: Named) -> str:
    if other.lineage == lead.lineage:
        return " (from the same raters)"
    shared = set(other.lineage.split(", ")) & set(lead.lineage.split(", "))
    return " (in part from the same raters)" if shared else ""
