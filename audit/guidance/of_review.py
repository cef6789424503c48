"""Adds to a review how it stands to each clause of the guidance."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from audit.case import Case
from audit.config import Config
from audit.guidance.clauses import load
from audit.guidance.facts import Facts
from audit.guidance.given import Given
from audit.guidance.lines import lines
from audit.review.model import Review

_SCREENS = {
    "politics": "own posts were not screened for political names",
    "personal": "posts were not screened for personal information",
    "paid": "own posts were not screened for marks of paid content",
}


def with_guidance(
    review: Review, case: Case, given: Given, config: Config, observed_on: date
) -> Review:
    """Give the review with one line for each clause."""
    facts = Facts(
        findings=review.findings,
        coverage=review.coverage,
        balance=review.balance,
        given=given,
        settings=config.governance,
        observed_on=observed_on,
        totals=review.totals,
        titles={check.id: check.title for check in review.checks},
        lacks=dict(_lacks(case)),
        purposed=case.purposed,
        profiles=case.profiles,
    )
    return replace(review, guidance=lines(load(), facts))


def _lacks(case: Case) -> Iterator[tuple[str, str]]:
    """Say what no check could look at, whatever the platforms gave."""
    if not case.lists_given:
        yield "lists", "No list of flagged accounts and sources is named in the configuration."
    if not case.screened.on:
        yield "words", "No list of words is used, so no profile was screened for them."
    elif case.screened.with_text < case.screened.profiles:
        untold = case.screened.profiles - case.screened.with_text
        yield (
            "words",
            f"The profile of {untold:,} of {case.screened.profiles:,} follows is not known.",
        )
    if not case.purposes_given:
        yield "purposes", "The configuration names no list of purposes."
    posts = case.own_posts
    for screen, said in _SCREENS.items():
        if screen not in posts.on:
            yield screen, f"By the configuration, {said}."
        elif posts.with_text < posts.posts:
            untold = posts.posts - posts.with_text
            yield screen, f"The text of {untold:,} of {posts.posts:,} own posts is not known."
