"""What came back, what was decided and what became of each row: plain data."""

from audit.decisions.model.came_back import Issued, Purpose, PurposeRow, Returned, Row, Written
from audit.decisions.model.decided import UNDO_OF, VALUES, Decided, lacking
from audit.decisions.model.outcome import (
    BUCKETS,
    MISSING,
    NOT_USED,
    NOTED,
    UNDECIDED,
    USED,
    FileRead,
    Outcome,
    Reading,
)
from audit.decisions.model.recorded import NOTHING_DECIDED, Earlier, Recorded

__all__ = [
    "BUCKETS",
    "MISSING",
    "NOTED",
    "NOTHING_DECIDED",
    "NOT_USED",
    "UNDECIDED",
    "UNDO_OF",
    "USED",
    "VALUES",
    "Decided",
    "Earlier",
    "FileRead",
    "Issued",
    "Outcome",
    "Purpose",
    "PurposeRow",
    "Reading",
    "Recorded",
    "Returned",
    "Row",
    "Written",
    "lacking",
]
