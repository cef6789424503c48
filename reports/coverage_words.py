"""How the reports say what was read: "found none" and "could not look" never read alike."""

from collections.abc import Iterable

from audit.review.model import Coverage, Review
from audit.review.words import KIND_NOUNS, count, in_words, listing, own_account, platform_name
from reports.text.labels import kinds_in_words

_NAMED = 2


def nothing_found(kinds: tuple[str, ...], coverage: Iterable[Coverage]) -> str:
    """Write why a list of these kinds is empty, from what could be read."""
    noun = kinds_in_words(kinds)
    rows = [row for row in coverage if row.kind in kinds]
    if not rows:
        return f"No {noun} were asked for in this review, so it cannot say whether there are any."
    statuses = {row.status for row in rows}
    if statuses == {"not_attempted"}:
        none = listing([KIND_NOUNS[kind][1] for kind in kinds], "or")
        return (
            f"The sources that were given hold no {none}, so this review cannot say whether there "
            "are any."
        )
    if not statuses & {"complete", "partial"}:
        return (
            f"{noun.capitalize()} could not be read, so this review cannot say whether there are "
            "any; see Coverage."
        )
    if statuses == {"complete"}:
        return f"We read the {noun} of every account asked for and found none; see Coverage."
    return (
        f"No {noun} were found in what could be read, but not everything could be read; "
        "see Coverage."
    )


def gaps(kinds: tuple[str, ...], coverage: Iterable[Coverage]) -> str:
    """Write that a list of these kinds may be short, or nothing where all of it was read."""
    short = [row for row in coverage if row.kind in kinds and row.status != "complete"]
    return "Not everything could be read: see Coverage. " if short else ""


def no_findings(review: Review) -> str:
    """Write that there are no items, and whether everything was read."""
    summary = review.summary
    read = f"{summary.accounts_read} of {count(summary.accounts_total, 'account')}"
    if not summary.accounts_read:
        return "No account could be read, so this review cannot say whether there are any items."
    if review.status == "complete":
        return f"No items were found in what we checked, on {read}."
    return f"No items were found in what could be read, on {read}. See Coverage for the rest."


def accounts_read(review: Review) -> str:
    """Write how many of the own accounts could be read: 11 of 12."""
    return f"{review.summary.accounts_read:,} of {review.summary.accounts_total:,}"


def not_covered(review: Review) -> str:
    """Write in one sentence what the review does not cover."""
    rows = review.coverage
    missing: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.status not in {"complete", "partial"}:
            missing.setdefault((row.platform, row.handle), []).append(row.kind)
    if missing:
        named = [_missing(*account, kinds) for account, kinds in missing.items()]
        more = [f"{in_words(len(named) - _NAMED)} more"] if len(named) > _NAMED else []
        return f"This review does not cover {listing([*named[:_NAMED], *more])}: see Coverage."
    if not rows or review.summary.accounts_read < review.summary.accounts_total:
        return "Not everything that was asked for could be read: see Coverage."
    if any(row.status == "partial" for row in rows):
        return "Some lists could be read only in part: see Coverage."
    if review.status != "complete":
        return "The lists could be read, but not all that was asked about them: see Coverage."
    return "Everything that was asked for could be read."


def _missing(platform: str, handle: str, kinds: Iterable[str]) -> str:
    account = f"of {own_account(platform, handle)}" if handle else f"on {platform_name(platform)}"
    return f"{kinds_in_words(kinds)} {account}"
