"""The sentences beside a figure: what it rests on, what it leaves out, what would mend it."""

from collections.abc import Mapping

import pandas as pd

from audit import balance
from audit.balance import words
from audit.balance.verdict import FLAGGED, TESTED
from audit.balance.voice import Voice
from audit.mix.knowledge import Knowledge
from audit.mix.measure import Measured, Yardstick
from audit.register.coverage import known_accounts
from audit.review.words import KIND_NOUNS, PLATFORM_NAMES, count, in_words, listing, per_cent

_MOST_NAMED = 6


def on_register(known: Knowledge, names: Mapping[str, str], *, one_platform: bool) -> list[str]:
    """Say how unevenly the register knows the parties, and what the known accounts alone give."""
    sentences = [
        f"The register knows an account on {'that platform' if one_platform else 'these platforms'}"
        f" of {known.known} of {known.seated} members who sit for a party."
    ]
    if not known.uneven:
        return sentences
    rates = {party: some / every for party, (some, every) in known.members.items()}
    best, worst = max(rates, key=lambda p: rates[p]), min(rates, key=lambda p: rates[p])
    said = [f"{_of(known, party)} of {names.get(party, party)}" for party in (best, worst)]
    sentences.append(
        f"It is uneven: {said[0]}, but {said[1]}. Members whose account it does not know are not "
        "counted."
    )
    if known.available is not None and known.available.verdict in TESTED:
        share = per_cent(known.available.d or 0)
        sentences.append(f"Against the accounts the register knows, {share} is out of place.")
    return sentences


def on_parties(measured: Measured) -> list[str]:
    """Say how many of those counted are party organisations rather than people."""
    number = int((measured.unit.seated(frozenset(measured.set_aside))["role"] == "party").sum())
    if not number or measured.hindrance:
        return []
    parties = "is a party" if number == 1 else "are parties"
    return [f"{in_words(number).capitalize()} of these {parties}."]


def on_unseated(measured: Measured) -> list[str]:
    """Say who is in the list without a seat, and so beside the figure."""
    unseated = measured.unit.unseated
    outside = measured.kept.outside if measured.kept is not None else 0
    said = words.outside(unseated, max(0, outside - sum(unseated.values())))
    return [said] if said else []


def on_set_aside(measured: Measured) -> list[str]:
    """Name the agency's own ministers who are set aside, each with the recorded reason."""
    names = measured.unit.people.set_index("actor")["actor_name"]
    named = [f"{names[actor]} ({reason})" for actor, reason in measured.set_aside.items()]
    return [f"Set aside: {listing(named)}."] if named else []


def on_absent(measured: Measured, names: Mapping[str, str]) -> list[str]:
    """Name the parties that the register knows no account of on the platform."""
    if not measured.absent or measured.hindrance:
        return []
    missing = listing([names.get(party, party) for party in measured.absent], "or")
    return [f"The register knows no account there of {missing}; they are left out."]


def on_unattributed(measured: Measured) -> list[str]:
    """Say how many acts could not be attributed and so do not count."""
    number = measured.unit.unattributed
    if not number or measured.hindrance:
        return []
    acts = count(number, *KIND_NOUNS[measured.unit.kind])
    verb = "does" if number == 1 else "do"
    return [f"{acts} could not be attributed to an account and {verb} not count here."]


def on_concentration(measured: Measured) -> list[str]:
    """Say that one politician drew more than half of the likes or reposts."""
    people = measured.unit.people
    if measured.unit.kind == "follow" or people.empty:
        return []
    acts = dict(zip(people["actor"], people["acts"].tolist(), strict=True))
    found = balance.concentration(acts)
    if found is None:
        return []
    person = people.set_index("actor").loc[found.person]
    named = f"{person['actor_name']}, {str(person['role']).replace('_', ' ')}"
    return [words.concentrated(found, KIND_NOUNS[measured.unit.kind], named)]


def on_platforms(verdicts: Mapping[str, str]) -> list[str]:
    """Say that platforms pull in different ways, for the list over all of them."""
    uneven = [PLATFORM_NAMES[scope] for scope, verdict in verdicts.items() if verdict in FLAGGED]
    if not uneven:
        return []
    alone = "these platforms alone" if len(uneven) > 1 else "that platform alone"
    return [f"{listing(uneven)}: uneven on {alone}; see its own line."]


def on_remedy(measured: Measured, yardstick: Yardstick, voice: Voice) -> list[str]:
    """Say which additions would bring a flagged list of follows within 10 per cent, by name."""
    if measured.unit.kind != "follow" or measured.kept is None:
        return []
    known = known_accounts(yardstick.register, measured.day, measured.unit.platforms)
    spare = known[~known["actor"].isin(measured.unit.people["actor"])].drop_duplicates("actor")
    caps = {str(party): int(number) for party, number in spare["party"].value_counts().items()}
    additions = balance.fewest_additions(measured.kept.counts, measured.kept.weights, caps)
    if additions is None:
        return [
            "The accounts that the register knows are not enough to bring it within 10 per cent."
        ]
    if not additions:
        return []
    return [words.remedy(additions, voice), _named(spare, additions)]


def _named(spare: pd.DataFrame, additions: Mapping[str, int]) -> str:
    chosen = [spare[spare["party"] == party].head(number) for party, number in additions.items()]
    rows = pd.concat(chosen)
    shown = rows.head(_MOST_NAMED)
    handles = "@" + shown["handle"] + " on " + shown["platform"].map(PLATFORM_NAMES)
    more = f" and {len(rows) - len(shown)} more" if len(rows) > len(shown) else ""
    return f"The register knows, for example, {', '.join(handles)}{more}."


def _of(known: Knowledge, party: str) -> str:
    some, every = known.members[party]
    return f"{some} of {every} members"
