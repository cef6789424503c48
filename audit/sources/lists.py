"""All rows of all lists that a run uses, and the files they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import pandas as pd

from audit.review.model import RegisterFile
from audit.sources.listed import Listed
from audit.sources.public.base import SourceList
from audit.sources.rows import ReadRows, formed

_OVERRULE = "A row of level clear in your own list overrules it for you."


@dataclass(frozen=True)
class FlaggedList:
    """Every row of the lists, with the columns of audit.sources.rows, the agency's own first.

    ``as_of`` is the day on which the lists are asked; ``dropped`` counts the rows of a file that
    name nothing here, by its name and the reason.
    """

    every: pd.DataFrame
    files: tuple[RegisterFile, ...]
    as_of: date
    dropped: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def nothing(cls, today: date) -> "FlaggedList":
        """Give no rows of no list."""
        return cls(formed(pd.DataFrame()), (), today)

    @cached_property
    def rows(self) -> pd.DataFrame:
        """Give the rows in force, in their order; the last day of a row is one of it."""
        lapsed = self.every["expires"] < pd.Timestamp(self.as_of)
        return self.every[~lapsed].reset_index(drop=True) if lapsed.any() else self.every

    @property
    def expired(self) -> int:
        """Count the rows past their date."""
        return len(self.every) - len(self.rows)

    def on(self, day: date) -> "FlaggedList":
        """Give the same lists as they stood on another day: other rows may have lapsed by then."""
        return self if day == self.as_of else replace(self, as_of=day)

    @cached_property
    def listed(self) -> Listed:
        """Give the rows made to be asked about accounts and links."""
        return Listed(self.rows)


def of_one(
    one: SourceList, found: ReadRows, file: RegisterFile, where: str, today: date
) -> FlaggedList:
    """Give the rows of one list that others make, as they stand in ``file``, named ``where``."""
    rows = found.rows
    addressed = rows["evidence_url"].where(rows["evidence_url"] != "", one.about_url)
    filled = rows.assign(
        list=one.title,
        licence=one.licence,
        as_at=pd.Timestamp(file.as_at),
        file=where,
        sha256=file.sha256,
        correct=f"Its makers take corrections at {one.correct}. {_OVERRULE}",
        evidence_url=addressed,
    )
    return FlaggedList(filled, (file,), today, {one.title: found.dropped})


def together(first: FlaggedList, *others: FlaggedList) -> FlaggedList:
    """Join lists into one, in order."""
    lists = (first, *others)
    parts = [one.every for one in lists if len(one.every)]
    return FlaggedList(
        pd.concat(parts, ignore_index=True) if parts else first.every,
        tuple(file for one in lists for file in one.files),
        first.as_of,
        {name: counts for one in lists for name, counts in one.dropped.items()},
    )
