"""The words about the guidance: how a review stands to a clause, and what people are asked."""

from audit.review.model import Review
from audit.review.words import count, listing

WORDS = {
    "met": "Met",
    "attention": "To look at",
    "not_met": "Not met",
    "needs_a_person": "Needs a person",
    "not_assessed": "Not assessed",
}
MEANINGS = {
    "met": "A sentence, a date, a full look at the accounts or a person's answer shows it.",
    "attention": "There are items to look at, or a person answered: in part.",
    "not_met": "A review was too long ago, or a person answered: no.",
    "needs_a_person": "This tool cannot tell: somebody is asked on the Guidance sheet.",
    "not_assessed": "Something could not be looked at, so nothing is said.",
}
_IS_YOURS_TO_SAY = "Whether your agency follows the guidance is for your agency to say."
IS_FOR_PEOPLE = (
    f"What only a person can say is asked on the workbook's Guidance sheet. {_IS_YOURS_TO_SAY}"
)
NO_CLAUSE = "No clause of the guidance was looked at in this review."
ANSWERS = ("Yes", "No", "In part")
NOTES = (
    "Where there is a question, choose an answer, and write who answers and on which day.",
    _IS_YOURS_TO_SAY,
)
_COUNTED = {
    "met": "met",
    "attention": "to look at",
    "not_met": "not met",
    "needs_a_person": "for a person to answer",
    "not_assessed": "not assessed",
}


def sentence(review: Review) -> str:
    """Count the clauses by how they stand: of 27 clauses, 9 are met, 8 have items to look at."""
    statuses = [line.status for line in review.guidance]
    if not statuses:
        return NO_CLAUSE
    told = [
        f"{statuses.count(status):,} {words}"
        for status, words in _COUNTED.items()
        if status in statuses
    ]
    return f"Of {count(len(statuses), 'clause')}: {listing(told)}."
