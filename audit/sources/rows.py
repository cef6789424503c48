"""The one form that the rows of every list take: what is named, in whose words, and since when.

A row names an account (``platform:id`` or ``platform:@handle``), a tenant of a service with many
writers (``substack:name``), a host, a path (``host/segment``), a fediverse server, or a name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from connectors import frames

KINDS = ("account", "tenant", "host", "path", "fediverse", "name")
# ``good`` is a rater's good word, which only stands against another's; ``clear`` is an agency's
# own decision that the other lists do not count; ``none`` is a row that nothing is read into,
# kept so that what it names is not said to be on no list.
LOOK, INFO, GOOD, CLEAR, NONE = "look", "info", "good", "clear", "none"
LEVELS = (LOOK, INFO, GOOD, CLEAR, NONE)
AGENCY = "agency"
# What a reader of one list fills; the rest is the same for all rows of a file: among it how to have
# a row corrected, as a sentence in ``correct``.
_READ = ("kind", "key", "label", "level", "reason", "evidence_url", "lineage", "row")
TEXTS = ("list", *_READ, "licence", "file", "sha256", "correct")
DATES = ("as_at", "expires")
COLUMNS = (*TEXTS, *DATES, "line")


@dataclass(frozen=True)
class ReadRows:
    """The rows of one list that name something, with COLUMNS, and what became of the others.

    ``dropped`` counts rows by a reason in plain words: rows of the list = rows + dropped.
    ``dated`` is the day that the list says of itself, where it does.
    """

    rows: pd.DataFrame
    dropped: Mapping[str, int] = field(default_factory=dict)
    dated: date | None = None


def formed(table: pd.DataFrame) -> pd.DataFrame:
    """Give a table the columns of a list's rows and their types; absent ones are empty."""
    whole = table.reindex(columns=list(COLUMNS)).reset_index(drop=True)
    texts = {name: whole[name].astype(frames.TEXT).fillna("") for name in TEXTS}
    dates = {name: pd.to_datetime(whole[name]).astype("datetime64[us]") for name in DATES}
    return whole.assign(**texts, **dates, line=whole["line"].fillna(0).astype("int64"))
