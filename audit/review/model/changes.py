"""What changed since earlier reviews, and the figures of up to eight quarters."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Change:
    """One change: what happened, to which account or act of ours, in words, and by what.

    ``what`` is followed, unfollowed, redone or undone (we acted), gone (the account did), left (a
    follow is gone from its list, and neither is known), label (the same account has another label
    by the day) or register (another answer, by the data).
    ``evidence`` names the reviews and the days; ``first_seen`` and ``last_seen`` are days on which
    a review had it. ``handle`` is ours, ``account`` the other one's.
    """

    what: str
    platform: str
    agency_account: str
    handle: str
    kind: str
    account_id: str
    account: str
    name: str
    url: str
    post_url: str
    words: str
    evidence: str
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True)
class ListCompared:
    """How one list of an own account was compared: with which review, and why not, if not.

    ``since`` is the run whose whole collection it was compared with, empty without one. ``known``
    says whether both were whole; ``missing`` and ``appeared`` count what was there before and was
    not seen now, and the other way round, of which nothing can be said.
    """

    platform: str
    agency_account: str
    handle: str
    kind: str
    since: str
    known: bool
    missing: int
    appeared: int
    reason: str


@dataclass(frozen=True)
class Mix:
    """The party mix of one kind on all platforms, as a review said it."""

    kind: str
    n: int
    d: float | None
    misplaced: int | None
    verdict: str


@dataclass(frozen=True)
class Quarter:
    """One quarter's figures as its own review said them; ``run`` is empty where there is none."""

    period: str
    label: str
    run: str = ""
    follows: int | None = None
    likes: int | None = None
    reposts: int | None = None
    links: int | None = None
    findings: int | None = None
    need_decision: int | None = None
    mixes: tuple[Mix, ...] = ()


@dataclass(frozen=True)
class Changes:
    """What changed since ``since``, the period of the last earlier review; null without one.

    ``not_known`` counts what was seen in one of two collections and cannot be told in the other,
    which is never counted as followed, unfollowed or undone.
    """

    since: str | None = None
    followed: int | None = None
    unfollowed: int | None = None
    left: int | None = None
    redone: int | None = None
    undone: int | None = None
    gone_from_platform: int | None = None
    label_changed: int | None = None
    register_changed: int | None = None
    not_known: int | None = None
    sentence: str = ""
    notes: tuple[str, ...] = ()
    items: tuple[Change, ...] = ()
    lists: tuple[ListCompared, ...] = ()
    trend: tuple[Quarter, ...] = ()
