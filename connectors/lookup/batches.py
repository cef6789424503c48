"""Asking for many handles at once, and what becomes of them when a platform stops answering."""

from collections.abc import Callable, Sequence

from connectors.errors import FollowAuditError
from connectors.looked import NOT_LOOKED, Looked

Ask = Callable[[Sequence[str]], Sequence[Looked]]


def in_batches(platform: str, handles: Sequence[str], size: int, ask: Ask) -> tuple[Looked, ...]:
    """Ask for ``size`` handles at a time and give one answer for each, in order.

    After a failure nothing more is asked: the rest could not be looked up, for the same reason.
    """
    found: list[Looked] = []
    failure = ""
    for start in range(0, len(handles), size):
        batch = handles[start : start + size]
        if not failure:
            try:
                found += ask(batch)
                continue
            except FollowAuditError as error:
                failure = str(error)
        found += (not_looked(platform, handle, failure) for handle in batch)
    return tuple(found)


def not_looked(platform: str, handle: str, reason: str) -> Looked:
    """Say that a handle could not be looked up."""
    return Looked(platform, handle, NOT_LOOKED, reason)
