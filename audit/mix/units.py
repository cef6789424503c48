"""Who counts: distinct politicians and party organisations, once per list however often they occur.

Likes and reposts are counted by distinct authors; a quote counts as a repost.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from audit.case import Case
from audit.register.offices import OUTGOING

SEATED = ("member", "minister", "party", OUTGOING)
UNSEATED = ("candidate", "former member", "mayor", "councillor", "party_leader")
KINDS: Mapping[str, tuple[str, ...]] = {
    "follow": ("follow",),
    "like": ("like",),
    "repost": ("repost", "quote"),
}
ALL = "all"
_READ = ("complete", "partial")


@dataclass(frozen=True)
class Unit:
    """One list to measure: its scope (``all`` or a platform), its kind and who is in it.

    ``people`` has one row per political actor with actor, actor_name, party and role; the latest
    act decides. ``accounts`` counts the distinct accounts looked at, ``unattributed`` the acts
    whose account is not known, ``read`` whether any source of this kind could be read at all.
    """

    scope: str
    kind: str
    people: pd.DataFrame
    accounts: int
    unattributed: int
    read: bool

    @property
    def unseated(self) -> int:
        """Count candidates, former members and others without a seat."""
        return int((~self.people["role"].isin(SEATED)).sum())

    def counts(self, without: frozenset[str] = frozenset()) -> dict[str, int]:
        """Count the seated by party, leaving out the actors named."""
        kept = self.people[self.people["role"].isin(SEATED)]
        kept = kept[~kept["actor"].isin(without)]
        return {str(party): int(n) for party, n in kept["party"].value_counts().items()}


def units(case: Case) -> tuple[Unit, ...]:
    """Give the lists over all platforms, kind by kind, then those of each platform."""
    ordered = case.acts.sort_values("happened_at", kind="stable", na_position="first")
    scopes = [ALL, *sorted(case.coverage["platform"].unique())]
    return tuple(_unit(ordered, case.coverage, scope, kind) for scope in scopes for kind in KINDS)


def _unit(acts: pd.DataFrame, coverage: pd.DataFrame, scope: str, kind: str) -> Unit:
    listed, sources = _within(acts, scope, kind), _within(coverage, scope, kind)
    political = listed[listed["role"].isin([*SEATED, *UNSEATED])]
    latest = political.drop_duplicates("actor", keep="last")
    known = listed[listed["account_id"].notna()]
    return Unit(
        scope=scope,
        kind=kind,
        people=latest[["actor", "actor_name", "party", "role"]].reset_index(drop=True),
        accounts=len(known.drop_duplicates(["platform", "account_id"])),
        unattributed=len(listed) - len(known),
        read=bool(sources["status"].isin(_READ).any()),
    )


def _within(rows: pd.DataFrame, scope: str, kind: str) -> pd.DataFrame:
    of_kind = rows[rows["kind"].isin(KINDS[kind])]
    return of_kind if scope == ALL else of_kind[of_kind["platform"] == scope]
