"""A decision: the words it may be, what each needs, and one as it is recorded."""

from dataclasses import dataclass
from datetime import date, datetime

VALUES = ("Keep", "Unfollow", "Undo like", "Undo repost", "Escalate")
UNDO_OF = {
    "Unfollow": ("follow",),
    "Undo like": ("like",),
    "Undo repost": ("repost", "quote"),
}


@dataclass(frozen=True)
class Decided:
    """One decision as it is recorded for good: of which item, what, and where it was written.

    ``evidence`` is the fingerprint of the finding's evidence when it was issued; ``issued_at``
    is when that run read its data, ``read_at`` when the workbook was read.
    """

    item: str
    key: str
    decision: str
    reason: str
    owner: str
    due: date | None
    evidence: str
    run_id: str
    issued_at: datetime
    file: str
    sha256: str
    sheet: str
    row: int
    who: str
    read_at: datetime

    @property
    def lacks(self) -> str:
        """Say what the decision needs and does not have: a reason, an owner or a due date."""
        return lacking(self.decision, self.reason, self.owner, self.due)


def lacking(decision: str, reason: str, owner: str, due: date | None) -> str:
    """Say what a decision needs and does not have; empty where nothing is lacking."""
    if decision == "Keep":
        return "" if reason else "a reason"
    if decision == "Escalate":
        return "" if owner else "an owner"
    return "" if due else "a due date"
