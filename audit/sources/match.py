"""Matching accounts and links to lists: account by id and then handle, link by longest place first.

A match gives the row of the list; more than one list may match, and the first in the order of
the configuration wins within one length of match.
"""

import pandas as pd

from audit.sources import hosts
from audit.sources.own import FlaggedList
from connectors import frames

FLAG_COLUMNS = (
    "flag_list",
    "flag_label",
    "flag_reason",
    "flag_as_at",
    "flag_url",
    "flag_row",
    "flag_file",
)
_FROM_ROW = dict(
    zip(
        FLAG_COLUMNS,
        ("list", "label", "reason", "as_at", "evidence_url", "row", "file"),
        strict=True,
    )
)


def flag_accounts(accounts: pd.DataFrame, flagged: FlaggedList) -> pd.DataFrame:
    """Give one row per account of the accounts frame, in its order, with FLAG_COLUMNS.

    By stable id first, then by handle; null where no list names the account.
    """
    rows = _rows_by_key(flagged, "account")
    by_id = accounts["platform"] + ":" + accounts["account_id"].str.casefold()
    by_handle = accounts["platform"] + ":@" + accounts["handle"].str.lstrip("@").str.casefold()
    key = by_id.where(by_id.isin(rows.index), by_handle)
    return _take(rows, key)


def flag_links(urls: "pd.Series[str]", flagged: FlaggedList) -> pd.DataFrame:
    """Give one row per URL, in order, with FLAG_COLUMNS; null where no list names the place."""
    by_host = _rows_by_key(flagged, "host")
    by_path = _rows_by_key(flagged, "path")
    rows = pd.concat([by_path, by_host])
    hosts_known, paths_known = frozenset(by_host.index), frozenset(by_path.index)
    if rows.empty:
        return _take(rows, urls)
    return _take(
        rows, frames.told_of_each(urls, lambda url: link_key(url, hosts_known, paths_known))
    )


def link_key(url: str, by_host: frozenset[str], by_path: frozenset[str]) -> str | None:
    """Give the longest key that the URL falls under: host with path first, then host, then above.

    Paths match on whole segments. A host that many writers share is matched by path or by its
    own subdomain alone, and a public suffix (parliament.nz is one) by itself alone.
    """
    place = hosts.place(url)
    if not place.host:
        return None
    candidates = dict.fromkeys(hosts.ancestors(place.host))
    bare = hosts.without_prefix(place.host)
    for host in dict.fromkeys((bare, *candidates)):
        for length in range(len(place.segments), 0, -1):
            key = "/".join((host, *place.segments[:length]))
            if key in by_path:
                return key
        if host in by_host and not hosts.is_shared(host):
            return host
    return None


def _rows_by_key(flagged: FlaggedList, kind: str) -> pd.DataFrame:
    rows = flagged.rows[flagged.rows["kind"] == kind]
    return rows.drop_duplicates("key").set_index("key")


def _take(rows: pd.DataFrame, keys: "pd.Series[str]") -> pd.DataFrame:
    listed = keys[keys.isin(rows.index)]
    found = rows.reindex(listed.array).set_axis(listed.index)
    taken = pd.DataFrame({column: found.get(source) for column, source in _FROM_ROW.items()})
    return taken.reindex(keys.index)
