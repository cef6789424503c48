"""Whose an account is, by the register alone: by its unchanging id first, then by its handle."""

from typing import Any

import pandas as pd

from audit.register import Register
from audit.register.accounts import handle_key, handles_of, known_ids, older
from audit.register.offices import offices_on
from audit.register.spells import covers
from connectors.frames import TEXT

TAKEN = "This handle now belongs to another account than the register knows."
IN_DOUBT = (
    "The register knows this handle as an older or second account. "
    "It may have passed to someone else, so it is not matched without the id."
)
REJECTED = "This handle was seen in a source that the register rejects, so it is not matched."

_ACCOUNT = ["platform", "account_id"]
LABELS = (
    *_ACCOUNT,
    "actor",
    "actor_name",
    "matched_by",
    "register_source",
    "register_as_at",
    "register_url",
    "note",
)
ACT_LABELS = (
    "actor",
    "actor_name",
    "party",
    "party_name",
    "role",
    "office",
    *LABELS[4:],
)


def label(accounts: pd.DataFrame, register: Register) -> pd.DataFrame:
    """Say whose each account of the frame is: one row each, in order, columns LABELS as text.

    ``matched_by`` is ``id`` or ``handle``, empty where nothing matches; ``note`` says why a
    handle that the register knows was not matched. A register row counts on the day the account
    was seen (``as_at``). Nothing is ever matched by a name or a profile's text.
    """
    seen = _seen(accounts, register)
    known = register.accounts.assign(key=handle_key(register.accounts["handle"]))
    by_id = _by_id(seen, known)
    by_handle = _by_handle(seen, known)
    rejected = seen.merge(
        register.rejected.assign(key=handle_key(register.rejected["handle"]))[["platform", "key"]],
        on=["platform", "key"],
    ).assign(matched_by="", note=REJECTED, order=4)
    best = pd.concat([by_id, by_handle, rejected], ignore_index=True).sort_values(
        ["order", "as_at", "actor", "handle"], ascending=[True, False, True, True]
    )
    found = seen[_ACCOUNT].merge(best.drop_duplicates(_ACCOUNT), on=_ACCOUNT, how="left")
    unlabelled = found["matched_by"].fillna("") == ""
    found = found.assign(actor_name=found["actor"].map(actor_names(register)))
    found = found.rename(
        columns={
            "source": "register_source",
            "as_at": "register_as_at",
            "evidence_url": "register_url",
        }
    )
    for column in ("actor", "actor_name", "register_source", "register_as_at", "register_url"):
        found[column] = found[column].mask(unlabelled)
    return found[list(LABELS)].astype(TEXT).fillna("")


def label_acts(
    interactions: pd.DataFrame,
    labels: pd.DataFrame,
    register: Register,
    collected: "pd.Series[pd.Timestamp]",
) -> pd.DataFrame:
    """Give the interactions with the columns ACT_LABELS: who the other account is, on that day.

    The day is the local date of the act; it is the day it was ``collected`` for follows, which
    are a stock, and for acts without a date. A person who holds and seeks no office on that day,
    and never was a member, gets no label at all.
    """
    acts = interactions[_ACCOUNT].merge(labels, on=_ACCOUNT, how="left", validate="many_to_one")
    acts = acts.assign(day=_days(interactions, register, collected).to_numpy())
    answers = offices_on(register, acts.assign(actor=acts["actor"].fillna("")))
    actor = acts["actor"].fillna("")
    party_account, organisation = actor.str.startswith("party:"), actor.str.startswith("org:")
    acts = acts.assign(
        party=answers["party"].mask(party_account, actor),
        role=answers["role"].mask(party_account, "party").mask(organisation, "organisation"),
        office=answers["office"],
    )
    parties = register.parties.set_index("party")["short"]
    acts = acts.assign(party_name=acts["party"].map(parties))
    private = actor.ne("") & acts["role"].eq("")
    told = acts[list(ACT_LABELS)].astype(TEXT).fillna("").mask(private, "")
    return pd.concat([interactions, told.set_axis(interactions.index)], axis=1)


def _seen(accounts: pd.DataFrame, register: Register) -> pd.DataFrame:
    key, own_id = handle_key(handles_of(accounts)), known_ids(accounts)
    local = accounts["as_at"].dt.tz_convert(register.timezone).dt.tz_localize(None)
    return accounts[_ACCOUNT].assign(key=key, own_id=own_id, day=local.dt.normalize())


def _by_id(seen: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    pairs = seen[seen["own_id"] != ""].merge(
        known.drop(columns="key"),
        left_on=["platform", "own_id"],
        right_on=["platform", "platform_id"],
    )
    return pairs[covers(pairs, pairs["day"])].assign(matched_by="id", note="", order=0)


def _by_handle(seen: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    pairs = seen[seen["key"] != ""].merge(known, on=["platform", "key"])
    pairs = pairs[covers(pairs, pairs["day"])]
    both_known = (pairs["own_id"] != "") & (pairs["platform_id"] != "")
    taken = both_known & (pairs["own_id"] != pairs["platform_id"])
    doubtful = older(pairs) & ~both_known
    good = ~taken & ~doubtful
    plain = pd.Series("", index=pairs.index, dtype=TEXT)
    return pairs.assign(
        matched_by=plain.mask(good, "handle"),
        note=plain.mask(doubtful, IN_DOUBT).mask(taken, TAKEN),
        order=(taken * 2 + doubtful * 3).mask(good, 1),
    )


def actor_names(register: Register) -> "pd.Series[Any]":
    """Give the name of each party, person and organisation of the register by its id."""
    tables = (register.parties.rename(columns={"party": "actor"}), register.people)
    named = pd.concat([table[["actor", "name"]] for table in (*tables, register.organisations)])
    return named.set_index("actor")["name"]


def _days(
    interactions: pd.DataFrame, register: Register, collected: "pd.Series[pd.Timestamp]"
) -> "pd.Series[Any]":
    local = interactions["happened_at"].dt.tz_convert(register.timezone).dt.tz_localize(None)
    stock = interactions["kind"] == "follow"
    days: pd.Series[Any] = local.dt.normalize().mask(stock).fillna(collected)
    return days
