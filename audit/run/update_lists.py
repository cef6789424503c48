"""Fetches public lists into the cache: whole or not at all, one list's failure no other's."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from audit.sources import cached
from audit.sources.cached import Answer, Cached
from audit.sources.lists import FlaggedList
from audit.sources.public.base import SourceList
from connectors.errors import ConfigError, FollowAuditError
from connectors.http import Client, Reply, Request


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
    return tuple(_update(one, cache, client, now) for one in wanted)


def _update(one: SourceList, cache: Path, client: Client, now: datetime) -> Updated:
    try:
        fetched = Cached(one, _answers(one, client), now)
        found = cached.rows_of(fetched, now.date())
    except FollowAuditError as error:
        return Updated(one, trouble=str(error))
    if found.rows.empty:
        return Updated(one, trouble=f"{one.title} gave not one row that can be used.")
    changed = _sha256_of(cache / one.id) != fetched.sha256
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
    return f"answer-{number}{suffix if suffix in ('.csv', '.json') else '.json'}"


def _sha256_of(folder: Path) -> str:
    try:
        return cached.read(folder).sha256
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
