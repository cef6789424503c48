"""Fetches public lists into the cache: whole or not at all, one list's failure no other's."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from audit.sources import cached
from audit.sources.cached import Answer, Cached
from audit.sources.lists import FlaggedList
from audit.sources.official import flagged_sites
from audit.sources.public import wikidata_links
from audit.sources.public.base import SourceList
from audit.update.wikidata.links import ask_links
from connectors.errors import ConfigError, FollowAuditError
from connectors.http import Client, Reply, Request
from connectors.sparql import select


@dataclass(frozen=True)
class Updated:
    """What became of one list: its rows, or the sentence why the old copy stays."""

    list: SourceList
    found: FlaggedList | None = None
    changed: bool = False
    trouble: str = ""


def update(
    wanted: Sequence[SourceList], cache: Path, client: Client, now: datetime
) -> tuple[Updated, ...]:
    """Fetch the lists and put each into its folder of the cache.

    Raises ConfigError where the cache cannot be written.
    """
    return tuple(_update(one, cache, now, partial(_answers, one, client)) for one in wanted)


def update_links(
    flagged: FlaggedList, endpoint: str, cache: Path, client: Client, now: datetime
) -> Updated:
    """Ask Wikidata for the official accounts of the sites that other lists flag."""

    def answers() -> tuple[Answer, ...]:
        asked = ask_links(lambda query: select(client, endpoint, query), flagged_sites(flagged))
        return (Answer("answer-1.csv", endpoint, asked),)

    return _update(wikidata_links.LIST, cache, now, answers)


def _update(
    one: SourceList, cache: Path, now: datetime, answers: Callable[[], tuple[Answer, ...]]
) -> Updated:
    try:
        fetched = Cached(one, answers(), now)
        found = cached.rows_of(fetched, now.date())
    except FollowAuditError as error:
        return Updated(one, trouble=str(error))
    if found.rows.empty:
        return Updated(one, trouble=f"{one.title} gave not one row that can be used.")
    changed = _sha256_of(cache / one.id, one) != fetched.sha256
    _put(cached.written(fetched), cache / one.id)
    return Updated(one, found, changed)


def _answers(one: SourceList, client: Client) -> tuple[Answer, ...]:
    return tuple(
        Answer(_name(number, address), address, client.fetch(Request(address), _body))
        for number, address in enumerate(one.addresses, 1)
    )


def _body(reply: Reply) -> bytes:
    return reply.body


def _name(number: int, address: str) -> str:
    suffix = PurePosixPath(urlsplit(address).path).suffix
    known = {"": ".txt", ".csv": ".csv"}.get(suffix, ".json")
    return f"answer-{number}{known}"


def _sha256_of(folder: Path, one: SourceList) -> str:
    try:
        return cached.read(folder, one).sha256
    except ConfigError:
        return ""


def _put(files: dict[str, bytes], folder: Path) -> None:
    """Write a folder beside the old one and take its place, so that a copy is whole or the old."""
    partial = folder.with_name(f".{folder.name}-{os.getpid()}")
    old = folder.with_name(f".{folder.name}-{os.getpid()}-old")
    try:
        partial.mkdir(parents=True)
        for name, content in files.items():
            (partial / name).write_bytes(content)
        if folder.exists():
            folder.rename(old)
        partial.rename(folder)
    except OSError as error:
        problem = f"{folder} cannot be written: {error.strerror}. Choose another [sources] cache."
        raise ConfigError([problem]) from error
    finally:
        shutil.rmtree(partial, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
