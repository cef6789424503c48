"""Carries decisions forward: what is decided, overdue, done, came back, or is asked again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from audit.decisions.evidence import evidence_of
from audit.decisions.late import back, undoing
from audit.decisions.model import UNDO_OF, Decided, Earlier
from audit.decisions.presence import GONE, NOT_LOOKED, THERE
from audit.decisions.standing import decided_on, stands_until
from audit.period import new_zealand_day
from audit.review.model import Decision, Finding
from audit.review.words import day

_COULD_NOT_LOOK = "This review could not look whether it is still there."
_NOT_FLAGGED = "Nothing speaks for it any more in this review, but it is still there."


@dataclass(frozen=True)
class Carried:
    """What carrying forward needs: the latest decisions by item, the day, how long a Keep holds.

    ``made`` says when each list was made that was read, by platform, our account's id and kind.
    """

    decided: Mapping[str, Decided]
    on: date
    keep_months: int
    made: Mapping[tuple[str, str, str], datetime]

    def made_of(self, finding: Finding) -> datetime | None:
        """Say when the list of a finding's act was made; None where none was read."""
        return self.made.get((finding.platform, finding.agency_account, finding.kind))


def carry(
    found: Sequence[Finding],
    earlier: Sequence[Earlier],
    looked: Mapping[str, str],
    known: Carried,
) -> tuple[Finding, ...]:
    """Give the findings of this review with their decisions, and earlier ones that go on.

    ``looked`` says of earlier findings that this review did not find what became of their acts.
    """
    before = {one.finding.key: one for one in earlier}
    here = [_found(one, before.get(one.key), known) for one in found]
    keys = {one.key for one in found}
    rest = [one for one in earlier if one.finding.key not in keys]
    gone_on = [_not_found(one.finding, looked[one.finding.key], known) for one in rest]
    return (*here, *(one for one in gone_on if one is not None))


def _found(finding: Finding, before: Earlier | None, known: Carried) -> Finding:
    decided = known.decided.get(finding.item)
    if decided is None:
        return finding
    if before is not None and _was_done(before) and decided.read_at <= before.observed_at:
        return _back(finding, decided, before, known)
    return _with(finding, decided, known, seen=True)


def _back(finding: Finding, decided: Decided, before: Earlier, known: Carried) -> Finding:
    """Say that what was done is back, unless the list that has it is older than that."""
    made, done_by = known.made_of(finding), new_zealand_day(before.observed_at)
    if before.finding.status == "done" and made is not None and made <= before.observed_at:
        shown = _decision(decided, known)
        return replace(
            finding, status="done", decision=shown, note=back(new_zealand_day(made), done_by)
        )
    if before.finding.status == "returned":
        return replace(finding, status="returned", note=before.finding.note)
    said = f"{decided.decision} was done by {day(done_by)}, and it is back."
    return replace(finding, status="returned", note=said)


def _was_done(before: Earlier) -> bool:
    return before.finding.status in {"done", "returned"}


def _not_found(finding: Finding, looked: str, known: Carried) -> Finding | None:
    """Carry an earlier finding that this review did not make, or let it go."""
    decided = known.decided.get(finding.item)
    if finding.status == "done" or not finding.kind:
        return None
    if looked == GONE:
        if decided is None:
            return None
        shown = _decision(decided, known)
        return replace(finding, status="done", decision=shown, note="It is not there any more.")
    undo = decided is not None and decided.decision in UNDO_OF
    if looked == THERE and finding.kind == "follow" and not undo:
        return None
    note = _COULD_NOT_LOOK if looked == NOT_LOOKED else ""
    note = _NOT_FLAGGED if looked == THERE and finding.kind == "follow" else note
    bare = replace(finding, status="open", decision=Decision(), note=note)
    return bare if decided is None else _with(bare, decided, known, seen=looked == THERE)


def _with(finding: Finding, decided: Decided, known: Carried, *, seen: bool) -> Finding:
    """Give a finding the status and the cells that its decision asks for."""
    shown = _decision(decided, known)
    if decided.lacks:
        return _noted(finding, "open", shown, f"{decided.decision} still needs {decided.lacks}.")
    if decided.decision == "Escalate":
        return _noted(finding, "open", shown, f"With {decided.owner} to decide.")
    if decided.decision == "Keep":
        return _kept(finding, decided, shown, known)
    made = known.made_of(finding)
    status, said = undoing(decided, known.on, made and new_zealand_day(made), seen=seen)
    return _noted(finding, status, shown, said)


def _kept(finding: Finding, decided: Decided, shown: Decision, known: Carried) -> Finding:
    kept_on = f"Kept on {day(shown.decided_on)}" if shown.decided_on else "Kept"
    if shown.review_by is not None and known.on > shown.review_by:
        said = f"Kept until {day(shown.review_by)}: decide again."
        return _noted(finding, "open", Decision(), said)
    if decided.evidence != evidence_of(finding):
        return _noted(
            finding, "open", Decision(), f"{kept_on}, and the evidence changed since: decide again."
        )
    until = f" and stands until {day(shown.review_by)}" if shown.review_by else ""
    said = f"{kept_on}{until}, if the evidence does not change before."
    return _noted(finding, "decided", shown, said)


def _noted(finding: Finding, status: str, shown: Decision, note: str) -> Finding:
    said = " ".join(filter(None, (finding.note, note)))
    return replace(finding, status=status, decision=shown, note=said)


def _decision(decided: Decided, known: Carried) -> Decision:
    return Decision(
        decision=decided.decision,
        reason=decided.reason,
        owner=decided.owner,
        due=decided.due,
        decided_on=decided_on(decided),
        review_by=stands_until(decided, known.keep_months),
    )
