"""The answer of a review in one sentence, and the figures of page one."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from audit.period import NEW_ZEALAND
from audit.review import words
from audit.review.model import Coverage, Finding, Summary
from connectors.frames import READ

ENOUGH = 0.8


def summarise(
    findings: Sequence[Finding],
    coverage: Sequence[Coverage],
    totals: Mapping[str, int],
    observed_at: datetime,
    decide_within_days: int,
    baseline: bool,
) -> Summary:
    """Count what page one shows; the day to decide by counts from the day of observation."""
    wanted = [finding for finding in findings if finding.needs_decision]
    accounts = {(row.platform, row.handle) for row in coverage}
    read = {(row.platform, row.handle) for row in coverage if row.status in READ}
    by_priority = {
        priority: sum(finding.priority == priority for finding in wanted)
        for priority in ("high", "medium", "low")
    }
    return Summary(
        need_decision=len(wanted),
        info=sum(finding.priority == "info" for finding in findings),
        overdue=sum(finding.status == "overdue" for finding in findings),
        items_checked=sum(number for kind, number in totals.items() if kind != "post"),
        accounts_read=len(read),
        accounts_total=len(accounts),
        decide_by=(observed_at.astimezone(NEW_ZEALAND) + timedelta(days=decide_within_days)).date(),
        baseline=baseline,
        purpose_missing=sum(finding.check == "purpose-missing" for finding in findings),
        **by_priority,
    )


def answer(summary: Summary) -> str:
    """Say the answer: what needs a decision by when, or how little could be read."""
    read = f"{summary.accounts_read} of {words.count(summary.accounts_total, 'account')}"
    few = summary.accounts_read < ENOUGH * summary.accounts_total
    start = f"Only {read} could be read. " if few else ""
    if summary.need_decision == 0:
        checked = words.count(summary.items_checked, "item")
        return f"{start}No items need a decision. We checked {checked} on {read}."
    need = words.count(summary.need_decision, "item needs", "items need")
    by = words.weekday(summary.decide_by)
    high = f"{summary.high or 'none'} {'is' if summary.high < 2 else 'are'} high priority"
    return f"{start}{need} a decision by {by}; {high}."
