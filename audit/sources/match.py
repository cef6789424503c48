"""Which rows of all lists name an account or the place that a link leads to.

Matches are a long frame: ``subject`` (the index label of what was asked about), ``row`` (the number
of the row in the lists) and ``how`` in a few words; a subject may have several rows or none.
"""

from collections.abc import Iterable

import pandas as pd

from audit.register.gaps import name_key
from audit.sources.hosts import host_of
from audit.sources.listed import Listed
from connectors import frames

_COLUMNS = ("subject", "row", "how")


def of_links(urls: "pd.Series[str]", listed: Listed) -> pd.DataFrame:
    """Find the rows that name the places of links; each address is looked at once."""
    asked = urls.dropna()
    found = {url: matches for url in asked.unique() if (matches := listed.of_link(url))}
    hit = asked[asked.isin(list(found))]
    return _long(
        (subject, match.row, match.how) for subject, url in hit.items() for match in found[url]
    )


def of_accounts(accounts: pd.DataFrame, listed: Listed) -> pd.DataFrame:
    """Find the rows that name accounts: by id, by handle, by their server, by their name.

    ``accounts`` has platform, account_id, handle and name. Of each list the strongest row counts,
    in that order; a name alone says only that the names are the same.
    """
    accounts = accounts.astype(dict.fromkeys(("account_id", "handle", "name"), frames.TEXT))
    parts = [
        _named(keys.dropna(), listed, kind, how)
        for kind, how, keys in (
            ("account", "by its id", accounts["platform"] + ":" + _fold(accounts["account_id"])),
            ("account", "by its handle", accounts["platform"] + ":@" + _handles(accounts)),
            ("fediverse", "by its server", _servers(accounts)),
            ("name", "by its name alone", _names(accounts)),
        )
    ]
    found = pd.concat(parts, ignore_index=True)
    lists = [listed.lists[row] for row in found["row"]]
    strongest = found.assign(list=lists).drop_duplicates(["subject", "list"])
    return strongest[list(_COLUMNS)].sort_values(["subject", "row"], ignore_index=True)


def _named(keys: "pd.Series[str]", listed: Listed, kind: str, how: str) -> pd.DataFrame:
    found = {key: rows for key in keys.unique() if (rows := listed.named(kind, key))}
    hit = keys[keys.isin(list(found))]
    return _long((subject, row, how) for subject, key in hit.items() for row in found[key])


def _fold(values: "pd.Series[str]") -> "pd.Series[str]":
    return values.str.casefold()


def _handles(accounts: pd.DataFrame) -> "pd.Series[str]":
    return _fold(accounts["handle"].str.removeprefix("@"))


def _servers(accounts: pd.DataFrame) -> "pd.Series[str]":
    """Give the server of each account of the fediverse, from its handle or its id."""
    home = accounts["platform"] == "mastodon"
    written = accounts["handle"].fillna(accounts["account_id"]).where(home)
    return frames.told_of_each(written, lambda one: host_of(one.rsplit("@", 1)[-1]))


def _names(accounts: pd.DataFrame) -> "pd.Series[str]":
    """Fold names of two words or more; a single word is too little to say anything."""
    named = accounts["name"].dropna()
    folded = name_key(named)
    return folded[folded.str.contains(" ", regex=False)] if len(folded) else named


def _long(found: Iterable[tuple[object, int, str]]) -> pd.DataFrame:
    return pd.DataFrame(list(found), columns=list(_COLUMNS))
