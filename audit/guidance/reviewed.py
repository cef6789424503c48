"""Judges by dates whether the policy and the transparency statement are reviewed regularly."""

from datetime import date

from audit.guidance.clauses import Clause
from audit.guidance.facts import MET, NEEDS_A_PERSON, NOT_MET, Facts, Judged
from audit.guidance.given import NAMES, POLICY, STATEMENT
from audit.review.words import day


def of_dates(_: Clause, facts: Facts) -> Judged:
    """Judge both days: one that is too long ago weighs more than one that is not known."""
    settings = facts.settings
    days = {POLICY: settings.policy_reviewed, STATEMENT: settings.statement_reviewed}
    judged = [_judge(NAMES[what], reviewed, facts) for what, reviewed in days.items()]
    status = next(
        (one for one in (NOT_MET, NEEDS_A_PERSON) if any(each.status == one for each in judged)),
        MET,
    )
    return Judged(status, " ".join(each.evidence for each in judged))


def _judge(name: str, reviewed: date | None, facts: Facts) -> Judged:
    if reviewed is None:
        said = f"The day on which the {name} was last reviewed is not in the configuration."
        return Judged(NEEDS_A_PERSON, said)
    said = f"The {name} was last reviewed on {day(reviewed)}"
    if reviewed > facts.observed_on:
        return Judged(NEEDS_A_PERSON, f"{said}, which is after the day of this review: mend it.")
    if facts.is_fresh(reviewed):
        return Judged(MET, f"{said}.")
    months = facts.settings.review_months
    return Judged(NOT_MET, f"{said}, which is more than {months} months ago.")
