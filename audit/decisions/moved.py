"""Tells whether the decision columns of a workbook were sorted without the rest of their rows."""

from collections.abc import Mapping

from audit.decisions.model import Issued, Returned, Row, Written

MOVED = (
    "the decision columns look sorted on their own: decisions that were filled in stand on other "
    "rows. Open the workbook as it was before, sort whole rows, and save it again"
)


def decisions_moved(book: Returned, items: Mapping[str, Issued]) -> bool:
    """Tell whether two or more decisions left their rows and stand on others.

    Only decisions that the workbook was issued with are known; fresh ones cannot be checked.
    """
    rows = [(row, items[row.item]) for row in book.rows if row.item in items]
    elsewhere = {
        row.written for row, issued in rows if row.written and row.written != issued.written
    }
    kept = {row.item for row, issued in rows if row.written == issued.written}
    left = [issued for row, issued in rows if _left(row, issued, elsewhere)]
    return len({issued.item for issued in left} - kept) >= 2


def _left(row: Row, issued: Issued, elsewhere: set[Written]) -> bool:
    was = issued.written
    return bool(was) and row.written != was and was in elsewhere
