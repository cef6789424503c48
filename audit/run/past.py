"""Reads what earlier run folders collected, for the changes of a review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from audit import inputs
from audit.changes.past import ACTS, KINDS, Collection, Past, Run, nothing
from audit.changes.remember import past_of
from audit.period import new_zealand_day
from audit.review.model import Quarter
from audit.run import keep


@dataclass(frozen=True)
class _Kept:
    """What an earlier run collected, each part read when it is asked for and not held."""

    folder: Path

    @property
    def acts(self) -> pd.DataFrame:
        return keep.acts_of(self.folder, KINDS, ACTS)

    @property
    def accounts(self) -> pd.DataFrame:
        return keep.accounts(self.folder)

    @property
    def coverage(self) -> pd.DataFrame:
        return keep.coverage(self.folder)

    @property
    def handles(self) -> Mapping[str, str]:
        return {f"{o.platform}:{o.agency_account}": o.handle for o in keep.own(self.folder)}


def past(before: Sequence[keep.Earlier], now: Collection, today: date) -> Past:
    """Reduce the runs of earlier periods to what this review is compared with.

    A run that was read after one of a later period, as when a quarter is reviewed anew, tells
    nothing of its time and is left out; its figures count. Raises SourceError for a broken folder.
    """
    runs = in_turn(before)
    if not runs:
        return nothing()
    return past_of(
        [Run(run.folder.name, run.period, run.observed_at) for run in runs],
        [_Kept(run.folder) for run in runs],
        now,
        lambda place: _inputs(runs[place]),
        _trend(before),
        today,
    )


def in_turn(before: Sequence[keep.Earlier]) -> list[keep.Earlier]:
    """Give the runs in the order of their reading, without those read after a later period's."""
    kept: list[keep.Earlier] = []
    for run in sorted(before, key=lambda run: (run.end, run.observed_at), reverse=True):
        if not kept or run.observed_at <= kept[-1].observed_at:
            kept.append(run)
    return kept[::-1]


def _trend(before: Sequence[keep.Earlier]) -> list[Quarter]:
    """Give what the review of each quarter said that was read last."""
    dated = sorted(before, key=lambda run: (run.end, run.observed_at))
    said = {run.quarter.period: run.quarter for run in dated if run.quarter is not None}
    return list(said.values())


def _inputs(run: keep.Earlier) -> inputs.Inputs:
    day = new_zealand_day(run.observed_at)
    return inputs.load(inputs.copied(run.folder / "inputs"), day)
