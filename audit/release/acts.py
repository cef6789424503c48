"""Who is named: whom the register has in public office on the day of an act, and nobody else."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from audit import matching
from audit.acts import of_period
from audit.period import NEW_ZEALAND
from audit.reading import collected_days
from audit.record import Record
from audit.register import Register
from audit.register.offices import OUTGOING
from audit.register.pack import ROLES
from audit.review.released import WITHHELD, Act
from connectors import frames

NAMED, HELD, UNKNOWN = "named", "withheld", "unknown"
# Those who hold or seek an office; a former member is a private person again.
PUBLIC_ROLES = frozenset((*ROLES, OUTGOING, "party", "organisation"))
_KINDS = ("follow", "like", "repost", "quote")
_ACCOUNT = ["platform", "account_id"]
_GROUP = ["platform", "agency_account", "kind"]
_SHOWN = ("handle", "actor_name", "party_name", "office")


@dataclass(frozen=True)
class Person:
    """How a named account is written: its handle, and whose it is by the register.

    ``office`` says all offices of the day in words; for a party or an organisation, that it is one.
    """

    account: str
    name: str
    party: str
    office: str


def labelled_acts(record: Record, register: Register) -> pd.DataFrame:
    """Give the follows, likes, reposts and quotes of a review with ``state`` and whose they are.

    ``state`` is named, withheld, or unknown where the author is not known. A follow that has a
    name alone is withheld. ``on`` is the New Zealand day, NaT where the platform does not say.
    """
    gathered = record.gathered
    chosen = of_period(gathered.interactions, record.period, record.history)
    acts = frames.rows(chosen, chosen["kind"].isin(_KINDS))
    labels = matching.label(gathered.accounts, register)
    days = collected_days(acts, gathered.coverage)
    acts = matching.label_acts(acts, labels, register, days)
    acts = acts.merge(gathered.accounts[[*_ACCOUNT, "handle"]], on=_ACCOUNT, how="left")
    unknown = acts["account_id"].isna() & (acts["kind"] != "follow")
    state = pd.Series(HELD, index=acts.index, dtype=frames.TEXT).mask(unknown, UNKNOWN)
    state = state.mask(acts["role"].isin(PUBLIC_ROLES) & acts["account_id"].notna(), NAMED)
    acts = acts.assign(office=acts["office"].where(acts["office"] != "", acts["role"]))
    shown = {name: acts[name].fillna("") for name in _SHOWN}
    local = acts["happened_at"].dt.tz_convert(NEW_ZEALAND).dt.date
    return acts.assign(**shown, state=state, on=local)


def people(acts: pd.DataFrame) -> Mapping[tuple[str, str, str, date | None], Person]:
    """Give whom acts name, by platform, account, kind and day; nobody who is withheld there."""
    keys = [*_ACCOUNT, "kind", "on"]
    found: dict[tuple[str, str, str, date | None], Person] = {}
    for row in _records(acts[acts["state"] == NAMED][[*keys, *_SHOWN]]):
        platform, account, kind, on = (row[name] for name in keys)
        found[platform, account, kind, on] = Person(*(row[name] for name in _SHOWN))
    for row in _records(acts[acts["state"] != NAMED][keys].drop_duplicates()):
        platform, account, kind, on = (row[name] for name in keys)
        found.pop((platform, account, kind, on), None)
    return found


def act_rows(acts: pd.DataFrame, handles: Mapping[str, str]) -> tuple[Act, ...]:
    """Give a row for each named act, and one for all withheld and all unknown ones of a list.

    ``handles`` names our accounts by ``platform:id``.
    """
    named = acts[acts["state"] == NAMED].sort_values(
        [*_GROUP, "actor_name", "handle", "on", "post_id"], na_position="first"
    )
    rest = acts[acts["state"] != NAMED].groupby([*_GROUP, "state"], sort=True)
    return (
        *(_named(row, handles) for row in _records(named)),
        *(_counted(key, rows, handles) for key, rows in rest),
    )


def withheld_accounts(acts: pd.DataFrame) -> int:
    """Count the accounts that are withheld anywhere; each follow with a name alone is one."""
    held = acts[acts["state"] == HELD]
    alone = int(held["account_id"].isna().sum())
    return alone + len(held[_ACCOUNT].dropna().drop_duplicates())


def withheld_names(acts: pd.DataFrame, accounts: pd.DataFrame) -> frozenset[str]:
    """Give every handle and name of an account that no act names, for looking into free text."""
    named = pd.MultiIndex.from_frame(acts.loc[acts["state"] == NAMED, _ACCOUNT])
    private = accounts[~pd.MultiIndex.from_frame(accounts[_ACCOUNT]).isin(named)]
    told = [private[name].dropna().tolist() for name in ("account_id", "handle", "name")]
    alone = acts.loc[(acts["state"] == HELD) & acts["account_id"].isna(), "text"]
    return frozenset([*(name for names in told for name in names), *alone.dropna().tolist()])


def _named(row: Mapping[Hashable, Any], handles: Mapping[str, str]) -> Act:
    return Act(
        platform=row["platform"],
        handle=handles.get(f"{row['platform']}:{row['agency_account']}", ""),
        kind=row["kind"],
        state=NAMED,
        account=row["handle"],
        name=row["actor_name"],
        party=row["party_name"],
        office=row["office"],
        on=row["on"],
        acts=1,
        accounts=1,
    )


def _counted(key: Any, rows: pd.DataFrame, handles: Mapping[str, str]) -> Act:
    platform, agency_account, kind, state = key
    held = state == HELD
    return Act(
        platform=platform,
        handle=handles.get(f"{platform}:{agency_account}", ""),
        kind=kind,
        state=state,
        account="",
        name=WITHHELD if held else "",
        party="",
        office="",
        on=None,
        acts=len(rows),
        accounts=withheld_accounts(rows) if held else None,
    )


def _records(rows: pd.DataFrame) -> list[dict[Hashable, Any]]:
    plain = rows.astype(object)
    return plain.where(rows.notna(), None).to_dict("records")
