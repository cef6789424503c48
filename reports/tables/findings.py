"""The Findings table: one row for each item, with the four columns that people fill in."""

from audit.review.model import Finding, Review
from audit.review.words import at_handle, own_account
from reports import coverage_words, text
from reports.links import safe_link
from reports.tables.model import Column, Link, Row, Table

UNNAMED = "Open account"
DECISION_COLUMNS = (
    Column("decision", "Decision", 13, "input"),
    Column("reason", "Reason", 21, "input"),
    Column("owner", "Owner", 15, "input"),
    Column("due", "Due date", 12, "input"),
)
COLUMNS = (
    Column("item", "Item", 13),
    Column("priority", "Priority", 11, "priority"),
    Column("status", "Status", 12),
    Column("title", "What we found", 24),
    Column("why", "Why it was flagged", 37),
    Column("our_account", "Our account", 23),
    Column("kind", "Type", 8, "link"),
    Column("subject", "Account or author", 26, "link"),
    Column("happened_on", "Date", 12, "date"),
    Column("suggested", "Suggested action", 12),
    *DECISION_COLUMNS,
)


def findings(review: Review, most: int | None = None) -> Table:
    """Describe all items, or the first so many: those to decide first, by priority."""
    ordered = sorted(review.findings, key=_place)[:most]
    return Table(
        id="tblFindings",
        title="Findings",
        caption=text.document.FLAG_IS_A_PROMPT,
        columns=COLUMNS,
        rows=tuple(row_of(finding) for finding in ordered),
        empty=coverage_words.no_findings(review),
    )


def _place(finding: Finding) -> tuple[bool, int, str]:
    return (
        not finding.needs_decision,
        text.labels.PRIORITIES.index(finding.priority),
        finding.item,
    )


def row_of(finding: Finding) -> Row:
    """Give the cells of a finding's row, in the order of COLUMNS."""
    decision = finding.decision
    return (
        finding.item,
        text.labels.PRIORITY_WORDS[finding.priority],
        text.labels.STATUS_WORDS[finding.status],
        finding.title,
        " ".join(filter(None, (finding.why, finding.note))),
        own_account(finding.platform, finding.handle),
        _post(finding),
        subject(finding),
        finding.happened_on,
        finding.suggested,
        decision.decision,
        decision.reason,
        decision.owner,
        decision.due,
    )


def _post(finding: Finding) -> Link:
    """Lead from the word Like or Repost to the post itself, where there is one to open."""
    word = text.labels.KIND_WORDS.get(finding.kind, finding.kind)
    return Link(word, safe_link(finding.platform, finding.post_url, finding.subject.handle))


def subject(finding: Finding) -> Link:
    """Name the account or site that an item is about by its handle, with a safe link."""
    about = finding.subject
    url = safe_link(finding.platform, about.url, about.handle)
    unnamed = UNNAMED if url else about.account_id or about.url
    return Link(at_handle(finding.platform, about.handle) or about.name or unnamed, url)
