"""The labels of the reports: a word or two for each code that a review uses."""

from collections.abc import Iterable

from audit.review import words
from audit.review.model import ElectionPeriod
from audit.review.words import KIND_NOUNS, day, listing

PRIORITIES = ("high", "medium", "low", "info")
PRIORITY_WORDS = {
    "high": "▲ High",
    "medium": "■ Medium",
    "low": "● Low",
    "info": "– For information",
}
STATUS_WORDS = {
    "new": "New",
    "open": "Still open",
    "overdue": "Overdue",
    "cannot_tell": "Cannot tell",
    "returned": "Came back",
    "decided": "Decided",
    "done": "Done",
}
CHANGE_WORDS = {
    "followed": "Followed",
    "unfollowed": "No longer followed",
    "left": "No longer in the list",
    "redone": "There again",
    "undone": "Taken back",
    "gone": "Account gone",
    "label": "Label changed",
    "register": "Register or list changed",
}
FOUR_CAUSES = (
    "Four causes are kept apart. We acted: followed, no longer followed, taken back, there again. "
    "The account went. The same account has another label, because of the day. The register or a "
    "list says otherwise of it.",
    "Where nothing that was read says whether an account is still "
    "there, a follow that is gone from its list has no cause: it is no longer in the list.",
)
KIND_WORDS = {kind: nouns[0].capitalize() for kind, nouns in KIND_NOUNS.items()}
KIND_WORDS[""] = "Account"  # an item about an account and no act of it
COVERAGE_WORDS = {
    "complete": "Read in full",
    "partial": "Read in part",
    "unavailable": "Cannot be read",
    "failed": "Could not be read",
    "not_attempted": "Not read",
}
METHOD_WORDS = {
    "api": "From the platform",
    "export": "From an export",
    "list": "From a hand list",
}
ROLE_WORDS = {
    "member": "Member",
    "outgoing member": "Outgoing member",
    "former member": "Former member",
    "minister": "Minister",
    "party_leader": "Party leader",
    "mayor": "Mayor",
    "councillor": "Councillor",
    "candidate": "Candidate",
    "party": "Party",
    "organisation": "Organisation",
}
MATCH_WORDS = {"id": "By stable id", "handle": "By handle"}
ACCOUNT_STATUS_WORDS = {
    "active": "Active",
    "protected": "Protected",
    "suspended": "Suspended",
    "deactivated": "Deactivated",
    "deleted": "Deleted",
    "moved": "Moved",
    "unknown": "Not known",
}
ELECTION_WORDS = {"pre-election": "Pre-election", "regulated": "Regulated"}
UNKNOWN_WORDS = {
    "not_in_export": "The export does not say",
    "deleted": "The post was deleted",
    "suspended": "The author is suspended",
    "protected": "The author is protected",
    "withheld": "The platform withholds it",
    "not_permitted": "We may not read it",
}


def kinds_in_words(kinds: Iterable[str]) -> str:
    """Write kinds of act in the plural: reposts and quotes."""
    return listing([KIND_NOUNS[kind][1] for kind in kinds])


def election_sentence(one: ElectionPeriod) -> str:
    """Say that acts of an election period are marked, and who says when it was."""
    name, polled = words.ELECTION_NAMES[one.kind], day(one.polling_day)
    return (
        f"The {name} before the election of {polled} is from "
        f"{day(one.start)} to {day(one.end)} ({one.source}). Acts with a date in it are marked: "
        "the guidance on neutrality is strictest then."
    )
