"""The reviews that the page is tested with: the example, and what could go wrong with it."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from audit.review.model import Finding, Review
from tests.reports.example import example

OPEN_TEXT = {
    "name", "name_mi", "marking", "answer", "handle", "reason", "source", "title", "why",
    "suggested", "remedy", "row", "url", "post_url", "sentence", "notes", "limits", "short",
    "jurisdiction", "version", "tool_version", "run_id", "account_id", "as_at", "owner", "words",
    "account", "label",
}  # fmt: skip


def empty() -> Review:
    """Nothing was found, counted or read, because nothing was asked for."""
    review = example()
    summary = replace(
        review.summary, need_decision=0, high=0, medium=0, low=0, info=0, overdue=0,
        items_checked=0, accounts_read=0, baseline=True,
    )  # fmt: skip
    register = replace(review.labels.register, coverage=(), totals=(), sentence="")
    return replace(
        review, marking="", summary=summary, coverage=(), files=(), inputs=(), totals={},
        labels=replace(review.labels, register=register), balance=(), findings=(), checks=(),
        limits=(), registers=(),
    )  # fmt: skip


def nothing_found() -> Review:
    """Every account was read in full, and there was nothing to find."""
    review = empty()
    read = tuple(replace(row, status="complete", reason="") for row in example().coverage)
    summary = replace(review.summary, accounts_read=review.summary.accounts_total)
    return replace(review, status="complete", coverage=read, summary=summary)


def unreadable() -> Review:
    """Every account was tried and none could be read; the lists are empty because of that."""
    whole = example()
    failed = tuple(
        replace(row, status="failed", fetched=0, reason="Sign-in refused.")
        for row in whole.coverage
    )
    lists = tuple(
        replace(balance, n=0, lines=(), counts={}, verdict="none", sentence="You follow nobody.")
        for balance in whole.balance
    )
    return replace(empty(), status="partial", coverage=failed, balance=lists)


def many(number: int) -> Review:
    """As many findings as asked for, all priorities among them."""
    review = example()
    priorities = ("high", "medium", "low", "info")
    pattern = review.findings[0]

    def finding(place: int) -> Finding:
        return replace(
            pattern, item=f"26Q3-{place:04d}-N", key=f"key-{place}",
            priority=priorities[place % 4], status="new", title=f"Follows account {place}",
        )  # fmt: skip

    return replace(review, findings=tuple(finding(place) for place in range(number)))


def poisoned(value: Any, poison: str) -> Any:
    """Give the same value with the poison in every text that may come from outside."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            part.name: poison
            if part.name in OPEN_TEXT and isinstance(getattr(value, part.name), str)
            else poisoned(getattr(value, part.name), poison)
            for part in fields(value)
            if part.name != "evidence" or isinstance(value, Finding)
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(
            poison if isinstance(item, str) and " " in item else poisoned(item, poison)
            for item in value
        )
    return value


def marked(marking: str) -> Review:
    """The example with another protective marking, or with none."""
    return replace(example(), marking=marking)
