"""How a list is introduced: by its own sentence, or by why nothing of it could be read."""

from collections.abc import Iterable

from audit.review.model import Balance, Coverage, Review
from reports import coverage_words


def list_sentence(review: Review, balance: Balance) -> str:
    """Write a list's own sentence, or that the list could not be read at all."""
    if was_read(review, balance):
        return balance.sentence
    return coverage_words.nothing_found(kinds_of(balance), rows_of(review.coverage, balance))


def was_read(review: Review, balance: Balance) -> bool:
    """Tell whether any of a list could be read; if not, its emptiness says nothing."""
    rows = rows_of(review.coverage, balance)
    return any(row.status in {"complete", "partial"} for row in rows)


def rows_of(coverage: Iterable[Coverage], balance: Balance) -> list[Coverage]:
    """Give the coverage rows that a list rests on."""
    kinds = kinds_of(balance)
    return [row for row in coverage if row.kind in kinds and balance.scope in {"all", row.platform}]


def kinds_of(balance: Balance) -> tuple[str, ...]:
    """Give the kinds of act that a list counts: quotes count as reposts."""
    return ("repost", "quote") if balance.kind == "repost" else (balance.kind,)
