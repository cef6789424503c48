"""CRED-1: a category for each of 2,674 domains, joined from OpenSources (2017) and the Iffy Index.

Loth 2026, ``cred1_current.csv``. Only the category is used. The column of leaning is never
read, nor are the numbers, which do not follow the list's own code book. Iffy keeps what Media
Bias/Fact Check rates low; OpenSources ended in April 2017.
"""

from collections.abc import Sequence

from audit.sources.listed_places import placed
from audit.sources.public.base import SourceList, table_of
from audit.sources.rows import INFO, LOOK, NONE, ReadRows

_TITLE = "CRED-1"
_LISTED = ("fake", "unreliable", "conspiracy")
MBFC = "Media Bias/Fact Check"
_NEEDED = ("domain", "category", "iffy_factual")
_COLUMNS = (*_NEEDED, "sources")  # one of the others is of political leaning
_OLD = "Rated by OpenSources alone, which ended in 2017."


def read(contents: Sequence[bytes]) -> ReadRows:
    """Flag the categories fake, unreliable and conspiracy; raises SourceError for another table."""
    table = table_of(contents[0], _TITLE, *_NEEDED, only=_COLUMNS)
    listed = table["category"].isin(_LISTED)
    rated = table["iffy_factual"] != ""
    rows = table.assign(
        label="category “" + table["category"] + "”",
        level=rated.map({True: LOOK, False: INFO}).where(listed, NONE),
        reason=rated.map({True: "", False: _OLD}),
        lineage=rated.map({True: MBFC, False: "OpenSources"}),
    )
    return placed(rows)


LIST = SourceList(
    id="cred-1",
    title=_TITLE,
    about="A category for each site, joined from two lists: the Iffy Index, which takes its "
    "ratings from Media Bias/Fact Check, and OpenSources, which ended in 2017. The categories "
    "fake, unreliable and conspiracy ask for a look; where only OpenSources says so, they are for "
    "information.",
    licence="CC BY 4.0",
    addresses=("https://raw.githubusercontent.com/aloth/cred-1/main/data/cred1_current.csv",),
    read=read,
    correct="https://github.com/aloth/cred-1/issues",
    about_url="https://github.com/aloth/cred-1",
)
