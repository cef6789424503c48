"""What lists say of a site, said for information of the site's official accounts."""

from dataclasses import replace

import pandas as pd

from audit.sources import hosts
from audit.sources.lists import FlaggedList
from audit.sources.public.wikidata_links import OFFICIAL
from audit.sources.rows import AGENCY, INFO, LOOK


def with_official(flagged: FlaggedList) -> FlaggedList:
    """Add a row for each account of a site that a list flags; the agency's own rows stay alone."""
    links = flagged.every[flagged.every["kind"] == OFFICIAL]
    if links.empty:
        return flagged
    given = links[["key", "label", "evidence_url"]].set_axis(
        ["key", "account", "item"], axis="columns"
    )
    pairs = _of_sites(flagged.every).merge(given, on="key")
    said = "The official account of " + pairs["key"] + " by Wikidata (" + pairs["item"] + "). "
    derived = pairs.assign(
        kind="account",
        key=pairs["account"],
        level=INFO,
        reason=(said + pairs["reason"]).str.strip(),
    )
    every = pd.concat([flagged.every, derived[flagged.every.columns]], ignore_index=True)
    return replace(flagged, every=every)


def flagged_sites(flagged: FlaggedList) -> list[str]:
    """Give the hosts that lists of others flag, each once, in order."""
    return sorted(set(_of_sites(flagged.rows)["key"]))


def _of_sites(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep rows of others that flag a host of one writer."""
    known = rows[(rows["kind"] == "host") & rows["level"].isin([LOOK, INFO])]
    known = known[known["lineage"] != AGENCY]
    return known[~known["key"].map(hosts.is_shared).astype(bool)]
