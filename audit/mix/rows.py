"""The rows of the Balance: every list measured, adjusted together, and said in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit import balance
from audit.balance import words
from audit.balance.verdict import NO_SIGN, NOT_ASSESSABLE
from audit.case import Case
from audit.config import BalanceSection
from audit.mix.reference import (
    MOST_ABSENT,
    present_on,
    reference_on,
    share_of,
    without_absent,
)
from audit.mix.units import ALL, Unit, units
from audit.register import Register
from audit.register.seats import government_on, parties_of
from audit.review import model
from audit.review.model import Period, Reference
from audit.review.words import KIND_NOUNS, count, listing, per_cent


@dataclass(frozen=True)
class Measured:
    """One list with its reference and its figures.

    ``everyone`` counts the set-aside too; ``hindrance`` says why it cannot be assessed, or nothing.
    """

    unit: Unit
    reference: Reference
    everyone: balance.Balance | None
    kept: balance.Balance | None
    set_aside: int
    hindrance: str
    notes: tuple[str, ...]


def balance_rows(
    case: Case, register: Register, settings: BalanceSection, period: Period
) -> tuple[model.Balance, ...]:
    """Measure every list, over all platforms and platform by platform.

    Follows are measured on the day they were collected; likes and reposts at the period's end.
    """
    flow_day = min(period.end, case.collected_on)
    measured = [
        _measure(unit, register, settings, case.collected_on if unit.kind == "follow" else flow_day)
        for unit in units(case)
    ]
    names = {party.id: party.name for party in parties_of(register, period.end)}
    governing = government_on(register, flow_day)
    adjusted = _adjusted(measured)
    return tuple(
        _row(one, after, words.Voice(one.unit.kind, settings.reference, names), governing)
        for one, after in zip(measured, adjusted, strict=True)
    )


def _measure(unit: Unit, register: Register, settings: BalanceSection, day: date) -> Measured:
    reference = reference_on(register, settings.reference, day)
    notes: list[str] = []
    hindrance = _hindrance(unit)
    if not reference.weights:
        hindrance = hindrance or "the register has no seats for that day"
    elif unit.scope != ALL:
        full = reference
        reference, absent = without_absent(full, present_on(register, unit.scope, day))
        if share_of(full, absent) > MOST_ABSENT:
            hindrance = hindrance or (
                "the register knows no account there of parties that hold "
                f"{per_cent(share_of(full, absent))} of the seats"
            )
        elif absent:
            names = {party.id: party.name for party in parties_of(register, day)}
            missing = listing([names.get(party, party) for party in absent])
            notes.append(f"The register knows no account there of {missing}.")
    aside = _set_aside(unit, settings, day)
    if not reference.weights:
        return Measured(unit, reference, None, None, len(aside), hindrance, tuple(notes))

    def assessed(without: frozenset[str]) -> balance.Balance:
        counts = unit.counts(without)
        return balance.assess(
            {**counts, "": unit.unseated},
            reference.weights,
            corridor=settings.corridor,
            minimum=_minimum(register, reference, settings, day),
        )

    return Measured(
        unit,
        reference,
        assessed(frozenset()),
        assessed(frozenset(aside)),
        len(aside),
        hindrance,
        tuple(notes),
    )


def _hindrance(unit: Unit) -> str:
    plural = KIND_NOUNS[unit.kind][1]
    if not unit.read:
        return f"the {plural} could not be read"
    if unit.unattributed and not unit.accounts:
        return f"the source does not say whose posts these {count(unit.unattributed, 'act')} are"
    return ""


def _minimum(register: Register, reference: Reference, settings: BalanceSection, day: date) -> int:
    governing = government_on(register, day)
    return balance.smallest_assessable(reference.weights, governing, minimum=settings.minimum)


def _set_aside(unit: Unit, settings: BalanceSection, day: date) -> Mapping[str, str]:
    present = set(unit.people["actor"])
    return {
        one.actor: one.reason
        for one in settings.set_aside
        if one.actor in present and one.from_ <= day and (one.to is None or day <= one.to)
    }


def _adjusted(measured: Sequence[Measured]) -> list[balance.Adjusted]:
    """Adjust the lists over all platforms as one family and the platforms' own as another."""
    after: dict[int, balance.Adjusted] = {}
    for over_all in (True, False):
        family = {
            place: one.kept
            for place, one in enumerate(measured)
            if (one.unit.scope == ALL) is over_all and one.kept is not None and not one.hindrance
        }
        after |= balance.adjust(family)
    withheld = balance.Adjusted(None, NOT_ASSESSABLE)
    return [after.get(place, withheld) for place in range(len(measured))]


def _row(
    one: Measured,
    after: balance.Adjusted,
    voice: words.Voice,
    governing: frozenset[str],
) -> model.Balance:
    kept = one.kept
    tested = kept if kept is not None and kept.n else None
    return model.Balance(
        scope=one.unit.scope,
        kind=one.unit.kind,
        n=kept.n if kept else 0,
        outside=kept.outside if kept else one.unit.unseated,
        set_aside=one.set_aside,
        counts=kept.counts if kept else one.unit.counts(),
        reference=one.reference,
        d=tested.d if tested else None,
        misplaced=tested.misplaced if tested else None,
        floor=tested.floor if tested else None,
        chance_mean=tested.chance_mean if tested else None,
        c95=tested.c95 if tested else None,
        p=tested.p if tested else None,
        p_corridor=tested.p_corridor if tested else None,
        p_adjusted=after.p_adjusted,
        verdict=after.verdict,
        transition=False,
        lines=balance.party_lines(kept.counts, one.reference.weights) if kept else (),
        sentence=_sentence(one, after, voice, governing),
        notes=_notes(one, after, voice),
    )


def _sentence(
    one: Measured, after: balance.Adjusted, voice: words.Voice, governing: frozenset[str]
) -> str:
    if one.hindrance or one.kept is None:
        return words.not_assessable(one.hindrance)
    seen = None
    if after.verdict == NO_SIGN:
        seen = balance.detectable(one.kept.n, one.reference.weights, governing)
    return words.describe(
        one.kept,
        voice,
        verdict=after.verdict,
        governing=governing,
        seen=seen,
        read=one.unit.accounts,
    )


def _notes(one: Measured, after: balance.Adjusted, voice: words.Voice) -> tuple[str, ...]:
    notes = list(one.notes)
    if one.kept is not None and one.everyone is not None and not one.hindrance:
        everyone = one.everyone.n
        notes.append(words.ministers(one.set_aside, everyone, one.kept, voice, after.verdict))
        notes.append(words.outside(one.kept))
        notes.append(words.nearest_possible(one.kept))
    if one.unit.unattributed and not one.hindrance:
        acts = count(one.unit.unattributed, *KIND_NOUNS[one.unit.kind])
        notes.append(f"{acts} could not be attributed to an account and do not count here.")
    return tuple(note for note in notes if note)
