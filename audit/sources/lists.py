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
    """The rows in force, with the columns of audit.sources.rows, the agency's own first.

    ``as_of`` is the day of the run, and ``lapsed`` are the rows past their date by then;
    ``dropped`` counts the rows of a file that name nothing here, by its name and the reason.
    """

    rows: pd.DataFrame
    files: tuple[RegisterFile, ...]
    as_of: date
    dropped: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    lapsed: pd.DataFrame = field(default_factory=lambda: formed(pd.DataFrame()))

    @classmethod
    def nothing(cls, today: date) -> "FlaggedList":
        """Give no rows of no list."""
        return cls(formed(pd.DataFrame()), (), today)

    @property
    def expired(self) -> int:
        """Count the rows past their date."""
        return len(self.lapsed)

    def on(self, day: date) -> "FlaggedList":
        """Give the same lists as they stood on another day: other rows may have lapsed by then."""
        back = in_force(self.lapsed, day)
        stays = in_force(self.rows, day)
        if stays.all() and not back.any():
            return self
        rows = pd.concat([self.rows[stays], self.lapsed[back]], ignore_index=True)
        lapsed = pd.concat([self.rows[~stays], self.lapsed[~back]], ignore_index=True)
        return replace(self, rows=rows, lapsed=lapsed, as_of=day)

    @cached_property
    def listed(self) -> Listed:
        """Give the rows made to be asked about accounts and links."""
        return Listed(self.rows)


def of_one(
    one: SourceList, found: ReadRows, file: RegisterFile, where: str, today: date
) -> FlaggedList:
    """Give the rows of one list that others make, as they stand in ``file``, named ``where``."""
    rows = found.rows
    stays = in_force(rows, today)
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
    dropped = {one.title: found.dropped}
    return FlaggedList(filled[stays], (file,), today, dropped, filled[~stays])


def in_force(rows: pd.DataFrame, day: date) -> "pd.Series[bool]":
    """Tell which rows have not lapsed by a day; the last day of a row is one of it."""
    return ~(rows["expires"] < pd.Timestamp(day))


def together(first: FlaggedList, *others: FlaggedList) -> FlaggedList:
    """Join lists into one, in order."""
    every = (first, *others)
    return FlaggedList(
        _joined([one.rows for one in every]),
        tuple(file for one in every for file in one.files),
        first.as_of,
        {name: counts for one in every for name, counts in one.dropped.items()},
        _joined([one.lapsed for one in every]),
    )


def _joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else parts[0]
