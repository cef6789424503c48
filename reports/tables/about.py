"""The How to decide and About tables: the words a manager needs, and how this was made."""

from audit.review.model import LAYOUT, Review
from audit.review.words import count, day_as_written, own_account
from reports import text
from reports.tables.model import Column, Row, Table

DECIDE = (
    Column("decision", "Decision", 18),
    Column("meaning", "What it means", 52),
    Column("needs", "What to fill in with it", 48),
)
ABOUT = (
    Column("topic", "Topic", 20),
    Column("what", "What", 34),
    Column("detail", "Detail", 74),
)


def how_to_decide() -> Table:
    """Describe the decisions that may be written on the Findings sheet, one line each."""
    return Table(
        id="tblDecide",
        title="How to decide",
        caption=text.decisions.HOW_TO_DECIDE,
        columns=DECIDE,
        rows=text.decisions.CHOICES,
    )


def about(review: Review) -> Table:
    """Describe the run, the registers with dates and hashes, the method and the words."""
    rows = (
        *_run(review),
        *_registers(review),
        *(
            (
                "Election periods",
                text.labels.ELECTION_WORDS[one.kind],
                text.labels.election_sentence(one),
            )
            for one in review.elections
        ),
        *(("Method", what, detail) for what, detail in text.about.METHOD),
        *_words(),
        ("Records", "Keeping this", text.about.RECORDS),
        ("Records", "Release", text.about.RELEASE),
        ("Privacy", "Privacy Act 2020", text.about.PRIVACY),
    )
    return Table(
        id="tblAbout",
        title="About",
        caption="How and when this was made, from which registers, and what its words mean.",
        columns=ABOUT,
        rows=rows,
    )


def _run(review: Review) -> tuple[Row, ...]:
    observed = review.observed_at
    period = review.period
    return (
        ("This review", "Agency", text.document.agency_names(review.agency)),
        ("This review", "Period", period.label),
        ("This review", "First day", period.start),
        ("This review", "Last day", period.end),
        ("This review", "Read on", observed.date()),
        ("This review", "Run", review.run_id),
        ("This review", "Layout", str(LAYOUT)),
        ("This review", "Made with", f"{text.document.AUTHOR} {review.tool_version}".strip()),
        *(
            ("What this review cannot tell", f"Limit {number}", limit)
            for number, limit in enumerate(review.limits, start=1)
        ),
    )


def _registers(review: Review) -> tuple[Row, ...]:
    labels = review.labels
    files = (
        (
            "Registers and lists",
            register.name,
            f"{_dated(register.as_at)}{count(register.rows, 'row')}. SHA-256 {register.sha256}",
        )
        for register in review.registers
    )
    given = (
        (
            "Files handed over",
            file.name,
            f"{own_account(file.platform, file.handle)}, {count(file.size, 'byte')}. "
            f"SHA-256 {file.sha256}",
        )
        for file in review.inputs
    )
    matched = (
        f"{count(labels.matched, 'account')} matched to the register: {labels.by_id:,} by stable "
        f"id, {labels.by_handle:,} by handle. {labels.unmatched:,} matched to nothing. For "
        f"{count(labels.unattributed, 'like or repost', 'likes and reposts')} the author is not "
        "known."
    )
    return (*files, ("Registers and lists", "Matching", matched), *given)


def _dated(as_at: str) -> str:
    return f"As at {day_as_written(as_at)}, " if as_at else ""


def _words() -> tuple[Row, ...]:
    verdicts = (
        ("What the words mean", text.balance.VERDICT_WORDS[verdict], meaning)
        for verdict, meaning in text.balance.VERDICT_MEANINGS.items()
    )
    clauses = (
        ("What the words mean", text.guidance.WORDS[status], meaning)
        for status, meaning in text.guidance.MEANINGS.items()
    )
    return (
        *verdicts,
        *clauses,
        ("What the words mean", "Out of place", text.balance.OUT_OF_PLACE),
        (
            "What the words mean",
            "Set aside",
            "Ministers whom your agency follows for its work, recorded with a reason: left out of "
            "the comparison and counted here.",
        ),
        ("What the words mean", "A flag", text.document.FLAG_IS_A_PROMPT),
    )
