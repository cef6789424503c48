"""A recorded decision, and a row that came back, in one line each."""

from audit.decisions.model import Decided, Outcome
from audit.period import new_zealand_day
from audit.review.words import day, day_as_written


def recorded_in_words(one: Decided) -> str:
    """Write a recorded decision in one line."""
    parts = [f"{one.item}: {one.decision}", one.reason, one.owner and f"owner {one.owner}"]
    parts += [f"due {day(one.due)}" if one.due else "", one.lacks and f"lacks {one.lacks}"]
    by = f" by {one.who}" if one.who else ""
    place = f"{one.file}, sheet {one.sheet}, row {one.row}"
    read_on = day(new_zealand_day(one.read_at))
    return "; ".join([*filter(None, parts), f"written in {place}{by}, read on {read_on}"])


def row_in_words(row: Outcome) -> str:
    """Write what stood in a row that came back and what there is to know of it."""
    written = row.written
    due = day_as_written(written.due)
    words = ", ".join(filter(None, (written.decision, written.reason, written.owner, due)))
    end = "" if row.said.endswith("?") else "."
    said = f" {row.said}{end}" if row.said else ""
    return f"{words or '–'}.{said}"
