"""What earlier reviews saw, reduced to what this review's changes need; kept in its run folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import pandas as pd

from audit.period import new_zealand_day
from audit.review.model import Quarter

LIST = ["platform", "agency_account", "kind"]
KINDS = ("follow", "like", "repost", "quote")
ACTS = ("platform", "agency_account", "kind", "account_id", "post_id", "post_url", "happened_at")
_NONE = pd.DataFrame()


@dataclass(frozen=True)
class Run:
    """An earlier review: its run folder's name, its period and when its data was read."""

    name: str
    period: str
    observed_at: datetime


class Collected(Protocol):
    """What one review collected: acts with the columns ACTS, of KINDS, and its other frames.

    ``handles`` names our accounts by ``platform:id``. Each part may be read anew whenever it is
    asked for, so that the collections of many reviews are never held together.
    """

    @property
    def acts(self) -> pd.DataFrame:
        """Give the acts."""

    @property
    def accounts(self) -> pd.DataFrame:
        """Give the accounts frame."""

    @property
    def coverage(self) -> pd.DataFrame:
        """Give the coverage frame."""

    @property
    def handles(self) -> Mapping[str, str]:
        """Give our handles."""


@dataclass(frozen=True, eq=False)
class Collection:
    """A collection that is held: that of this review."""

    acts: pd.DataFrame
    accounts: pd.DataFrame
    coverage: pd.DataFrame
    handles: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Past:
    """Earlier reviews in the order of their reading; ``run`` in the frames is a place in ``runs``.

    ``names`` says which id a handle stands for (platform, handle, account_id). ``lists`` are the
    coverage rows of all runs with ``run``. ``acts`` has one row for each act ever seen
    (audit.changes.ledger). ``people`` is the newest sighting of each account of those acts: an
    accounts frame with ``who`` and ``run``. ``labels`` says for accounts followed now what was said
    of them then, and what the register of that time says of them now (audit.changes.labels).
    ``handles`` names our accounts of then by ``platform:id``. ``trend`` has the earlier quarters,
    and ``notes`` what could not be compared.
    """

    runs: tuple[Run, ...]
    names: pd.DataFrame
    lists: pd.DataFrame
    acts: pd.DataFrame
    people: pd.DataFrame
    labels: pd.DataFrame
    handles: Mapping[str, str]
    trend: tuple[Quarter, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """Give the New Zealand day on which each earlier review was read."""
        return tuple(new_zealand_day(run.observed_at) for run in self.runs)


def nothing() -> Past:
    """Give the past of a first review."""
    return Past((), _NONE, _NONE, _NONE, _NONE, _NONE, {})
