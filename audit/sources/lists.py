"""All rows of all lists that a run uses, and the files they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """The rows in force, with the columns of audit.sources.rows, the agency's own first.

    ``expired`` counts rows past their date; ``dropped`` the rows of a file that name nothing
    here, by its name and the reason. ``as_of`` is the day of the run.
    """

    rows: pd.DataFrame
    files: tuple[RegisterFile, ...]
    expired: int
    as_of: date
    dropped: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @classmethod
    def nothing(cls, today: date) -> "FlaggedList":
        """Give no rows of no list."""
        return cls(formed(pd.DataFrame()), (), 0, today)

    @cached_property
    def listed(self) -> Listed:
        """Give the rows made to be asked about accounts and links."""
        return Listed(self.rows)


def of_one(
    one: SourceList, found: ReadRows, file: RegisterFile, where: str, today: date
) -> FlaggedList:
    """Give the rows of one list that others make, as they stand in ``file``, named ``where``."""
    rows = found.rows
    past = rows["expires"] < pd.Timestamp(today)
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
    return FlaggedList(filled[~past], (file,), int(past.sum()), today, {one.title: found.dropped})


def together(first: FlaggedList, *others: FlaggedList) -> FlaggedList:
    """Join lists into one, in order."""
    parts = [one.rows for one in (first, *others) if len(one.rows)]
    return FlaggedList(
        pd.concat(parts, ignore_index=True) if parts else first.rows,
        tuple(file for one in (first, *others) for file in one.files),
        sum(one.expired for one in (first, *others)),
        first.as_of,
        {name: counts for one in (first, *others) for name, counts in one.dropped.items()},
    )
