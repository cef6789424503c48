"""NewsGuard, as the metadata CSV that its customers get: documented shape, no file was at hand.

Columns Domain, Rating (T, N, S for satire, P for platform), Score (0 to 100), Last Updated. Other
columns, the orientation among them, are never read.
"""

from collections.abc import Sequence

import pandas as pd

from audit.sources.listed_places import placed
from audit.sources.public.base import SourceList, latest, table_of
from audit.sources.rows import GOOD, INFO, LOOK, NONE, ReadRows

_TITLE = "NewsGuard"
_COLUMNS = ("domain", "rating", "score", "last updated")
_BANDS = (0, 40, 60, 75, 100.01)
_LEVELS = (LOOK, INFO, NONE, GOOD)
_UNSCORED = {"s": "satire", "p": "platform"}


def read(contents: Sequence[bytes]) -> ReadRows:
    """Read a score for each domain; raises SourceError where it is no such table."""
    table = table_of(contents[0], _TITLE, "domain", "rating", "score", only=_COLUMNS)
    score = pd.to_numeric(table["score"], errors="coerce")
    other = table["rating"].str.casefold().map(_UNSCORED)
    level = pd.cut(score, _BANDS, right=False, labels=_LEVELS).astype("str")
    rows = table.assign(
        label=("score " + table["score"] + " of 100").where(other.isna(), other),
        level=level.where(score.between(0, 100) & other.isna(), NONE),
        lineage=_TITLE,
    )
    known = (score.between(0, 100)) | other.notna()
    found = placed(rows[known], dropped={"no score": int((~known).sum())})
    updated = latest(table["last updated"]) if "last updated" in table else None
    return ReadRows(found.rows, found.dropped, updated)


LIST = SourceList(
    id="newsguard",
    title=_TITLE,
    about="A score from 0 to 100 by nine criteria of journalism. Below 40 asks for a look; from 40 "
    "to 60 is for information; 75 and above is its good word. Its orientation is never read.",
    licence="NewsGuard's, for its customers",
    addresses=(),
    read=read,
    correct="https://www.newsguardtech.com/contact-us/",
    about_url="https://www.newsguardtech.com/ratings/rating-process-criteria/",
)
