"""What page one says: four numbers, the first items, the limits, and how lists are introduced."""

from dataclasses import dataclass, replace

from audit.review.model import Review
from audit.review.words import KIND_NOUNS, count, in_words, listing
from reports import coverage_words, text
from reports.clean import one_line
from reports.html import spelled
from reports.tables import Table, findings

MOST_FIRST = 5
MOST_LIMITS = 6
_TITLE = 70
_MORE = "…"
_WHAT = 160
_BESIDE = 80
_LIMIT = 420
_CHECKED = ("follow", "like", "repost", "quote", "link")


@dataclass(frozen=True)
class Number:
    """One of the four numbers: the figure, what it counts, and a note below it."""

    figure: str
    label: str
    note: str


def title(review: Review) -> str:
    """Write the title of the window: report, quarter and agency in 70 characters or fewer.

    A character that HTML has to spell counts as long as its spelling, as html-validate does.
    """
    quarter = review.period.label.partition(":")[0]
    start = f"Neutrality review, {one_line(quarter, 40)} – "
    return _cut(start + one_line(review.agency.name), _TITLE)


def numbers(review: Review) -> tuple[Number, ...]:
    """Give the four numbers of page one, in their order."""
    summary = review.summary
    priorities = ((summary.high, "high"), (summary.medium, "medium"), (summary.low, "low"))
    checked = [
        count(review.totals[kind], *KIND_NOUNS[kind])
        for kind in _CHECKED
        if review.totals.get(kind)
    ]
    unread = summary.accounts_total - summary.accounts_read
    return (
        Number(
            f"{summary.need_decision:,}",
            "need a decision" if summary.need_decision != 1 else "needs a decision",
            ", ".join(f"{number:,} {word}" for number, word in priorities),
        ),
        _still_open(review),
        Number(
            f"{summary.items_checked:,}", "items checked", listing(checked) or "nothing to check"
        ),
        Number(
            coverage_words.accounts_read(review),
            "accounts read",
            f"{unread:,} not read: see Coverage" if unread else "what each gave: see Coverage",
        ),
    )


def limits(review: Review) -> tuple[str, ...]:
    """Give the limits, each short enough to stand on page one."""
    return tuple(one_line(limit, _LIMIT) for limit in review.limits)


def first_items(review: Review) -> Table | None:
    """Give up to five items to decide first, or nothing where no item needs a decision."""
    table = findings(review, MOST_FIRST).only(
        "priority", "title", "our_account", "suggested", "item"
    )
    most = {"title": _WHAT}
    number = min(MOST_FIRST, sum(finding.needs_decision for finding in review.findings))
    rows = [
        tuple(
            one_line(str(cell), most.get(column.key, _BESIDE))
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in table.rows[:number]
    ]
    caption = (
        f"The first {in_words(number)}, highest priority first" if number > 1 else "The one item"
    )
    return replace(table, id="first-items", caption=caption, rows=rows) if rows else None


def nothing_to_decide(review: Review) -> str:
    """Say why there is no item to decide first: nothing found, nothing left, or nothing read."""
    if review.findings:
        return "No item needs a decision now; the findings below say what was found."
    return coverage_words.no_findings(review)


def _still_open(review: Review) -> Number:
    if review.summary.baseline:
        return Number("First review", "nothing can be overdue yet", "everything collected counts")
    still_open = sum(one.needs_decision and one.status != "new" for one in review.findings)
    note = f"{text.decisions.overdue(review)} {review.decisions.sentence}".strip()
    return Number(f"{still_open:,}", "still open from an earlier review", note)


def _cut(words: str, most: int) -> str:
    kept = words
    while _units(kept) > most:
        kept = f"{kept.removesuffix(_MORE)[:-1].rstrip()}{_MORE}"
    return kept


def _units(words: str) -> int:
    return len(spelled(words).encode("utf-16-le")) // 2
