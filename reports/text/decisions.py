"""The words about decisions: what each means, what it needs, and what to do now."""

from audit.review.model import Review
from audit.review.words import count, weekday

CHOICES = (
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
READ_BY_THE_NEXT = (
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


def overdue(review: Review) -> str:
    """Count what is overdue, and apart from it what no list can tell."""
    unsure = sum(finding.status == "cannot_tell" for finding in review.findings)
    they = "it was" if unsure == 1 else "they were"
    told = f" Of {unsure:,} no list tells whether {they} done." if unsure else ""
    return f"{review.summary.overdue:,} overdue.{told}"


def steps(review: Review, workbook: str) -> tuple[str, ...]:
    """Write the three steps of what to do now; ``workbook`` is the file's name."""
    return (
        f"Open {workbook}, sheet Findings. Item numbers match this page, however you sort.",
        "For each row choose Keep, Unfollow, Undo like, Undo repost or Escalate, and give a "
        "reason, an owner and a due date.",
        f"Save it in the same folder by {weekday(review.summary.decide_by)}. {READ_BY_THE_NEXT}",
    )
