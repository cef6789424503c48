"""The words of the reports: titles, labels and sentences that the workbook and the page share."""

from collections.abc import Iterable
from datetime import date

from audit.review import words
from audit.review.model import Agency, Balance, ElectionPeriod, Review
from audit.review.words import (
    KIND_NOUNS,
    count,
    day,
    listing,
    odds,
    platform_name,
    weekday,
)

# The document

TITLE = "Social media neutrality review"
SUBJECT = "Political balance and flagged sources among follows, likes, reposts and links"
AUTHOR = "Follow Audit"
FLAG_IS_A_PROMPT = "A flag is a prompt to look, not a finding of fault."
NOT_A_MEASURE_OF_BIAS = (
    "Balance compares a list with the parties in Parliament. It is not a measure of bias, and it "
    "says nothing about why an account is on the list."
)
COUNTS_ONLY = (
    "This counts accounts by party. It does not measure bias, intentions, or what was said."
)


def document_title(review: Review) -> str:
    """Write the title of the document, with the period."""
    return f"{TITLE}, {review.period.label}"


def agency_names(agency: Agency) -> str:
    """Write the agency's names, te reo Māori first where there is one."""
    return f"{agency.name_mi} | {agency.name}" if agency.name_mi else agency.name


# Labels

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
    "returned": "Came back",
    "decided": "Decided",
    "done": "Done",
}
CHANGE_WORDS = {
    "followed": "Followed",
    "unfollowed": "No longer followed",
    "redone": "There again",
    "undone": "Taken back",
    "gone": "Account gone",
    "label": "Label changed",
    "register": "Register or list changed",
}
FOUR_CAUSES = (
    "Four causes are kept apart: we acted (followed, no longer followed, taken back, there again); "
    "the account went; the same account has another label, because of the day; the register or a "
    "list says otherwise of it."
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
VERDICT_WORDS = words.VERDICT_WORDS
VERDICT_MEANINGS = {
    "none": "The list holds no politician that the register knows.",
    "too_few": "The list holds too few politicians for any mix to mean something.",
    "no_sign": "A list made without any preference would often look like this one.",
    "uneven": "Luck alone seldom gives a list like this one: look at who is on it and why.",
    "strongly_uneven": "Luck alone hardly ever gives a list like this one: write down why it does.",
    "not_assessable": "The register or the platform does not allow a fair comparison.",
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


# Balance


def scope_words(balance: Balance) -> str:
    """Write which list a balance is of: Follows, all platforms."""
    kinds = KIND_NOUNS[balance.kind][1].capitalize()
    return f"{kinds}, {'all platforms' if balance.scope == 'all' else platform_name(balance.scope)}"


REFERENCE_WORDS = {
    "seats": "Seats in Parliament",
    "votes": "Party votes",
    "equal": "One share for each party",
}


def chance_words(p: float | None) -> str:
    """Write a probability as people say it: about once in 80 times; empty where there is none."""
    return "" if p is None else odds(p)


OUT_OF_PLACE = (
    "How many accounts of the list would be from other parties, if it matched the reference as "
    "closely as a list of its length can."
)


# The guidance

GUIDANCE_WORDS = {
    "met": "Met",
    "attention": "To look at",
    "not_met": "Not met",
    "needs_a_person": "Needs a person",
    "not_assessed": "Not assessed",
}
GUIDANCE_MEANINGS = {
    "met": "A sentence, a date, a full look at the accounts or a person's answer shows it.",
    "attention": "There are items to look at, or a person answered: in part.",
    "not_met": "A date is past, or a person answered: no.",
    "needs_a_person": "This tool cannot tell: somebody is asked on the Guidance sheet.",
    "not_assessed": "Something could not be looked at, so nothing is said.",
}
GUIDANCE_IS_FOR_PEOPLE = (
    "What only a person can say is asked on the workbook's Guidance sheet. Whether your agency "
    "follows the guidance is for your agency to say."
)
NO_GUIDANCE = "No clause of the guidance was looked at in this review."
GUIDANCE_ANSWERS = ("Yes", "No", "In part")
GUIDANCE_NOTES = (
    "Where there is a question, choose an answer, and write who answers and on which day.",
    GUIDANCE_IS_FOR_PEOPLE,
)
_GUIDANCE_COUNTED = {
    "met": "met",
    "attention": "to look at",
    "not_met": "not met",
    "needs_a_person": "for a person to answer",
    "not_assessed": "not assessed",
}


def guidance_sentence(review: Review) -> str:
    """Count the clauses by how they stand: of 27 clauses, 9 are met, 8 have items to look at."""
    statuses = [line.status for line in review.guidance]
    if not statuses:
        return NO_GUIDANCE
    told = [
        f"{statuses.count(status):,} {words}"
        for status, words in _GUIDANCE_COUNTED.items()
        if status in statuses
    ]
    return f"Of {count(len(statuses), 'clause')}: {listing(told)}."


# Decisions: the word, what it means, what to fill in with it

DECISIONS = (
    ("Keep", "The follow, like or repost stays as it is.", "A reason that you would publish."),
    ("Unfollow", "Someone stops following the account.", "A due date, and who will do it."),
    ("Undo like", "Someone takes the like back.", "A due date, and who will do it."),
    ("Undo repost", "Someone takes the repost back.", "A due date, and who will do it."),
    ("Escalate", "Someone more senior decides.", "The person who will decide, as owner."),
)
HOW_TO_DECIDE = (
    "Work on the Findings sheet: one row is one item. Fill in the last four columns and nothing "
    "else. You may sort and filter."
)
DECISIONS_READ = (
    "The next review reads your decisions from there, and says what became of each row."
)
RECORD_A_PURPOSE = (
    "Record a purpose means: write on the Followed accounts sheet why you follow the account, "
    "whose matter it is, and until when that holds."
)
TOOL_NEVER_ACTS = (
    "This tool never unfollows, unlikes or posts: a person does that after the decision."
)


def purposes(review: Review) -> str:
    """Say in one line how many purposes are missing, or due again; empty where none is."""
    number = count(review.summary.purpose_missing, "follow has", "follows have")
    where = "no purpose that holds: write it on the sheet Followed accounts."
    return f"{number} {where}" if review.summary.purpose_missing else ""


def decide_steps(review: Review, workbook: str) -> tuple[str, ...]:
    """Write the three steps of what to do now; ``workbook`` is the file's name."""
    return (
        f"Open {workbook}, sheet Findings. Item numbers match this page, however you sort.",
        "For each row choose Keep, Unfollow, Undo like, Undo repost or Escalate, and give a "
        "reason, an owner and a due date.",
        f"Save it in the same folder by {weekday(review.summary.decide_by)}. {DECISIONS_READ}",
    )


# About

RECORDS = (
    "Keep this workbook and its run folder as your agency's disposal authority says. The tool "
    "deletes no past report and no decision."
)
PRIVACY = (
    "This review uses facts about public accounts, never a private person's views. Since 1 May "
    "2026 information privacy principle 3A of the Privacy Act 2020 asks agencies to tell people "
    "when they collect personal information from someone else; publicly available information is "
    "among the exceptions. Whether an exception applies is for your agency to assess and record."
)
RELEASE = (
    "This workbook, and each reason in it, can be asked for under the Official Information Act "
    "1982. Write reasons for release."
)
METHOD = (
    (
        "Who is a politician",
        "Accounts are matched to a dated public register of members, parties and candidates, by "
        "stable id first and by handle second. No label is ever inferred from what people write.",
    ),
    (
        "Balance",
        "Each politician counts once in a list. The list is compared with the reference, and with "
        "what luck alone would do to a list of the same length made without any preference.",
    ),
    (
        "Flagged sources",
        "An account or address is flagged only because a named list holds it. The Findings sheet "
        "names the list, its date and its row. Being on no list says nothing about a source.",
    ),
    (
        "What counts",
        "Follows: the list as it was read. Likes, reposts, quotes and links: those in the period. "
        "The first review of an account counts everything that was read, whatever its date.",
    ),
    ("An empty date", "The platform does not say when it happened."),
)


def as_at(value: str) -> str:
    """Write an ISO date for people; other text stays as it is."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value
