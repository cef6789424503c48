"""Wikipedia's table of perennial sources: how editors judged a source for citing it.

Read from the wikitext of the table's pages, as MediaWiki's API gives it: a row of the table has
``{{WP:RSPSTATUS|gu}}`` and ``{{WP:RSPUSES|domain|domain}}``. It answers whether to cite in an
encyclopaedia, not whether a source offends, so every row is for information. A table of the
columns source_name, status, domain is read too.
"""

import json
import re
from collections.abc import Iterator, Sequence

import pandas as pd

from audit.sources.listed_places import placed
from audit.sources.public.base import SourceList, table_of
from audit.sources.rows import INFO, NONE, ReadRows
from connectors import frames
from connectors.errors import SourceError

_TITLE = "Wikipedia, perennial sources"
_WORDS = {
    "gu": "generally unreliable",
    "d": "deprecated",
    "b": "blacklisted",
}
_OTHER = {"gr": "generally reliable", "nc": "no consensus", "m": "no consensus"}
_STATUS = re.compile(r"\{\{WP:RSPSTATUS\|([a-z]+)([^}]*)\}\}", re.IGNORECASE)
_USES = re.compile(r"\{\{WP:RSPUSES\|([^}]*)\}\}", re.IGNORECASE)
_ANCHOR = re.compile(r'\bid="([^"]+)"')
_PAGE = "https://en.wikipedia.org/wiki/Wikipedia:Reliable_sources/Perennial_sources"
_API = (
    "https://en.wikipedia.org/w/api.php?action=query&format=json&formatversion=2&prop=revisions"
    "&rvprop=content|timestamp&rvslots=main&generator=allpages&gapnamespace=4&gaplimit=50"
    "&gapprefix=Reliable_sources/Perennial_sources/"
)
_REASON = "Editors judged whether to cite it in an encyclopaedia; they may have judged some topics."


def read(contents: Sequence[bytes]) -> ReadRows:
    """Flag sources judged generally unreliable or worse; raises SourceError for another answer."""
    content = contents[0]
    wikitext = content.lstrip()[:1] == b"{"
    table = pd.DataFrame(_rows(content)) if wikitext else _derived(content)
    listed = table["status"].isin(list(_WORDS))
    words = table["status"].map(_WORDS | _OTHER).fillna(table["status"])
    rows = table.assign(
        label="“" + words + "” for citing it",
        level=listed.map({True: INFO, False: NONE}),
        reason=_REASON,
        lineage="Wikipedia editors",
    )
    return placed(rows)


def _derived(content: bytes) -> pd.DataFrame:
    return table_of(content, _TITLE, "source_name", "status", "domain")


def _rows(content: bytes) -> dict[str, "pd.Series[str]"]:
    found = [one for text in _texts(content) for one in _entries(text)]
    if not found:
        raise SourceError(f"{_TITLE} is not the list it was: no row of its table was found.")
    names = ("source_name", "status", "domain", "evidence_url", "row")
    columns = zip(*found, strict=True)
    return {
        name: pd.Series(column, dtype=frames.TEXT)
        for name, column in zip(names, columns, strict=True)
    }


def _texts(content: bytes) -> Iterator[str]:
    try:
        pages = json.loads(content)["query"]["pages"]
        for page in pages:
            yield page["revisions"][0]["slots"]["main"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise SourceError(f"{_TITLE} gave an answer of another form than is known.") from error


def _entries(text: str) -> Iterator[tuple[str, str, str, str, str]]:
    for row in re.split(r"\n\|-", text)[1:]:
        status, uses = _STATUS.search(row), _USES.findall(row)
        if status is None:
            continue
        code = "b" if re.search(r"\bb=y", status[2]) else status[1].lower()
        anchor = _ANCHOR.search(row)
        name = anchor[1].replace("_", " ") if anchor else ""
        address = f"{_PAGE}#{anchor[1]}" if anchor else _PAGE
        for domain in (one.strip() for written in uses for one in written.split("|")):
            if domain and "=" not in domain:
                yield name, code, domain, address, f"{name} | {code} | {domain}"


LIST = SourceList(
    id="wikipedia",
    title=_TITLE,
    about="How Wikipedia's editors judged sources for citing them. Sources judged generally "
    "unreliable, deprecated or blacklisted are shown for information, with the entry to read.",
    licence="CC BY-SA 4.0",
    addresses=(_API,),
    read=read,
    correct="https://en.wikipedia.org/wiki/Wikipedia:Reliable_sources/Noticeboard",
    about_url=_PAGE,
)
