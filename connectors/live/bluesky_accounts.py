"""Who the accounts on Bluesky are that our acts name: profiles from the AppView, 25 at a time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.batches import Batches, ask_in_batches
from connectors.live.bluesky_gone import DEACTIVATED, DELETED, SUSPENDED, became_of
from connectors.live.bluesky_labels import labels_of
from connectors.live.walk import Told
from connectors.lookup.answers import Record, count, part, records, text
from connectors.records import Row
from connectors.times import iso_time
from connectors.xrpc import PUBLIC, answer_or_refusal, profiles

AT_ONCE = 25
_WORDS = {
    SUSPENDED: "suspended by Bluesky or by its server",
    DEACTIVATED: "deactivated by its owner",
    DELETED: "deleted",
    "": "not known to Bluesky, and whether it was deleted could not be seen",
}


@dataclass(frozen=True)
class Seen:
    """The profiles by DID, and what became of those without one, empty where that is not known.

    ``trouble`` says why others were not looked at.
    """

    profiles: Mapping[str, Record]
    gone: Mapping[str, str]
    trouble: str = ""


def look_at(dids: Sequence[str], asking: Asking) -> Seen:
    """Ask who accounts are. What is not answered costs names, and never raises."""
    address, before = asking.access.appview or PUBLIC, len(asking.stops)

    def fetch(client: Client, some: Sequence[str]) -> Told:
        answer = answer_or_refusal(client, profiles(address, some), "profiles")
        return Told({"asked": list(some), "profiles": answer.get("profiles")})

    answered = ask_in_batches(Batches("profiles", AT_ONCE, fetch), dids, asking)
    there = {text(one, "did"): one for body in answered.bodies for one in records(body["profiles"])}
    left_out = [did for body in answered.bodies for did in body["asked"] if did not in there]
    found, gone = became_of(left_out, asking)
    trouble = " ".join(dict.fromkeys(map(str, asking.stops[before:])))
    return Seen({**there, **found}, gone, trouble)


def rows_of(dids: Sequence[str], seen: Seen, as_at: datetime) -> list[Row]:
    """Give the rows of the accounts frame."""
    return [
        {
            "platform": "bluesky",
            "account_id": did,
            "url": f"https://bsky.app/profile/{did}",
            "status": seen.gone.get(did) or "unknown",
            "as_at": as_at,
            **_said(seen.profiles.get(did), as_at),
        }
        for did in dids
    ]


def notes_on(dids: Sequence[str], seen: Seen) -> tuple[str, ...]:
    """Say how many accounts are gone and how."""
    counts = Counter(seen.gone.values())
    told = [f"{counts[name]:,} {words}" for name, words in _WORDS.items() if counts[name]]
    return (f"Of {len(dids):,} accounts met on Bluesky: {'; '.join(told)}.",) if told else ()


def _said(record: Record | None, as_at: datetime) -> Row:
    if record is None:
        return {}
    handle, description = text(record, "handle"), record.get("description")
    return {
        # So Bluesky writes a handle whose domain does not lead back to the account.
        "handle": handle if handle and handle != "handle.invalid" else None,
        "name": text(record, "displayName") or None,
        "description": description if isinstance(description, str) and description else None,
        "status": "active",
        "verified": text(part(record, "verification"), "verifiedStatus") == "valid",
        "created_at": iso_time(record.get("createdAt")),
        "followers": count(record.get("followersCount")),
        "labels": labels_of(record, as_at),
    }
