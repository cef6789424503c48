"""What the review cannot tell, in sentences: what was not read, in full or at all."""

from collections.abc import Sequence

from audit.review import words
from audit.review.model import Coverage

_HOW = {
    "failed": "could not be read",
    "unavailable": "cannot be read from this source",
    "not_attempted": "were not read",
    "partial": "were read only in part",
}
_ORDER = tuple(_HOW)


def limits(coverage: Sequence[Coverage], notes: Sequence[str]) -> tuple[str, ...]:
    """Give one sentence for each account and reason, the gravest first, then the notes."""
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    wanting = [row for row in coverage if row.status in _HOW]
    for row in sorted(wanting, key=lambda row: _ORDER.index(row.status)):
        group = (row.status, row.platform, row.handle, row.reason)
        groups.setdefault(group, []).append(words.KIND_NOUNS[row.kind][1])
    sentences = [_sentence(*group, kinds) for group, kinds in groups.items()]
    return (*sentences, *dict.fromkeys(notes))


def _sentence(status: str, platform: str, handle: str, reason: str, kinds: list[str]) -> str:
    what = words.listing(kinds)
    account = f"@{handle} on {words.PLATFORM_NAMES[platform]}"
    tail = f" {reason}" if reason else ""
    return f"{what[0].upper()}{what[1:]} of {account} {_HOW[status]}.{tail}"
