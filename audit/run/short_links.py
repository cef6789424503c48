"""Asks shorteners where the links of a run lead, once for good, if the configuration wants it."""

import csv
import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from audit.config import Loaded
from audit.inputs import short_of
from audit.period import new_zealand_day
from audit.review.words import count
from audit.run import kept_acts
from audit.run.online import client
from audit.run.outside import Outside
from audit.sources import short_links
from audit.sources.hosts import host_of
from audit.sources.short_links import COLUMNS, SHORTENERS, ShortLinks
from connectors.errors import ConfigError, SourceError
from connectors.shorteners import Shorteners

Notify = Callable[[str], None]


def ask_short_links(
    loaded: Loaded, run: Path, now: datetime, outside: Outside, notify: Notify
) -> ShortLinks:
    """Ask about the shortened links of a run that were never asked about, and keep the answers.

    Raises ConfigError where they cannot be kept.
    """
    path = short_of(loaded)[0]
    known = short_links.load([path] if path.exists() else [])
    links = kept_acts.of_kinds(run / "frames", ["link"], ["kind", "url"])["url"].dropna().unique()
    new = [url for url in links if url not in known.targets and host_of(url) in SHORTENERS]
    if new:
        _keep(path, _ask(new, loaded, outside, notify), now)
    return short_links.load([path] if path.exists() else [])


def _ask(urls: list[str], loaded: Loaded, outside: Outside, notify: Notify) -> dict[str, str]:
    notify(f"Asking shorteners where {count(len(urls), 'link')} lead")
    asker = client(outside.now, outside.sleep, 0, loaded.config.agency.contact)
    shorteners = Shorteners(asker.session, SHORTENERS, outside.sleep)
    found: dict[str, str] = {}
    for url in urls:
        try:
            found[url] = shorteners.target(url)
        except SourceError as error:
            notify(f"A shortened link stays as it is. {error}")
    return found


def _keep(path: Path, found: dict[str, str], now: datetime) -> None:
    """Add answers to the file."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    if not path.exists():
        table.writerow(COLUMNS)
    day = new_zealand_day(now).isoformat()
    table.writerows((url, target, day) for url, target in found.items())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as stream:
            stream.write(written.getvalue().encode("utf-8"))
    except OSError as error:
        raise ConfigError([f"{path} cannot be written: {error.strerror}."]) from error
