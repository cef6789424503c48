"""Whose an account is on the day of the look, by the register alone, or why it is not said."""

from datetime import date
from typing import Any

import pandas as pd

from audit import matching
from audit.look.found import Owner
from audit.register import Register
from audit.register.accounts import handle_key
from audit.register.offices import offices_on
from audit.register.spells import covers
from audit.review.words import listing
from audit.sources import hosts
from connectors import frames

RENAMED = (
    "The account that the register knows by this handle had the handle @{handle} at the review "
    "{run}. This one may be someone else's now, so it is not matched."
)


def owner_of(
    accounts: pd.DataFrame, labels: pd.DataFrame, register: Register, today: date
) -> tuple[Owner | None, str]:
    """Give the owner of the one account of the frame, or none and a note on its handle.

    ``labels`` is what the register says of the account (audit.matching.label).
    """
    if accounts.empty:
        return None, ""
    act = {**_key(accounts), "agency_account": "", "kind": "follow", "evidence": ""}
    days = pd.Series([pd.Timestamp(today)])
    acts = matching.label_acts(frames.make("interactions", [act]), labels, register, days)
    said = acts.iloc[0]
    if not said["actor"]:
        return None, str(labels["note"].iloc[0]) or _other_days(accounts, register, today)
    owner = Owner(
        actor=said["actor"],
        name=said["actor_name"],
        party=said["party"],
        party_name=said["party_name"],
        role=said["role"],
        office=said["office"],
        matched_by=said["matched_by"],
        known_as=_known_as(accounts, register) if said["matched_by"] == "id" else "",
        source=said["register_source"],
        as_at=said["register_as_at"],
        url=said["register_url"],
    )
    return owner, ""


def held_by(accounts: pd.DataFrame, register: Register, today: date) -> str:
    """Name whom the register has the handle of the one account of the frame as an account of.

    Someone who holds and seeks no office on the day is not named.
    """
    if accounts.empty:
        return ""
    known = register.accounts[register.accounts["platform"] == accounts["platform"].iloc[0]]
    asked = handle_key(accounts["handle"].dropna())
    here = known[handle_key(known["handle"]).isin(asked) & covers(known, pd.Timestamp(today))]
    answers = offices_on(register, here.assign(day=pd.Timestamp(today)))
    public = here[answers["role"].ne("") | ~here["actor"].str.startswith("per:")]
    return listing(sorted(set(public["actor"].map(matching.actor_names(register)))))


def website_owner(address: str, register: Register, today: date) -> str:
    """Name the party or organisation whose website the register has at the address's host."""
    host = hosts.without_prefix(hosts.place(address).host)
    named = pd.concat(
        [register.parties[covers(register.parties, pd.Timestamp(today))], register.organisations]
    )
    there = [hosts.without_prefix(hosts.place(site).host) for site in named["website"]]
    owners = named.loc[[bool(host) and one == host for one in there], "name"]
    return str(owners.iloc[0]) if len(owners) and not hosts.is_shared(host) else ""


def _key(accounts: pd.DataFrame) -> dict[str, Any]:
    return {name: accounts[name].iloc[0] for name in ("platform", "account_id")}


def _known_as(accounts: pd.DataFrame, register: Register) -> str:
    """Give the register's handle for an id, where it is another than the one asked."""
    key, asked = _key(accounts), handle_key(accounts["handle"].fillna("")).iloc[0]
    known = register.accounts
    same = known[
        (known["platform"] == key["platform"]) & (known["platform_id"] == key["account_id"])
    ]
    return "" if asked in {"", *handle_key(same["handle"])} else str(same["handle"].iloc[0])


def _other_days(accounts: pd.DataFrame, register: Register, today: date) -> str:
    """Say that the register knows the handle or the id, but not for the day of the look."""
    known = register.accounts[register.accounts["platform"] == accounts["platform"].iloc[0]]
    asked = handle_key(accounts["handle"].fillna(""))
    here = handle_key(known["handle"]).isin(asked) | known["platform_id"].isin(
        accounts["account_id"]
    )
    past = known[here & ~covers(known, pd.Timestamp(today))]
    if past.empty:
        return ""
    spell = " ".join(
        f"{word} {past[word].iloc[0]}" for word in ("from", "to") if past[word].iloc[0]
    )
    return f"The register has this account for other days ({spell}), so it is not matched."
