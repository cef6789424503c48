"""Who counts: distinct politicians and party organisations, once per list however often they occur.

Likes and reposts are counted by distinct authors; a quote counts as a repost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from audit.case import Case
from audit.period import NEW_ZEALAND
from audit.register.offices import OUTGOING
from connectors.frames import READ

SEATED = ("member", "minister", "party", OUTGOING)
UNSEATED = ("candidate", "former member", "mayor", "councillor", "party_leader")
KINDS: Mapping[str, tuple[str, ...]] = {
    "follow": ("follow",),
    "like": ("like",),
    "repost": ("repost", "quote"),
}
ALL = "all"
_USED = ("platform", "kind", "account_id", "actor", "actor_name", "party", "role")


@dataclass(frozen=True)
class Unit:
    """One list to measure: its scope (``all`` or a platform), its kind and who is in it.

    ``people`` has one row per political actor with actor, actor_name, party, role, the day of the
    latest act (which decides) and the number of acts. ``accounts`` counts the distinct accounts
    looked at, ``unattributed`` the acts whose account is not known; ``platforms`` are those of
    which this kind could be read at all, ``failed`` says whether an account's could not be read
    though it should, ``partial`` whether one was read only in part, and ``made`` is the latest day
    that a source of it stands for.
    """

    scope: str
    kind: str
    people: pd.DataFrame
    accounts: int
    unattributed: int
    platforms: frozenset[str]
    failed: bool
    partial: bool
    made: date

    @property
    def unseated(self) -> dict[str, int]:
        """Count candidates, former members and others without a seat, by role in words."""
        roles = self.people.loc[~self.people["role"].isin(SEATED), "role"].str.replace("_", " ")
        return {str(role): int(n) for role, n in roles.value_counts().sort_index().items()}

    def seated(self, without: frozenset[str] = frozenset()) -> pd.DataFrame:
        """Give those who sit for a party, and party organisations, but for the actors named."""
        kept = self.people[self.people["role"].isin(SEATED)]
        return kept[~kept["actor"].isin(without)]

    def by_day(self, without: frozenset[str] = frozenset()) -> dict[date, dict[str, int]]:
        """Count the seated by the day of their act and by party."""
        seated = self.seated(without)
        return {
            day: {str(party): int(number) for party, number in parties.value_counts().items()}
            for day, parties in seated.groupby(seated["day"].astype(object))["party"]
        }


def units(case: Case) -> tuple[Unit, ...]:
    """Give the lists over all platforms, kind by kind, then those of each platform."""
    local = case.acts["happened_at"].dt.tz_convert(NEW_ZEALAND).dt.date.astype(object)
    own_day = case.acts["happened_at"].notna() & (case.acts["kind"] != "follow")
    dated = case.acts[list(_USED)].assign(day=local.where(own_day, case.acts["collected_on"]))
    ordered = dated.sort_values("day", kind="stable")
    scopes = [ALL, *sorted(case.coverage["platform"].unique())]
    return tuple(_unit(ordered, case, scope, kind) for scope in scopes for kind in KINDS)


def _unit(acts: pd.DataFrame, case: Case, scope: str, kind: str) -> Unit:
    listed, sources = _within(acts, scope, kind), _within(case.coverage, scope, kind)
    read = sources[sources["status"].isin(READ)]
    made = read["as_at"].dt.tz_convert(NEW_ZEALAND).dt.date
    political = listed[listed["role"].isin([*SEATED, *UNSEATED])]
    times = political.groupby("actor").size()
    latest = political.drop_duplicates("actor", keep="last")
    people = latest[["actor", "actor_name", "party", "role", "day"]]
    known = listed[listed["account_id"].notna()]
    return Unit(
        scope=scope,
        kind=kind,
        people=people.assign(acts=people["actor"].map(times)).reset_index(drop=True),
        accounts=len(known.drop_duplicates(["platform", "account_id"])),
        unattributed=len(listed) - len(known),
        platforms=frozenset(read["platform"]),
        failed=bool((sources["status"] == "failed").any()),
        partial=bool((sources["status"] == "partial").any()),
        made=made.max() if len(made) else case.observed_on,
    )


def _within(rows: pd.DataFrame, scope: str, kind: str) -> pd.DataFrame:
    of_kind = rows[rows["kind"].isin(KINDS[kind])]
    return of_kind if scope == ALL else of_kind[of_kind["platform"] == scope]
