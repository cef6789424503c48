"""Official accounts of the sites on other lists, from Wikidata: host, item and account.

It says nothing of anybody by itself: audit.sources.official takes what other lists say of a site
to the site's accounts.
"""

from collections.abc import Sequence

from audit.sources.public.base import SourceList, table_of
from audit.sources.rows import NONE, ReadRows, formed

OFFICIAL = "official"  # the kind of row: key is a host, label the key of an account
_TITLE = "Wikidata, official accounts"


def read(contents: Sequence[bytes]) -> ReadRows:
    """Read the links; raises SourceError where it is no such table."""
    table = table_of(contents[0], _TITLE, "host", "item", "account")
    return ReadRows(
        formed(
            table.assign(
                kind=OFFICIAL,
                key=table["host"],
                label=table["account"],
                level=NONE,
                evidence_url="https://www.wikidata.org/wiki/" + table["item"],
                lineage="Wikidata",
            )
        )
    )


LIST = SourceList(
    id="wikidata-links",
    title=_TITLE,
    about="Which accounts are the official ones of the sites on your other lists. What a list says "
    "of a site is shown for information with its account. It flags nothing by itself.",
    licence="CC0",
    addresses=(),
    read=read,
    correct="https://www.wikidata.org",
    about_url="https://www.wikidata.org/wiki/Property:P856",
)
