"""Whether a register holds the House of a day well enough for a verdict that depends on it."""

from collections.abc import Mapping
from datetime import date

from audit.register.offices import members_on
from audit.register.register import Register
from audit.register.seats import Election, elections_of, seats_on
from audit.review.words import count, listing
from audit.review.words import day as written

FEWEST_LOADED = 0.5


def not_ready(register: Register, day: date) -> str:
    """Say why no list can be judged by the House of a day, as after "because", or nothing.

    The register stands for a day before the last election and lacks its result; it has the result
    and not the seats; or it has fewer than half of the members of a party in the House.
    """
    election = last_election(register, day)
    if election is not None:
        polled = f"the general election of {written(election.polling_day)}"
        if not election.result_known and register.version < election.polling_day:
            stands = f"the register stands for {written(register.version)}"
            return f"{stands}, before {polled}, and has no result of it"
        if election.result_known and not seats_listed(register, election):
            return f"the register does not have the seats of the House elected in {polled}"
    if seats_on(register, day) and members_on(register, day).empty:
        return "the register has no members of Parliament for that day"
    lacking = parties_lacking(register, day)
    return f"the register has only {lacking_in_words(register, lacking)}" if lacking else ""


def last_election(register: Register, day: date) -> Election | None:
    """Give the last election whose polling day lies before a day."""
    held = [election for election in elections_of(register) if election.polling_day < day]
    return held[-1] if held else None


def seats_listed(register: Register, election: Election) -> bool:
    """Tell whether the register lists the seats of any House after an election."""
    return bool((register.seats["from"] > election.polling_day.isoformat()).any())


def parties_lacking(register: Register, day: date) -> dict[str, tuple[int, int]]:
    """Give members and seats of each party of the House with fewer than half its members loaded."""
    sitting = members_on(register, day)["party"].value_counts()
    return {
        party: (int(sitting.get(party, 0)), seats)
        for party, seats in seats_on(register, day).items()
        if sitting.get(party, 0) < FEWEST_LOADED * seats
    }


def lacking_in_words(register: Register, lacking: Mapping[str, tuple[int, int]]) -> str:
    """Write how few members of parties are loaded: 0 of 15 members of Green and 3 of 11 of ACT."""
    short = register.parties.set_index("party")["short"]
    (first, (some, seats)), *others = lacking.items()
    said = [f"{some} of {count(seats, 'member')} of {short[first]}"]
    said += [f"{some} of {seats} of {short[party]}" for party, (some, seats) in others]
    return listing(said)
