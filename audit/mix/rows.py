"""The rows of the Balance: every list measured, adjusted together, and said in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit import balance
from audit.balance import words
from audit.balance.verdict import FLAGGED, NO_SIGN, NONE, NOT_ASSESSABLE, TESTED
from audit.balance.voice import Voice
from audit.case import Case
from audit.mix import notes
from audit.mix.knowledge import Knowledge, knowledge
from audit.mix.measure import Measured, Yardstick, measure
from audit.mix.transition import Transition, transition
from audit.mix.units import ALL, Unit, units
from audit.register.seats import government_on, parties_of
from audit.review import model
from audit.review.model import Period, Reference


@dataclass(frozen=True)
class Judged:
    """A measured list with what weakens its verdict, and the verdict after all of that."""

    measured: Measured
    knowledge: Knowledge
    transition: Transition | None
    p_adjusted: float | None
    verdict: str
    hindrance: str


def balance_rows(case: Case, yardstick: Yardstick, period: Period) -> tuple[model.Balance, ...]:
    """Measure every list, over all platforms and platform by platform.

    Follows are measured on the day their source was made; each like and repost on its own day.
    """
    measured = [measure(unit, yardstick, _day(unit, period)) for unit in units(case)]
    judged = [
        _judge(one, after, yardstick, period)
        for one, after in zip(measured, _adjusted(measured), strict=True)
    ]
    return tuple(_row(one, judged, yardstick) for one in judged)


def _day(unit: Unit, period: Period) -> date:
    """Give the day a list's figure stands for: a stock's source, a flow's last day at most."""
    return unit.made if unit.kind == "follow" else min(period.end, unit.made)


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


def _judge(one: Measured, after: balance.Adjusted, yardstick: Yardstick, period: Period) -> Judged:
    """Withhold a verdict that the register cannot carry, and one on which two Houses differ."""
    known = knowledge(one, yardstick)
    turn = transition(one, yardstick, period)
    hindrance, verdict = one.hindrance, after.verdict
    if not hindrance and verdict in TESTED and known.too_little:
        hindrance = (
            f"the register knows an account there of only {known.known} of {known.seated} members"
        )
    elif not hindrance and verdict in TESTED and known.contradicts(verdict):
        hindrance = (
            "the register knows some parties far better than others, and the accounts it knows "
            "give another answer than the reference does"
        )
    if hindrance:
        verdict = NOT_ASSESSABLE
    elif verdict in FLAGGED and turn is not None and not turn.agree:
        verdict = NO_SIGN
    return Judged(one, known, turn, after.p_adjusted, verdict, hindrance)


def _row(one: Judged, every: Sequence[Judged], yardstick: Yardstick) -> model.Balance:
    measured, kept = one.measured, one.measured.kept
    figures = kept if kept is not None and kept.n else None
    whole = measured.everyone if measured.set_aside else None
    return model.Balance(
        scope=measured.unit.scope,
        kind=measured.unit.kind,
        n=kept.n if kept else 0,
        outside=kept.outside if kept else sum(measured.unit.unseated.values()),
        set_aside=len(measured.set_aside),
        counts=kept.counts if kept else {},
        reference=Reference(
            yardstick.settings.reference if yardstick.custom is None else "custom",
            measured.day,
            kept.weights if kept else measured.weights,
        ),
        d=figures.d if figures else None,
        misplaced=figures.misplaced if figures else None,
        floor=figures.floor if figures else None,
        chance_mean=figures.chance_mean if figures else None,
        c95=figures.c95 if figures else None,
        p=figures.p if figures else None,
        p_corridor=figures.p_corridor if figures else None,
        p_adjusted=one.p_adjusted,
        verdict=one.verdict,
        transition=one.transition is not None,
        lines=balance.party_lines(kept.counts, kept.weights) if kept else (),
        sentence=_sentence(one, yardstick),
        notes=_notes(one, every, yardstick),
        gallagher=figures.gallagher if figures else None,
        effective_parties=figures.effective_parties if figures else None,
        everyone=model.Everyone(whole.n, whole.d, whole.misplaced, whole.p) if whole else None,
        register=tuple(
            model.PartyKnown(party, known, members)
            for party, (known, members) in one.knowledge.members.items()
        ),
        register_uneven=one.knowledge.uneven,
    )


def _voice(one: Judged, yardstick: Yardstick) -> Voice:
    wanted = yardstick.settings.reference if yardstick.custom is None else "custom"
    return Voice(one.measured.unit.kind, wanted, _names(one, yardstick))


def _names(one: Judged, yardstick: Yardstick) -> Mapping[str, str]:
    return {party.id: party.short for party in parties_of(yardstick.register, one.measured.day)}


def _sentence(one: Judged, yardstick: Yardstick) -> str:
    measured, voice = one.measured, _voice(one, yardstick)
    if one.hindrance or measured.kept is None or measured.everyone is None:
        return words.not_assessable(one.hindrance or "there is no reference for that day")
    kept, aside = measured.kept, len(measured.set_aside)
    if one.verdict == NONE:
        return words.nobody(voice, measured.unit.accounts, besides=aside)
    governing = government_on(yardstick.register, measured.day)
    seen, opening = None, ""
    if one.verdict == NO_SIGN:
        seen = balance.detectable(kept.n, kept.weights, governing)
    if aside:
        own = words.ministers(aside, measured.everyone.n, kept, voice, one.verdict)
        opening = f"{words.headline(measured.everyone, voice)} {own}"
    return words.describe(
        kept,
        voice,
        verdict=one.verdict,
        governing=governing,
        seen=seen,
        read=measured.unit.accounts,
        opening=opening,
    )


def _notes(one: Judged, every: Sequence[Judged], yardstick: Yardstick) -> tuple[str, ...]:
    measured, voice = one.measured, _voice(one, yardstick)
    names = voice.names
    said: list[str] = []
    if one.verdict not in TESTED:
        said.append(words.aside(len(measured.set_aside), voice))
    said += notes.on_set_aside(measured)
    if measured.unit.scope == ALL:
        said += notes.on_platforms(
            {
                other.measured.unit.scope: other.verdict
                for other in every
                if other.measured.unit.kind == measured.unit.kind and other is not one
            }
        )
    looked = measured.kept is not None and not measured.hindrance
    if one.transition is not None and looked and one.verdict != NONE:
        said.append(one.transition.sentence)
    said += notes.on_parties(measured)
    said += notes.on_unseated(measured)
    said += notes.on_concentration(measured)
    said += notes.on_absent(measured, names)
    said += notes.on_unattributed(measured)
    if looked:
        said += notes.on_register(
            one.knowledge, names, one_platform=len(measured.unit.platforms) == 1
        )
    if one.verdict in FLAGGED:
        said += notes.on_remedy(measured, yardstick, voice)
    if yardstick.custom is not None and yardstick.custom.reason:
        said.append(f"The agency's own reference: {yardstick.custom.reason}")
    return tuple(note for note in said if note)
