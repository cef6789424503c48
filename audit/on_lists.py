"""How many of the sites and accounts of a review are on any list that was used, in a sentence."""

import pandas as pd

from audit.case import Case
from audit.review.words import count
from audit.sources import hosts

_ACCOUNTS = ["platform", "account_id"]
_NO_LIST = "To be on no list says nothing good or bad: lists know little of New Zealand."


def on_lists(case: Case) -> list[str]:
    """Say how many are on a list and how many on none; nothing where no list or no act is."""
    if not case.lists_given:
        return []
    link = case.acts["kind"] == "link"
    sites = _each(case.acts[link].assign(site=_sites(case.acts["host"][link])), ["site"])
    accounts = _each(case.acts[~link], _ACCOUNTS)
    told = [
        *_sentence(sites, "linked site"),
        *_sentence(accounts, "account followed or shared", "accounts followed or shared"),
    ]
    return [" ".join([*told, _NO_LIST])] if told else []


def _sites(written: "pd.Series[str]") -> "pd.Series[str]":
    return written.map(hosts.without_prefix, na_action="ignore")


def _each(acts: pd.DataFrame, by: list[str]) -> "pd.Series[bool]":
    """Tell of each site or account whether any of its acts was found on a list."""
    known = acts.dropna(subset=by)
    return known["flag_on"].notna().groupby([known[name] for name in by]).any()


def _sentence(found: "pd.Series[bool]", *noun: str) -> list[str]:
    if found.empty:
        return []
    listed = int(found.sum())
    are = "is" if listed == 1 else "are"
    return [
        f"Of {count(len(found), *noun)}, {listed:,} {are} on a list that was used and "
        f"{len(found) - listed:,} on none."
    ]
