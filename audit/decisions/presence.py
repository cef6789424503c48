"""Whether what an earlier review found is still there: there, gone, or not looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from audit.decisions.model import Earlier
from audit.review.model import Finding
from connectors.frames import READ

THERE, GONE, NOT_LOOKED = "there", "gone", "not looked"
_LIST = ["platform", "agency_account", "kind"]
_STAND_IN = "@"
# Acts that no other account is the object of, and the column that tells one from another.
_NAMED_BY = {"link": "url", "post": "post_url"}


@dataclass(frozen=True)
class _List:
    """One list as read this time: whom and which posts it holds, and whether it is whole."""

    accounts: frozenset[str]
    acts: frozenset[tuple[str, str]]
    stand_ins: bool


def presence(
    earlier: Iterable[Earlier],
    interactions: pd.DataFrame,
    accounts: pd.DataFrame,
    coverage: pd.DataFrame,
) -> Mapping[str, str]:
    """Say of each finding, by its key, whether its act is still there.

    Gone means that the list was read whole, is newer than the review that had the finding, and
    lacks it, under its account's id and its handle. A list that names accounts by handle alone
    cannot tell a renamed account from one that is gone.
    """
    wanted = list(earlier)
    whole = coverage[coverage["status"] == "complete"]
    newest = whole.groupby(_LIST)["as_at"].max()
    lists = _lists([one.finding for one in wanted], interactions, accounts)
    read = {at: set(newest[newest > at].index) for at in {one.observed_at for one in wanted}}
    return {one.finding.key: _of(one.finding, lists, read[one.observed_at]) for one in wanted}


def lists_made(coverage: pd.DataFrame) -> Mapping[tuple[str, str, str], datetime]:
    """Say when each list was made that was read, in full or in part: platform, our id and kind."""
    read = coverage[coverage["status"].isin(READ)]
    newest = read.groupby(_LIST)["as_at"].max().reset_index()
    rows = newest.itertuples(index=False, name=None)
    return {(platform, ours, kind): at.to_pydatetime() for platform, ours, kind, at in rows}


def _lists(
    findings: Iterable[Finding], interactions: pd.DataFrame, accounts: pd.DataFrame
) -> Mapping[tuple[str, str, str], _List]:
    """Read the lists that the findings are of."""
    keys = {_key(one) for one in findings}
    kinds = interactions["kind"].isin({kind for _, _, kind in keys})
    acts = interactions.loc[kinds, [*_LIST, "account_id", "post_url", "url"]]
    handles = accounts[["platform", "account_id", "handle"]].drop_duplicates(
        ["platform", "account_id"]
    )
    named = acts.merge(handles, how="left", on=["platform", "account_id"]).fillna("")
    lists = {}
    for key, rows in named.groupby(_LIST, sort=False):
        if key in keys:
            lists[key] = _list(rows, key[2])
    return lists


def _list(rows: pd.DataFrame, kind: str) -> _List:
    ids, posts = rows["account_id"].tolist(), rows["post_url"].tolist()
    if kind in _NAMED_BY:
        places = rows[_NAMED_BY[kind]].tolist()
        return _List(frozenset(places), frozenset(zip(places, posts, strict=True)), False)
    plain = [_plain(one) for one in ids]
    handles = [_plain(one) for one in rows["handle"].tolist()]
    both = [*zip(plain, posts, strict=True), *zip(handles, posts, strict=True)]
    stand_ins = any(one.startswith(_STAND_IN) for one in ids)
    return _List(frozenset(plain) | frozenset(handles), frozenset(both), stand_ins)


def _of(
    finding: Finding,
    lists: Mapping[tuple[str, str, str], _List],
    read: set[tuple[str, str, str]],
) -> str:
    key = _key(finding)
    there = lists.get(key, _List(frozenset(), frozenset(), False))
    names = _names(finding)
    if finding.post_url:
        found = any((name, finding.post_url) in there.acts for name in names)
    else:
        found = bool(names & there.accounts - {""})
    if found:
        return THERE
    if key not in read or not (any(names) or finding.post_url):
        return NOT_LOOKED
    if finding.kind in _NAMED_BY:
        return GONE
    earlier_stand_in = finding.subject.account_id.startswith(_STAND_IN)
    unsure = bool(there.accounts) and earlier_stand_in != there.stand_ins
    return NOT_LOOKED if unsure or earlier_stand_in else GONE


def _names(finding: Finding) -> set[str]:
    """Give what the act's list may name it by: an address, or its account's id and handle."""
    about = finding.subject
    if finding.kind in _NAMED_BY:
        return {finding.post_url if finding.kind == "post" else about.url}
    return {_plain(about.account_id)} | ({_plain(about.handle)} if about.handle else set())


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.platform, finding.agency_account, finding.kind


def _plain(name: str) -> str:
    return name.lstrip("@").casefold()
