"""Says how many accounts have a recorded purpose, and of what no purpose is counted."""

from audit.guidance.facts import Facts
from audit.purposed import FOLLOWED, LIKED, SHARED
from audit.review.words import count, listing

_GROUPS = {FOLLOWED: "followed", LIKED: "liked", SHARED: "reposted or quoted"}


def of_posting(facts: Facts) -> str:
    """Say it of what is posted and shared."""
    if "purposes" in facts.lacks:
        return "No list of purposes is given, so no purpose is counted."
    posts = ["your own posts"] if facts.totals.get("post") else []
    return f"{_accounts(facts, SHARED)}{_not_counted(facts, posts)}".strip()


def of_interacting(facts: Facts) -> str:
    """Say it of whom we follow, like, repost or quote, and of what we link to."""
    if "purposes" in facts.lacks:
        return ""
    return f"{_accounts(facts, FOLLOWED, LIKED, SHARED)}{_not_counted(facts, [])}".strip()


def _accounts(facts: Facts, *groups: str) -> str:
    told = []
    for group in groups:
        having, every = facts.purposed.accounts.get(group, (0, 0))
        if every:
            told.append(f"{having:,} of {count(every, 'account')} {_GROUPS[group]}")
    return f"A purpose that still stands is recorded for {listing(told)}. " if told else ""


def _not_counted(facts: Facts, without: list[str]) -> str:
    """Name what the lists of purposes hold nothing about, where there is any of it."""
    websites = facts.purposed.websites
    linked = [f"links to {count(websites, 'website')}"] if websites else []
    named = [*without, *linked]
    if not named:
        return ""
    return f"Lists of purposes name accounts alone, so none is counted for {listing(named)}."
