"""Measures one list: its reference day by day, who is set aside, and what hinders a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from audit import balance
from audit.config_sections import BalanceSection, SetAside
from audit.mix.custom import CustomReference
from audit.mix.reference import (
    MOST_ABSENT,
    Weights,
    WeightsOn,
    available_on,
    share_of,
    weights_on,
)
from audit.mix.units import ALL, Unit
from audit.register import Register
from audit.register.readiness import not_ready
from audit.register.seats import government_on
from audit.review.words import KIND_NOUNS, count, per_cent
from audit.review.words import day as in_full


@dataclass(frozen=True)
class Yardstick:
    """All that lists are measured with: the register, the settings, the agency's own reference."""

    register: Register
    settings: BalanceSection
    custom: CustomReference | None


@dataclass(frozen=True)
class Measured:
    """One list with its figures on its day; shares are 0 to 1.

    ``everyone`` counts the set-aside too and ``kept`` leaves them out; both are null where there
    is no reference. ``absent`` are parties without a known account on the platform. ``hindrance``
    says why it cannot be assessed, or nothing.
    """

    unit: Unit
    day: date
    weights: Weights
    everyone: balance.Balance | None
    kept: balance.Balance | None
    set_aside: Mapping[str, str]
    absent: tuple[str, ...]
    hindrance: str


def measure(unit: Unit, yardstick: Yardstick, day: date) -> Measured:
    """Measure a list; a flow's people are each measured by the reference of their own act's day."""
    register, settings = yardstick.register, yardstick.settings
    full = weights_on(register, settings.reference, yardstick.custom, unit.platforms)
    absent = _absent(unit, register, full(day), day)
    aside = _set_aside(unit, settings, day)
    hindrance = _unread(unit) or not_ready(register, day) or _unmeasured(full(day), absent)

    def present(on: date) -> Weights:
        return {party: weight for party, weight in full(on).items() if party not in absent}

    minimum = settings.minimum
    if present(day):
        governing = government_on(register, day)
        minimum = balance.smallest_assessable(present(day), governing, minimum=minimum)
    whole = assess(unit, present, day, settings, minimum, frozenset())
    kept = assess(unit, present, day, settings, minimum, frozenset(aside)) if aside else whole
    return Measured(unit, day, present(day), whole, kept, aside, absent, hindrance)


def assess(
    unit: Unit,
    weights: WeightsOn,
    day: date,
    settings: BalanceSection,
    minimum: int,
    without: frozenset[str],
) -> balance.Balance | None:
    """Assess a list without the actors named; null where no day of it has a reference."""
    by_day = unit.by_day(without)
    parts = [(counts, weights(on)) for on, counts in by_day.items()]
    lost = sum(sum(counts.values()) for counts, reference in parts if not reference)
    measured = [(counts, reference) for counts, reference in parts if reference]
    if not measured:
        if not weights(day):
            return None
        measured = [({}, weights(day))]
    counts, reference = measured[0]
    measured[0] = ({**counts, "": sum(unit.unseated.values()) + lost}, reference)
    people = sum(sum(counts.values()) for counts, _ in measured)
    # the corridor only ever changes a verdict, and too few people have none
    corridor = settings.corridor and people >= minimum
    return balance.assess_dated(measured, corridor=corridor, minimum=minimum)


def _absent(unit: Unit, register: Register, weights: Weights, day: date) -> tuple[str, ...]:
    if unit.scope == ALL:
        return ()
    present = available_on(register, frozenset([unit.scope]), day)
    return tuple(party for party in weights if party not in present)


def _unread(unit: Unit) -> str:
    """Say what could not be read, or be attributed, of a list that therefore has no verdict."""
    plural = KIND_NOUNS[unit.kind][1]
    if not unit.platforms:
        return f"the {plural} could not be read"
    if unit.failed:
        return f"part of the {plural} could not be read; see Coverage"
    if unit.partial and unit.people.empty:
        return (
            f"only part of the {plural} could be read, and no politician is known to be in it; see "
            "Coverage"
        )
    if unit.unattributed and unit.people.empty:
        acts = count(unit.unattributed, *KIND_NOUNS[unit.kind])
        verb = "is" if unit.unattributed == 1 else "are"
        others = ", and the others are of no politician" if unit.accounts else ""
        if unit.kind == "follow":
            return f"it is not known which accounts {acts} {verb} of{others}"
        return f"it is not known whose posts {acts} {verb}{others}"
    return ""


def _unmeasured(weights: Weights, absent: tuple[str, ...]) -> str:
    """Say why there is nothing to measure a list against."""
    if not weights:
        return "there is no reference for that day"
    gone = share_of(weights, list(absent))
    if gone == 1:
        return "the register knows no account there of any party in Parliament"
    if gone > MOST_ABSENT:
        return f"the register knows no account there of parties with {per_cent(gone)} of the seats"
    return ""


def _set_aside(unit: Unit, settings: BalanceSection, day: date) -> dict[str, str]:
    """Give the agency's own ministers in a list, with the reason and dates recorded."""
    present = set(unit.seated()["actor"])
    return {
        one.actor: f"{one.reason}; {_dates(one)}"
        for one in settings.set_aside
        if one.actor in present and one.on(day)
    }


def _dates(one: SetAside) -> str:
    since = f"from {in_full(one.from_)}"
    return f"{since} to {in_full(one.to)}" if one.to else since
