"""Whether a register has kept up with the elections: said on page one where it has not."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from audit.register.offices import members_on
from audit.register.readiness import (
    lacking_in_words,
    not_ready,
    parties_lacking,
    seats_listed,
)
from audit.register.register import Register
from audit.register.seats import Election, elections_of
from audit.review.words import day as written
from audit.review.words import listing


def age_problems(register: Register, day: date) -> tuple[str, ...]:
    """Say for each election before a day what of its outcome the register does not hold.

    What may lack: the official result, the seats, and any member who sits after it. For the last
    such election the sentence also says so where the register stands for an earlier day.
    """
    held = [election for election in elections_of(register) if election.polling_day < day]
    sentences = []
    for election, following in zip(held, [*held[1:], None], strict=True):
        missing = _missing(register, election, following)
        if missing:
            ending = _ending(register, day) if following is None else ""
            sentences.append(_sentence(register, election, missing, ending))
    return tuple(reversed(sentences))


def review_problems(register: Register, days: Sequence[date]) -> tuple[str, ...]:
    """Say what a review's readers must know first: its age on the first of the days it rests on.

    Then the parties of the House of a day whose members are mostly not loaded, if others' are;
    where nobody's are, the sentence of the election says so.
    """
    said: dict[str, str] = {}
    for day in days:
        lacking = parties_lacking(register, day)
        if lacking and not members_on(register, day).empty:
            few = lacking_in_words(register, lacking)
            said.setdefault(
                few,
                f"On {written(day)} the register has only {few}. Whoever is missing has no party "
                "here, so no list is judged by that House.",
            )
    return (*age_problems(register, days[0]), *said.values())


def members_missing(register: Register) -> date | None:
    """Give the polling day of the last election if no member is known to sit after it."""
    held = elections_of(register)
    if held and not _members_after(register, held[-1].polling_day, None):
        return held[-1].polling_day
    return None


def _missing(register: Register, election: Election, following: Election | None) -> list[str]:
    until = following.polling_day if following else None
    result = [] if election.result_known else ["its result"]
    seated = _members_after(register, election.polling_day, until)
    seats = following is None and election.result_known and not seats_listed(register, election)
    lacking = [*result, "the seats of its House"] if seats else result
    return lacking if seated else [*lacking, "the members it elected"]


def _members_after(register: Register, polling_day: date, until: date | None) -> bool:
    spells = register.offices[register.offices["role"] == "member"]
    after = spells["ends"].isna() | (spells["ends"] > pd.Timestamp(polling_day))
    if until is not None:
        after &= spells["starts"].isna() | (spells["starts"] <= pd.Timestamp(until))
    return bool(after.any())


def _ending(register: Register, day: date) -> str:
    rest = "Labels and figures after that day rest on the House before it, or have no party."
    return f"{rest} No list after it is judged." if not_ready(register, day) else rest


def _sentence(register: Register, election: Election, missing: list[str], ending: str) -> str:
    lacks = f"{listing(missing)} {'is' if missing == ['its result'] else 'are'} not in it"
    polled = f"the general election of {written(election.polling_day)}"
    if not ending:
        return f"The register knows of {polled}, but {lacks}."
    older = register.version < election.polling_day
    stands = f"stands for {written(register.version)}, before {polled}"
    known = stands if older else f"knows of {polled}"
    return f"The register {known}: {lacks}. {ending}"
