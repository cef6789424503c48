"""The labels on a profile of Bluesky (com.atproto.label.defs#label), as a moderation service gives.

A later label of the same giver and word replaces the earlier one; one with ``neg`` takes it away,
and one past its ``exp`` no longer counts.
"""

from datetime import datetime

from connectors.labels import Label, written
from connectors.lookup.answers import Record, records, text
from connectors.times import iso_time

# An account's own wish about who may see it without signing in; it says nothing of the account.
_A_WISH = "!no-unauthenticated"


def labels_of(profile: Record, as_at: datetime) -> str | None:
    """Give the labels in force as the accounts frame has them; None where there are none."""
    given = [one for one in records(profile.get("labels")) if _whole(one)]
    ordered = sorted(given, key=lambda one: text(one, "cts"))
    latest = {(text(one, "src"), text(one, "val")): one for one in ordered}
    return written(_label(one) for one in latest.values() if _counts(one, as_at))


def _whole(one: Record) -> bool:
    return bool(text(one, "src").split() and text(one, "val").split())


def _counts(one: Record, as_at: datetime) -> bool:
    until = iso_time(one.get("exp"))
    return (
        one.get("neg") is not True
        and text(one, "val") != _A_WISH
        and not (until is not None and until < as_at)
    )


def _label(one: Record) -> Label:
    given = iso_time(one.get("cts"))
    source = "".join(text(one, "src").split())
    return Label(source, given.date().isoformat() if given else "", text(one, "val"))
