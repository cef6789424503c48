"""Says what a list tells of an undoing that is not done: still time, overdue, or nothing."""

from datetime import date

from audit.decisions.model import Decided
from audit.review.words import day

CANNOT_TELL = "cannot_tell"


def undoing(decided: Decided, on: date, made: date | None, *, seen: bool) -> tuple[str, str]:
    """Give the status of an Unfollow, Undo like or Undo repost, and what to say of it.

    ``made`` is the New Zealand day of the list that was read, None where there is none, and
    ``seen`` says that the act stands in it. A list that is not newer than the due date cannot
    tell what was done by then, nor can a review that could not look.
    """
    due, what = decided.due, decided.decision
    if due is None or on <= due:
        return "decided", f"{what} is due by {day(due)}." if due else ""
    if made is not None and made <= due:
        return CANNOT_TELL, _older(made, due)
    if not seen:
        return CANNOT_TELL, f"{what} was due by {day(due)}; whether it was done is not known."
    there = f", and the list of {day(made)} still has it" if made else ""
    return "overdue", f"{what} was due by {day(due)}{there}."


def back(made: date, done_by: date) -> str:
    """Say that a list which has an act again is older than the review that found it gone."""
    return (
        f"The list that was read is of {day(made)}, before the review of {day(done_by)} which "
        "found this done; it cannot tell whether it is back."
    )


def _older(made: date, due: date) -> str:
    when = "the due date itself" if made == due else f"before the due date of {day(due)}"
    return (
        f"The list that was read is of {day(made)}, {when}; it cannot tell whether this was done."
    )
