"""OpenSanctions, as its ``targets.simple.csv``: documented shape, for those who hold a licence.

Columns id, schema, name, aliases (parted by ;), sanctions, dataset, last_seen. Only names of those
under a sanction are used: the file also has holders of public office, and no rule here may rest on
that. Birth dates, addresses, numbers and mail addresses are never read.
"""

from collections import Counter
from collections.abc import Sequence

from audit.sources.held.named import named
from audit.sources.public.base import SourceList, latest, row_of, table_of
from audit.sources.rows import ReadRows

_TITLE = "OpenSanctions"
_NEEDED = ("id", "schema", "name", "aliases", "sanctions", "dataset", "last_seen")
_SCHEMAS = ("Person", "Organization", "Company", "LegalEntity", "PublicBody")
NO_SANCTION = "no sanction, such as a holder of public office"
_NO_ACTOR = "neither a person nor an organisation"


def read(contents: Sequence[bytes]) -> ReadRows:
    """Read the names of those under a sanction; raises SourceError where it is no such table."""
    table = table_of(contents[0], _TITLE, *_NEEDED, only=_NEEDED)
    actor = table["schema"].isin(_SCHEMAS)
    under = table["sanctions"].str.strip() != ""
    kept = table[actor & under]
    rows = kept.assign(
        label="under a sanction, by " + kept["dataset"],
        evidence_url="https://www.opensanctions.org/entities/" + kept["id"] + "/",
        lineage=_TITLE,
        row=row_of(kept, ("id", "schema", "name", "sanctions", "dataset")),
    )
    found = named(rows)
    lost = Counter({_NO_ACTOR: int((~actor).sum()), NO_SANCTION: int((actor & ~under).sum())})
    return ReadRows(found.rows, dict(Counter(found.dropped) + lost), latest(table["last_seen"]))


LIST = SourceList(
    id="opensanctions",
    title=_TITLE,
    about="Names of persons and organisations under a sanction. An account with the same name is "
    "shown for information. Holders of public office, who are in the same file, are left out.",
    licence="CC BY-NC 4.0; public bodies are asked to take a licence",
    addresses=(),
    read=read,
    correct="https://www.opensanctions.org/contact/",
    about_url="https://www.opensanctions.org/docs/",
)
