"""Wikidata asked for what it says of a register: the answers, and the claims they make."""

from datetime import date

from audit import __version__
from audit.register.register import Tables
from audit.register.wikidata_items import WikidataItems
from audit.update.said import Said
from audit.update.wikidata import Answers, ask, said_of
from connectors.errors import ConfigError
from connectors.http import Client, open_session
from connectors.sparql import select
from connectors.waiting import Patience


def ask_wikidata(endpoint: str, tables: Tables, patience: Patience) -> Answers:
    """Ask a SPARQL endpoint, one question after the other.

    Raises ConfigError where the pack does not know Wikidata, and AuthError, RetryLater or
    SourceError where not every answer could be had.
    """
    items = _items(tables)
    client = Client(open_session(f"follow-audit/{__version__}"), patience)
    return ask(lambda query: select(client, endpoint, query), items, tables.frames)


def said_by_wikidata(answers: Answers, tables: Tables, as_at: date) -> Said:
    """Give what the answers of a day say, by the register's tables."""
    return said_of(answers, _items(tables), tables.frames, as_at)


def _items(tables: Tables) -> WikidataItems:
    if tables.manifest.wikidata is None:
        problem = f"The register {tables.manifest.id} does not say what it is in Wikidata."
        raise ConfigError([f"{problem} Add [wikidata] to its pack.toml, as docs/register.md says."])
    return tables.manifest.wikidata
