"""Which run of each agency counts: the newest of one period. Other periods are said, not mixed."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from audit.fleet.model import NotHere
from audit.fleet.names import alphabetical, same_agency
from audit.review.model import Period
from audit.review.words import count, listing
from audit.run.fleet.found import Found
from connectors.errors import ConfigError


@dataclass(frozen=True)
class Chosen:
    """One run of each agency, the agencies without one of that period, and what else to know."""

    runs: tuple[Found, ...]
    not_here: tuple[NotHere, ...]
    notes: tuple[str, ...]


def choose(found: Sequence[Found], wanted_period: str) -> Chosen:
    """Choose each agency's newest run of one period.

    That is the period wanted, else the one that most agencies reviewed last, the later of two.
    Raises ConfigError where nobody has a run of the period wanted.
    """
    agencies: dict[str, list[Found]] = {}
    for one in sorted(found, key=_newest_last):
        agencies.setdefault(same_agency(one.review.agency.name), []).append(one)
    period = wanted_period or _usual([runs[-1] for runs in agencies.values()])
    chosen: list[Found] = []
    not_here: list[NotHere] = []
    notes: list[str] = []
    for runs in sorted(agencies.values(), key=lambda runs: alphabetical(_name(runs[-1]))):
        of_period = [one for one in runs if one.review.period.id == period]
        if of_period:
            chosen.append(of_period[-1])
            notes += _said(of_period, runs[-1])
        else:
            last = runs[-1]
            reason = f"Its latest review is of another period: {last.review.period.label}."
            not_here.append(NotHere(_name(last), last.run, reason))
    if not chosen:
        known = listing(sorted({one.review.period.id for one in found}))
        raise ConfigError([f"No agency has a review of {period}. There are reviews of {known}."])
    return Chosen(tuple(chosen), tuple(not_here), tuple(notes))


def _usual(latest: Sequence[Found]) -> str:
    periods = Counter(one.review.period for one in latest)
    return max(periods, key=lambda period: (periods[period], period.end, period.start)).id


def _said(of_period: Sequence[Found], latest: Found) -> list[str]:
    """Say that an agency has other runs of the period, or a review of a later one."""
    said: list[str] = []
    name, others = _name(latest), len(of_period) - 1
    if others:
        runs = count(others + 1, "run")
        said.append(f"{name} has {runs} of this period; the newest counts: {of_period[-1].run}.")
    if latest is not of_period[-1]:
        later: Period = latest.review.period
        said.append(f"{name} has a later review, too: {later.label}.")
    return said


def _name(one: Found) -> str:
    return one.review.agency.name


def _newest_last(one: Found) -> tuple[object, ...]:
    again = re.search(r"-Q\d-(\d+)$|-\d\d-\d\d-(\d+)$", one.run)
    number = int(again[1] or again[2]) if again else 1
    return one.review.period.end, one.review.observed_at, number, one.run
