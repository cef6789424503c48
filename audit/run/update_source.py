"""Where a source of the register is read from: files, folders, addresses, or Wikidata itself."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from audit.register.register import Tables
from audit.register.wikidata_items import WikidataItems
from audit.update.accept import SourceFile
from audit.update.wikidata import ask
from connectors.errors import ConfigError
from connectors.http import Client, Reply, Request
from connectors.sparql import select

WIKIDATA = "wikidata"
_WEB = ("https://", "http://")


@dataclass(frozen=True)
class Source:
    """The files of one source by name, as they were read, and the address they were fetched from.

    ``address`` is empty where the files were here already.
    """

    files: Mapping[str, bytes]
    address: str = ""

    @property
    def name(self) -> str:
        """Name the source by its files."""
        return ", ".join(self.files)

    @property
    def record(self) -> SourceFile:
        """Name the source with the hash of its one file, or of the list of hashes of several."""
        hashes = [hashlib.sha256(content).hexdigest() for content in self.files.values()]
        if len(hashes) == 1:
            return SourceFile(self.name, hashes[0])
        listed = "".join(f"{one}  {name}\n" for one, name in zip(hashes, self.files, strict=True))
        return SourceFile(self.name, hashlib.sha256(listed.encode()).hexdigest())


def read_source(
    named: Sequence[str], client: Client, endpoint: str, tables: Tables, today: date
) -> Source:
    """Read the files, folders and addresses named, or ask Wikidata.

    Raises ConfigError where something cannot be read here, or what the servers' answers raise.
    """
    if WIKIDATA in named:
        if len(named) > 1:
            raise ConfigError(["Ask Wikidata alone; give files and addresses by themselves."])
        return _ask_wikidata(client, endpoint, tables, today)
    files: dict[str, bytes] = {}
    for one in named:
        for name, content in _read(one, client).items():
            if name in files:
                raise ConfigError([f"Two files are called {name}: give one of them."])
            files[name] = content
    address = named[0] if len(named) == 1 and named[0].startswith(_WEB) else ""
    return Source(files, address)


def _ask_wikidata(client: Client, endpoint: str, tables: Tables, today: date) -> Source:
    items = items_of(tables)
    answers = ask(lambda query: select(client, endpoint, query), items, tables.frames, today)
    return Source({f"{WIKIDATA}-{today}.json": answers.written()}, endpoint)


def items_of(tables: Tables) -> WikidataItems:
    """Give what a pack says of Wikidata; raises ConfigError where it says nothing."""
    if tables.manifest.wikidata is None:
        problem = f"The register {tables.manifest.id} does not say what it is in Wikidata."
        raise ConfigError([f"{problem} Add [wikidata] to its pack.toml, as docs/register.md says."])
    return tables.manifest.wikidata


def _read(named: str, client: Client) -> dict[str, bytes]:
    if named.startswith(_WEB):
        return {_file_name(named): client.fetch(Request(named), _body)}
    path = Path(named)
    try:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.is_file())
            return {one.relative_to(path).as_posix(): one.read_bytes() for one in inside}
        return {path.name: path.read_bytes()}
    except OSError as error:
        raise ConfigError([f"{named} cannot be read: {error.strerror}."]) from error


def _body(reply: Reply) -> bytes:
    return reply.body


def _file_name(address: str) -> str:
    """Give the last part of an address's path, as a file here may be called."""
    parts = urlsplit(address)
    last = PurePosixPath(unquote(parts.path)).name
    safe = "".join(letter if letter.isalnum() or letter in "._-" else "_" for letter in last)
    return safe.lstrip(".") or f"{parts.hostname}.html"
