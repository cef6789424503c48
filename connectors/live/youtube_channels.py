"""The channels that our acts lead to, with what YouTube says of them now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from connectors import frames
from connectors.live.asking import Asking
from connectors.live.batches import ask_in_batches
from connectors.live.youtube_lists import channels, items_of
from connectors.live.youtube_sign_in import SignIn
from connectors.lookup.answers import Record, count, part, text
from connectors.profile_form import Profile
from connectors.times import iso_time

FOLLOWED, AUTHORS = "followed", "authors"


@dataclass(frozen=True)
class Channels:
    """What was told of channels by id; one ``asked`` for in this run and not told of is gone.

    ``trouble`` is a sentence where not all could be asked for.
    """

    told: Mapping[str, tuple[Record, datetime]]
    asked: frozenset[str]
    trouble: str = ""


def look_up(
    sign_in: SignIn, followed: Iterable[str], authors: Iterable[str], asking: Asking
) -> Channels:
    """Ask about the channels followed anew, and about the authors of likes once for all."""
    told: dict[str, tuple[Record, datetime]] = {}
    asked: list[str] = []
    troubles: list[str] = []
    for name, wanted, lasts in ((AUTHORS, authors, True), (FOLLOWED, followed, False)):
        answered = ask_in_batches(channels(name, sign_in, lasts=lasts), tuple(wanted), asking)
        troubles += [str(answered.stopped)] if answered.stopped else []
        fresh = asking.pages.read(name)
        asked += (key for page in fresh for key in page.cursor.split())  # the ids asked about
        for page in (*asking.pages.earlier(name), *fresh):
            told |= {text(one, "id"): (one, page.fetched_at) for one in items_of(page.body)}
    return Channels(told, frozenset(asked), " ".join(dict.fromkeys(troubles)))


def accounts_frame(
    profiles: Mapping[str, Profile],
    names: Mapping[str, str],
    channels: Channels,
    as_at: datetime,
) -> pd.DataFrame:
    """Give a row for each channel; one that YouTube no longer knows counts as deleted."""
    rows = []
    for key, profile in profiles.items():
        row: dict[str, Any] = {
            "platform": profile.platform,
            "account_id": key,
            "name": names.get(key),
            "url": profile.url,
            "status": "deleted" if key in channels.asked else "unknown",
            "as_at": as_at,
        }
        if key in channels.told:
            record, moment = channels.told[key]
            row |= {**_details(record), "as_at": min(moment, as_at)}
        rows.append(row)
    return frames.make("accounts", rows)


def _details(record: Record) -> dict[str, Any]:
    snippet = part(record, "snippet")
    handle = text(snippet, "customUrl")
    return {
        "handle": handle.removeprefix("@") if handle.startswith("@") else None,
        "name": text(snippet, "title") or None,
        "description": text(snippet, "description") or None,
        "status": "active",
        "created_at": iso_time(snippet.get("publishedAt")),
        "followers": count(part(record, "statistics").get("subscriberCount")),
    }
