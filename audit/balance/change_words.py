"""The sentences about what changed between two reviews."""

from collections.abc import Mapping

from audit.balance.change import FlowChange, StockChange
from audit.balance.voice import Voice
from audit.review.words import in_words, per_cent


def stock_changed(change: StockChange, voice: Voice) -> str:
    """Say who was added and removed, and how much of the difference Parliament made."""
    added, removed = _moved(change.added, voice), _moved(change.removed, voice)
    said = f"{added[0].upper()}{added[1:]} added, {removed} removed."
    if change.before is None or change.after is None:
        return said
    moved = f"Share out of place {per_cent(change.before)} → {per_cent(change.after)}"
    return f"{said} {moved}{_from_parliament(change.after - change.before, change.from_reference)}."


def flow_changed(change: FlowChange) -> str:
    """Say whether two quarters differ by more than luck explains."""
    if change.apart is None:
        return "There is nothing to compare in one of the two quarters."
    apart = f"The two quarters are {per_cent(change.apart)} apart"
    if change.changed:
        return f"{apart}: the mix of parties changed."
    return f"{apart}: no change that luck could not explain."


def _moved(counts: Mapping[str, int], voice: Voice) -> str:
    total = sum(counts.values())
    noun = "account" if total == 1 else "accounts"
    named = f" ({voice.tally(counts)})" if total else ""
    return f"{in_words(total)} {noun}{named}"


def _from_parliament(difference: float, from_reference: float | None) -> str:
    points = round(100 * abs(from_reference or 0.0))
    if from_reference is None or not points:
        return ""
    number = f"{in_words(points)} {'point' if points == 1 else 'points'}"
    if from_reference * difference < 0 or abs(from_reference) > abs(difference):
        way = "up" if from_reference > 0 else "down"
        return f"; changes in Parliament alone would have moved it {number} {way}"
    come = "comes" if points == 1 else "come"
    return f"; {number} of that {come} from changes in Parliament, not from you"
