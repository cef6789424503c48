"""Media Bias/Fact Check, as its browser extension's ``combined.json`` of version 5 has it.

An object with ``date``, ``aliases`` (host to host) and ``sources``: domain, name, credibility,
questionable (tags), reporting, url, and for some facebook and twitter. ``bias`` is never read. The
ratings are Media Bias/Fact Check's own: an agency needs its permission to use them.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from audit.sources.listed_places import placed
from audit.sources.public.base import SourceList, row_of
from audit.sources.public.cred import MBFC
from audit.sources.rows import GOOD, INFO, LOOK, NONE, ReadRows, formed
from connectors import frames
from connectors.errors import SourceError

NO_HANDLE = "a handle that is none, or that several sources share"
_TAGS = ("conspiracy", "hate", "imposter", "propaganda")
_TEXTS = ("domain", "credibility", "reporting", "url", "facebook", "twitter")
_SHOWN = ("domain", "credibility", "tags", "reporting", "url")
_MOST = 3  # a handle of more sources than this is a publisher's or a mistake
_ACCOUNTS = (
    ("facebook", "facebook", r"[a-z0-9.\-]{4,80}"),
    ("twitter", "x", r"[a-z0-9_]{4,15}"),
)
_NO_NAMES = ("none", "profile.php", "pages", "groups", "people")


def read(contents: Sequence[bytes]) -> ReadRows:
    """Read the sources and the accounts given for them; raises SourceError for another file."""
    found = _parsed(contents[0])
    table = pd.DataFrame(_sources(found), columns=[*_TEXTS, "tags"], dtype=frames.TEXT)
    rows = _rated(table)
    places = placed(pd.concat([rows, _aliases(rows, found)], ignore_index=True))
    accounts = [_accounts(rows, *one) for one in _ACCOUNTS]
    lost = sum(count for _, count in accounts)
    return ReadRows(
        pd.concat([places.rows, *(kept for kept, _ in accounts)], ignore_index=True),
        dict(Counter(places.dropped) + Counter({NO_HANDLE: lost})),
        _day(found.get("date")),
    )


def _parsed(content: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(content)
    except ValueError as error:
        raise SourceError(f"{MBFC}: it is no JSON.") from error
    if not isinstance(found, dict) or not isinstance(found.get("sources"), list):
        raise SourceError(f"{MBFC}: it has no sources, as combined.json of version 5 has.")
    return found


def _sources(found: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    for one in found["sources"]:
        if not isinstance(one, dict):
            raise SourceError(f"{MBFC}: a source in it is of another form than is known.")
        tags = one.get("questionable")
        told = sorted(map(str, tags)) if isinstance(tags, list) else []
        texts = {name: _text(one.get(name)) for name in _TEXTS}
        yield texts | {"tags": ", ".join(tag for tag in told if tag in _TAGS)}


def _text(value: object) -> str:
    return str(value or "").encode("utf-8", "replace").decode()


def _rated(table: pd.DataFrame) -> pd.DataFrame:
    words = table["credibility"].str.removesuffix("-credibility")
    level = words.map({"low": LOOK, "high": GOOD}).fillna(NONE)
    tagged = table["tags"] != ""
    return table.assign(
        label="“" + words.where(words != "", "no") + " credibility”",
        level=level.mask(tagged & (level == NONE), INFO),
        reason=("Tagged by it: " + table["tags"] + ".").where(tagged, ""),
        evidence_url=table["url"],
        lineage=MBFC,
        row=row_of(table, _SHOWN),
    )


def _aliases(rows: pd.DataFrame, found: Mapping[str, Any]) -> pd.DataFrame:
    """Give the rows of hosts again under the other hosts that the file has for them."""
    aliases = found.get("aliases")
    pairs = aliases.items() if isinstance(aliases, dict) else ()
    wanted = pd.DataFrame([(str(of), str(alias)) for alias, of in pairs], columns=["domain", "as"])
    again = rows.merge(wanted, on="domain")
    return again.assign(domain=again["as"]).drop(columns="as")


def _accounts(
    rows: pd.DataFrame, column: str, platform: str, pattern: str
) -> tuple[pd.DataFrame, int]:
    """Give rows for the accounts that the file has for its sources, and how many were dropped."""
    given = rows.assign(name=rows[column].str.strip().str.strip("@/").str.casefold())
    given = given[given["name"] != ""]
    of_name = given.groupby("name")["level"]
    good = (
        given["name"].str.fullmatch(pattern)
        & ~given["name"].isin(_NO_NAMES)
        & (of_name.transform("size") <= _MOST)
        & (of_name.transform("nunique") == 1)
    )
    kept = given[good].drop_duplicates("name")
    number = kept["name"].str.fullmatch("[0-9]+") & (platform == "facebook")
    key = f"{platform}:" + ("@" + kept["name"]).where(~number, kept["name"])
    of_site = "The list has it as the account of " + kept["domain"] + "."
    told = kept.assign(kind="account", key=key, reason=(kept["reason"] + " " + of_site).str.strip())
    return formed(told), len(given) - len(kept)


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written)[:10])
    except ValueError:
        return None


LIST = SourceList(
    id="mbfc",
    title=MBFC,
    about="How credible Media Bias/Fact Check holds a site to be. Low asks for a look; its tags "
    "for hate, conspiracy, propaganda and imposters are for information where it is not low. Its "
    "rating of political leaning is never read.",
    licence="the ratings are Media Bias/Fact Check's own; ask it for permission",
    addresses=(),
    read=read,
    correct="https://mediabiasfactcheck.com/contact/",
    about_url="https://mediabiasfactcheck.com/methodology/",
)
