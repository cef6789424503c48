"""One change as an item: the account, what happened in words, and which reviews show it."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from audit.changes import words
from audit.changes.past import Past
from audit.changes.people import PERSON
from audit.period import new_zealand_day
from audit.review.model import Change

ORDER = ("followed", "unfollowed", "left", "redone", "undone", "gone", "label", "register")
_ABOUT = ["account_id", "handle", "name", "url"]
Record = Mapping[Hashable, Any]


@dataclass(frozen=True, eq=False)
class Told:
    """What items are told with: earlier reviews, the accounts of now, this review."""

    past: Past
    people: pd.DataFrame
    period: str
    observed_at: datetime

    def ours(self, platform: str, agency_account: str) -> str:
        """Give the handle of our account, as it was read last."""
        key = f"{platform}:{agency_account}"
        return self.past.handles.get(key) or agency_account.lstrip("@")

    def run_name(self, place: int) -> str:
        """Name an earlier review by its run folder; empty for none."""
        return self.past.runs[place].name if place >= 0 else ""

    def day(self, place: Any) -> date | None:
        """Give the New Zealand day on which an earlier review was read; None for none."""
        if pd.isna(place):
            return None
        return self.past.days[int(place)]

    def when(self, place: float) -> str:
        """Write which earlier review, and when its data was read."""
        run = self.past.runs[int(place)]
        return words.review(run.period, run.observed_at)

    @property
    def now(self) -> str:
        """Write which review this one is."""
        return words.review(self.period, self.observed_at)


def items_of(found: pd.DataFrame, told: Told) -> Iterable[Change]:
    """Give each row as an item, in the order of causes, accounts and lists."""
    about = _about(found, told)
    plain = pd.concat([found.reset_index(drop=True), about], axis=1)
    rows = plain.astype(object).where(plain.notna(), None).to_dict("records")
    return tuple(_item(row, told) for row in sorted(rows, key=_place))


def _place(row: Record) -> tuple[Any, ...]:
    account = row["handle"] or row["account_id"] or row["who"] or ""
    return (
        ORDER.index(row["what"]),
        row["platform"],
        row["agency_account"],
        row["kind"],
        account.casefold(),
        row.get("key") or "",
    )


def _about(found: pd.DataFrame, told: Told) -> pd.DataFrame:
    """Give what is known of each row's account: as it is now, else as it was seen last."""
    now, then = (
        found[PERSON].merge(people[[*PERSON, *_ABOUT]], on=PERSON, how="left")[_ABOUT]
        for people in (told.people, told.past.people)
    )
    return now.fillna(then)


def _item(row: Record, told: Told) -> Change:
    return Change(
        what=row["what"],
        platform=row["platform"],
        agency_account=row["agency_account"],
        handle=told.ours(row["platform"], row["agency_account"]),
        kind=row["kind"],
        account_id=row["account_id"] or row["who"] or "",
        account=row["handle"] or (row["who"] or "").lstrip("@"),
        name=row["name"] or "",
        url=row["url"] or "",
        post_url=row.get("post_url") or "",
        words=words.of(row),
        evidence=_evidence(row, told),
        first_seen=told.day(row["first"]) or new_zealand_day(told.observed_at),
        last_seen=new_zealand_day(told.observed_at) if _is_here(row) else told.day(row["last"]),
    )


def _is_here(row: Record) -> bool:
    return bool(row["what"] in {"followed", "redone", "label", "register"} or row.get("there"))


def _evidence(row: Record, told: Told) -> str:
    if row["what"] in {"label", "register"}:
        return f"{told.when(row['run'])} and {told.now}."
    if row["what"] == "followed" and row["last"] is None:
        return f"Not in {told.when(row['base'])}; in {told.now}."
    if row["what"] in {"followed", "redone"}:
        return f"In {told.when(row['last'])}; not in {told.when(row['base'])}; in {told.now}."
    seen = f"In {told.when(row['last'])}"
    return f"{seen}; in {told.now}." if row.get("there") else f"{seen}; not in {told.now}."
