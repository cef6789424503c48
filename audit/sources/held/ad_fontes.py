"""Ad Fontes Media, as the CSV that its customers get: documented shape, no file was at hand.

Columns Domain or Url, and Reliability or Quality from 0 to 64. The column of bias is never read.
"""

from collections.abc import Sequence

import pandas as pd

from audit.sources.listed_places import placed
from audit.sources.public.base import SourceList, table_of
from audit.sources.rows import GOOD, INFO, LOOK, NONE, ReadRows
from connectors.errors import SourceError

_TITLE = "Ad Fontes Media"
_PLACES, _SCORES = ("domain", "url"), ("reliability", "quality")
_BANDS = (0, 16, 24, 40, 64.01)
_LEVELS = (LOOK, INFO, NONE, GOOD)


def read(contents: Sequence[bytes]) -> ReadRows:
    """Read a score for each place; raises SourceError where it is no such table."""
    table = table_of(contents[0], _TITLE, only=(*_PLACES, *_SCORES))
    place, written = _first(table, _PLACES), _first(table, _SCORES)
    score = pd.to_numeric(table[written], errors="coerce")
    known = score.between(0, 64)
    rows = table.assign(
        domain=table[place],
        label="reliability " + table[written] + " of 64",
        level=pd.cut(score, _BANDS, right=False, labels=_LEVELS).astype("str"),
        lineage=_TITLE,
    )
    return placed(rows[known], dropped={"no score": int((~known).sum())})


def _first(table: pd.DataFrame, names: Sequence[str]) -> str:
    found = [name for name in names if name in table]
    if not found:
        raise SourceError(f"{_TITLE}: it has no column {' or '.join(names)}.")
    return found[0]


LIST = SourceList(
    id="ad-fontes",
    title=_TITLE,
    about="A score for reliability from 0 to 64. Below 16 asks for a look; from 16 to 24 is for "
    "information; 40 and above is its good word. Its column of bias is never read.",
    licence="Ad Fontes Media's, for its customers",
    addresses=(),
    read=read,
    correct="https://adfontesmedia.com/contact/",
    about_url="https://adfontesmedia.com/methodology/",
)
