"""The words that only the workbook needs: its sheets, its rules, and the notes on deciding."""

from collections.abc import Iterable
from datetime import date

from audit.review.model import Review
from audit.review.words import day, weekday
from reports import text

SHEETS = (
    ("Findings", "write your decisions here"),
    ("Guidance", "each clause of the guidance, and what we ask you"),
    ("Decisions read", "what became of what you wrote"),
    ("Balance", "each list against Parliament"),
    ("Balance by party", "each list, party by party"),
    ("Changes", "what is not as it was"),
    ("Lists compared", "where that can be known"),
    ("Quarters", "up to eight, side by side"),
    ("Known accounts", "whose accounts the register knows"),
    ("Followed accounts", "every account we follow"),
    ("Likes", "every post we liked"),
    ("Reposts", "every post we reposted or quoted"),
    ("Links", "every link we posted"),
    ("Evidence", "what each item rests on, word for word"),
    ("Coverage", "what we could and could not read"),
    ("Files read", "what became of every record"),
    ("How to decide", "what each decision means"),
    ("About", "how and when this was made"),
)
DECISION_REFUSED = "Choose Keep, Unfollow, Undo like, Undo repost or Escalate from the list."
ANSWER_REFUSED = "Choose Yes, No or In part from the list."
IN_A_FILE = (
    "{rows} are in the file {name} beside this workbook: too many for a sheet. Cells there that "
    "begin with = + - or @ have an apostrophe in front."
)


def due_date_refused(first: date, last: date) -> str:
    """Write which due dates the Findings sheet takes."""
    return f"Enter a date from {day(first)} to {day(last)}, as in {day(last)}."


def decide_notes(review: Review) -> tuple[str, ...]:
    """Write what to know before deciding, one short line each."""
    return (
        text.decisions.HOW_TO_DECIDE,
        f"Save this workbook in the same folder by {weekday(review.summary.decide_by)}. "
        f"{text.decisions.READ_BY_THE_NEXT}",
        "Read are Decision, Reason, Owner and Due date there, and on the Followed accounts sheet "
        "Purpose, Owner and Review by.",
        "Not read: comments, colours, and words in other columns. Write a date with its month as a "
        "word, as in 31 January 2027.",
        "A decision that lacks what it needs is asked for again. One that stands twice with "
        "different words is not used.",
        "The account's name opens the account. The word under Type opens the post, where it can.",
        f"Items for information need no decision. {text.decisions.RECORD_A_PURPOSE}",
        text.decisions.TOOL_NEVER_ACTS,
        text.about.RELEASE,
    )


def quarters_in_words(title: str, description: str) -> str:
    """Write what a chart of quarters shows, for people who cannot see it."""
    return f"Bar chart of quarters, oldest first. {title}: {description}"


def chart_in_words(counts: Iterable[tuple[str, int]], of: str) -> str:
    """Write what a bar chart shows, for people who cannot see it."""
    parts = [f"{name} {number:,}" for name, number in counts]
    return f"Bar chart of {of}: {', '.join(parts)}."
