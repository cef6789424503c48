"""Gives one line for each clause of the guidance: how this review stands to it, and by what."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from audit.guidance.clauses import Clause, Guidance
from audit.guidance.documents import of_document, of_text
from audit.guidance.facts import (
    ATTENTION,
    MET,
    NEEDS_A_PERSON,
    NOT_ASSESSED,
    NOT_MET,
    Facts,
    Judged,
)
from audit.guidance.given import Answer
from audit.guidance.looked import of_balance, of_checks, of_person
from audit.guidance.reviewed import of_dates
from audit.review.model import GuidanceLine
from audit.review.words import day

ANSWERS: Mapping[str, str] = {"Yes": MET, "No": NOT_MET, "In part": ATTENTION}
_RULES: Mapping[str, Callable[[Clause, Facts], Judged]] = {
    "document": of_document,
    "text": of_text,
    "dates": of_dates,
    "checks": of_checks,
    "balance": of_balance,
    "person": of_person,
}
# What a person says in place of evidence: nothing was there to judge by, or it told too little.
_OPEN = frozenset({NEEDS_A_PERSON, NOT_ASSESSED})


def lines(guidance: Guidance, facts: Facts) -> tuple[GuidanceLine, ...]:
    """Judge each clause, in the order of the guidance."""
    found: dict[str, GuidanceLine] = {}
    for clause in guidance.clauses:
        line = _line(clause, facts)
        rests_on = found.get(clause.rests_on)
        found[clause.id] = _resting(line, rests_on) if rests_on else line
    return tuple(found.values())


def _resting(line: GuidanceLine, other: GuidanceLine) -> GuidanceLine:
    """Hold back a clause that is met where the one that it rests on is not."""
    if line.status != MET or other.status == MET:
        return line
    said = f"{line.evidence} It rests on {other.clause}, which is not met or not known yet."
    return replace(line, status=NEEDS_A_PERSON, evidence=said)


def _line(clause: Clause, facts: Facts) -> GuidanceLine:
    judged = _RULES[clause.rule](clause, facts)
    answer = facts.given.answer(clause.id)
    found = _answered(clause, judged, answer, facts) if answer else judged
    asked = bool(clause.question) and (answer is not None or found.status in _OPEN)
    return GuidanceLine(
        clause=clause.id,
        section=clause.section,
        strength=clause.strength,
        requirement=clause.requirement,
        status=found.status,
        evidence=found.evidence,
        findings=found.items,
        question=clause.question if asked else "",
        answer=answer.answer if answer else "",
        by=answer.by if answer else "",
        answered_on=answer.on if answer else None,
    )


def _answered(clause: Clause, judged: Judged, answer: Answer, facts: Facts) -> Judged:
    """Weigh what a person said: a no counts always, a yes where the rule leaves it open.

    What could not be looked at by a check stays so, whatever a person says of the rest.
    """
    if not clause.question:
        return judged.saying("An answer does not count here: decide the items on Findings.")
    stale = _stale(answer, facts)
    if stale:
        return judged.saying(stale)
    said = judged.saying(f"{answer.by} answered “{answer.answer}” on {_on(answer.on)}.")
    status = ANSWERS[answer.answer]
    unseen = judged.status == NOT_ASSESSED and clause.rule == "checks"
    if status != MET or (judged.status in _OPEN and not unseen):
        return Judged(status, said.evidence, said.items)
    return said


def _stale(answer: Answer, facts: Facts) -> str:
    """Say why an answer does not count, or does not count any longer; empty where it does."""
    if answer.answer not in ANSWERS:
        return f"The answer “{answer.answer}” is none of Yes, No and In part: please answer again."
    if not answer.by or answer.on is None:
        return "The answer lacks who gave it or when: please fill it in."
    if answer.on > facts.observed_on:
        return f"The answer is dated {day(answer.on)}, after this review: please mend it."
    if not facts.is_fresh(answer.on):
        age = f"more than {facts.settings.review_months} months old"
        return f"The answer of {day(answer.on)} is {age}: please answer again."
    return ""


def _on(value: date | None) -> str:
    return day(value) if value else ""
