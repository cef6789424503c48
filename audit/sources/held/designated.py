"""Terrorist entities designated in New Zealand, as an agency keeps them from the Police's page.

The page is no table, so the agency keeps one: a CSV with the columns name, aliases (parted by ;),
designated_on, expires, url, and if wanted accounts (``platform:@handle``) and hosts, parted by ;.
"""

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from audit.sources.held.named import named
from audit.sources.own import form_of
from audit.sources.public.base import SourceList, table_of
from audit.sources.rows import LOOK, ReadRows, formed
from connectors.errors import SourceError

_TITLE = "New Zealand Police, designated entities"
_NEEDED = ("name", "aliases", "designated_on", "expires")
_LABEL = "designated as a terrorist entity"
_OTHER = (("account", "accounts"), ("host", "hosts"))


def read(contents: Sequence[bytes]) -> ReadRows:
    """Read names, and accounts and hosts where given; raises SourceError for a wrong cell."""
    table = table_of(contents[0], _TITLE, *_NEEDED)
    on, until = (_days(table, name) for name in ("designated_on", "expires"))
    since = (" on " + on.dt.strftime("%Y-%m-%d")).fillna("")
    url = table.get("url", "")
    rows = table.assign(
        label=_LABEL + since,
        expires=until,
        evidence_url=url,
        lineage="New Zealand Police",
        reason="",
    )
    found = named(rows)
    given = [_keyed(rows, kind, column) for kind, column in _OTHER if column in rows]
    whole = pd.concat([found.rows, *given], ignore_index=True)
    return ReadRows(whole, dict(Counter(found.dropped)))


def _days(table: pd.DataFrame, column: str) -> "pd.Series[pd.Timestamp]":
    written = table[column].str.strip()
    days = pd.to_datetime(written.where(written != ""), format="%Y-%m-%d", errors="coerce")
    for place in table.index[days.isna() & (written != "")]:
        wrong, line = written[place], table["line"][place]
        raise SourceError(f"line {line}: {column} is {wrong!r}, no date like 2026-07-01.")
    return days


def _keyed(rows: pd.DataFrame, kind: str, column: str) -> pd.DataFrame:
    """Give a row for each account or host of an entity, which asks for a look."""
    each = rows.assign(key=rows[column].str.split(";")).explode("key", ignore_index=True)
    each = each[each["key"].str.strip() != ""]
    keys = []
    for written, line in zip(each["key"].str.strip(), each["line"], strict=True):
        problem, key = form_of(kind, written)
        if problem:
            raise SourceError(f"line {line}, {column}: {problem}.")
        keys.append(key)
    return formed(each.assign(kind=kind, key=keys, level=LOOK))


LIST = SourceList(
    id="designated-entities",
    title=_TITLE,
    about="Terrorist entities designated under the resolution 1373 of the Security Council, as you "
    "keep them. An account or a host that you write beside one asks for a look; the same name is "
    "for information. Designations lapse: write when.",
    licence="Crown",
    addresses=(),
    read=read,
    correct="https://www.police.govt.nz/contact-us",
    about_url="https://www.police.govt.nz/advice/personal-community/counterterrorism/"
    "designated-entities",
)
