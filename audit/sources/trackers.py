"""Links of one post that differ in nothing but who is told of the click: they are one link.

Only counts and findings see them as one. Matching takes addresses as they were posted, and so does
the evidence.
"""

import pandas as pd

from audit.sources import hosts
from audit.sources.short_links import ShortLinks
from connectors import frames

# What services add to an address to tell where a click came from; it never chooses a page. ``*``
# stands for any letters. The second table has names that mean that on some hosts and a page's own
# matter on others.
TRACKERS = (
    *("utm_*", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid"),
    *("twclid", "ttclid", "igsh", "igshid", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi"),
)
TRACKERS_ON = {
    "si": ("youtube.com", "music.youtube.com", "youtu.be", "open.spotify.com"),
    "s": ("x.com", "twitter.com"),
    "t": ("x.com", "twitter.com"),
    "ref_src": ("x.com", "twitter.com"),
}

_PARTS = r"(?P<front>[^?#]*)\?(?P<query>[^#]*)(?P<end>(?:#.*)?)"
_POST = ("platform", "agency_account", "kind", "post_id", "post_url")


def without_trackers(urls: "pd.Series[str]") -> "pd.Series[str]":
    """Give each URL without its trackers; what is left keeps its order, null stays null."""
    written = urls.astype(frames.TEXT)
    asking = written[written.str.contains("?", regex=False, na=False)]
    parts = asking.str.extract(f"(?s)^{_PARTS}$").dropna()
    bare = _without(parts["query"], TRACKERS)
    on = hosts.hosts_of(parts["front"]).map(hosts.without_prefix)
    for name, known in TRACKERS_ON.items():
        there = on.isin(known)
        bare = bare.mask(there, _without(bare[there], (name,)).reindex(bare.index))
    changed = bare != parts["query"]
    question = bare.map(lambda left: "?" if left else "")
    stripped = (parts["front"] + question + bare + parts["end"])[changed]
    return written.mask(written.index.isin(stripped.index), stripped.reindex(written.index))


def each_link_once(acts: pd.DataFrame, short: ShortLinks) -> pd.DataFrame:
    """Keep of the links of one post that differ in trackers alone the first; all other acts stay.

    ``acts`` has the columns of the interactions frame. Links of which no post is known are all
    kept, and so are shortened ones that are known to lead to different places.
    """
    tied = acts["post_id"].notna() | acts["post_url"].notna()
    links = frames.rows(
        acts, (acts["kind"] == "link") & tied & acts["url"].notna(), (*_POST, "url")
    )
    bare = links.assign(url=without_trackers(links["url"]))
    if short.targets:
        bare = bare.assign(leads=without_trackers(short.leading(links["url"])))
    again = bare.index[bare.duplicated()]
    return frames.rows(acts, pd.Series(~acts.index.isin(again), index=acts.index))


def _without(queries: "pd.Series[str]", names: tuple[str, ...]) -> "pd.Series[str]":
    """Take parameters of these names out of queries (``a=1&b=2``)."""
    named = "|".join(name.replace("*", "[^=&]*") for name in names)
    left = queries.str.replace(rf"(?i)(?:^|&)(?:{named})(?:=[^&]*)?(?=&|$)", "", regex=True)
    return left.mask((left != queries) & left.str.startswith("&"), left.str.removeprefix("&"))
