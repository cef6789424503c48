"""What the register knows of the House on our platforms, as every report shows it."""

from collections.abc import Iterator, Sequence
from datetime import date

from audit.register.coverage import known_members, register_coverage
from audit.register.register import Register
from audit.register.seats import INDEPENDENT
from audit.review.model import PartyKnown, PlatformKnown, RegisterCoverage, RegisterState
from audit.review.words import PLATFORM_NAMES, count, listing
from audit.review.words import day as written

ALL = "all"


def register_state(register: Register, day: date, platforms: Sequence[str]) -> RegisterState:
    """Say which register it is and what it knows of each party on some platforms on a day."""
    lines = register_coverage(register, day, platforms)
    any_of_them = [
        PartyKnown(party, known, members)
        for party, (known, members) in known_members(register, day, frozenset(platforms)).items()
    ]
    if len(platforms) > 1:
        lines = tuple(_with_any(lines, any_of_them, len(platforms)))
    totals = _totals(lines)
    return RegisterState(
        jurisdiction=register.id,
        version=register.version.isoformat(),
        day=day,
        coverage=lines,
        totals=totals,
        sentence=_sentence(register, day, any_of_them, totals) if platforms else "",
    )


def _with_any(
    lines: Sequence[RegisterCoverage], any_of_them: Sequence[PartyKnown], platforms: int
) -> Iterator[RegisterCoverage]:
    """Put after each party's lines the one for an account on any of the platforms."""
    known = {one.party: one.known for one in any_of_them}
    for first in range(0, len(lines), platforms):
        yield from lines[first : first + platforms]
        party, members = lines[first].party, lines[first].members
        yield RegisterCoverage(party, ALL, known[party], members)


def _totals(lines: Sequence[RegisterCoverage]) -> tuple[PlatformKnown, ...]:
    platforms = dict.fromkeys(line.platform for line in lines)
    there = {name: [line for line in lines if line.platform == name] for name in platforms}
    return tuple(
        PlatformKnown(name, sum(one.known for one in own), sum(one.members for one in own))
        for name, own in there.items()
    )


def _sentence(
    register: Register,
    day: date,
    parties: Sequence[PartyKnown],
    totals: Sequence[PlatformKnown],
) -> str:
    """Say in plain words how much of the House the register knows, and of which party least."""
    if not parties:
        return (
            f"The register has no members of Parliament for {written(day)}, so nobody can be "
            "counted for a party on that day."
        )
    whole = totals[-1]
    where = f"on {PLATFORM_NAMES[whole.platform]}" if len(totals) == 1 else "on your platforms"
    none = [PLATFORM_NAMES[one.platform] for one in totals if not one.known and one is not whole]
    sentences = (
        f"The register knows an account {where} of {whole.known:,} of "
        f"{count(whole.members, 'sitting member')}{_range(register, parties)}.",
        f"It knows none on {listing(none, 'or')}." if none else "",
        "A member whose account it does not know cannot be seen in any list.",
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _range(register: Register, parties: Sequence[PartyKnown]) -> str:
    """Name the party that the register knows best and the one it knows least, where they differ."""
    short = register.parties.set_index("party")["short"]
    largest = sorted(parties, key=lambda one: -one.members)
    rates = {one: one.known / one.members for one in largest if one.party != INDEPENDENT}
    if not rates or min(rates.values()) == max(rates.values()):
        return ""
    best, least = max(rates, key=lambda one: rates[one]), min(rates, key=lambda one: rates[one])
    said = [f"{short[one.party]} ({one.known} of {one.members})" for one in (best, least)]
    return f": best for {said[0]}, least for {said[1]}"
