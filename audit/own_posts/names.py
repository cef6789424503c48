"""The names of parties and people of the register, and slogans, as posts may hold them.

A name is two words or more: a party's short name alone (a colour, a word of every day) is none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pandas as pd

from audit.register import Register
from audit.register.seats import INDEPENDENT, seats_on
from audit.register.spells import covers
from audit.screen.tokens import Token, tokens, words

PARTY, PERSON, SLOGAN = "party", "person", "slogan"
_OF_A_PARTY = ("Party", "MP", "MPs")


@dataclass(frozen=True)
class Name:
    """A name as it is compared, which of its words begin with a capital, and whose it is.

    ``actor`` is the register's id; empty for a slogan.
    """

    phrase: tuple[str, ...]
    capitals: tuple[bool, ...]
    kind: str
    actor: str
    said: str


@dataclass(frozen=True)
class Names:
    """Names by their first word, and how each begins: its first two words, or its only one."""

    by_first: Mapping[str, tuple[Name, ...]]
    beginnings: frozenset[tuple[str, ...]]

    def may_be_in(self, spoken: Sequence[str]) -> bool:
        """Tell quickly whether any name can stand among words."""
        return not (
            self.beginnings.isdisjoint(pairwise(spoken))
            and self.beginnings.isdisjoint((word,) for word in spoken)
        )


def names_of(register: Register, slogans: Sequence[str], day: date) -> Names:
    """Give the names of people and of the parties of a day, and the slogans, by first word."""
    found = [*_parties(register, day), *_people(register), *_slogans(slogans)]
    table: dict[str, list[Name]] = {}
    for name in sorted(set(found), key=lambda one: (-len(one.phrase), one.phrase, one.actor)):
        table.setdefault(name.phrase[0], []).append(name)
    by_first = {first: tuple(those) for first, those in table.items()}
    return Names(by_first, frozenset(name.phrase[:2] for name in found))


def named_in(text: str, names: Names) -> list[Name]:
    """Give the names that stand in an NFC text, each once, in the order of the text.

    Of names at one place the longest counts; a capital of a name must be one in the text.
    """
    if not names.may_be_in(words(text)):
        return []
    found: list[Name] = []
    spoken = tokens(text)
    at = 0
    while at < len(spoken):
        here = [
            name
            for name in names.by_first.get(spoken[at].word, ())
            if _stands(name, text, spoken, at)
        ]
        longest = max((len(name.phrase) for name in here), default=1)
        found += [name for name in here if len(name.phrase) == longest]
        at += longest
    return list(dict.fromkeys(found))


def _stands(name: Name, text: str, spoken: Sequence[Token], at: int) -> bool:
    place = spoken[at : at + len(name.phrase)]
    if tuple(token.word for token in place) != name.phrase:
        return False
    return all(
        text[token.start].isupper()
        for token, capital in zip(place, name.capitals, strict=True)
        if capital
    )


def _parties(register: Register, day: date) -> Iterator[Name]:
    parties = register.parties[covers(register.parties, pd.Timestamp(day))]
    for row in parties[parties["party"].isin(_active(register, day))].to_dict("records"):
        short = row["short"]
        built = [f"{short} {word}" for word in _OF_A_PARTY]
        written = [row["name"], row["name_mi"], short, *row["aliases"].split("|"), *built]
        yield from _names(written, PARTY, row["party"], row["name"])


def _active(register: Register, day: date) -> set[str]:
    """Name the parties with members or candidates on a day, or with seats in the House.

    The names of others are often words of every day, such as those of a tea party.
    """
    offices = register.offices
    held = offices[covers(offices, pd.Timestamp(day))]["party"]
    return {*held, *seats_on(register, day)} - {INDEPENDENT}


def _people(register: Register) -> Iterator[Name]:
    for row in register.people.to_dict("records"):
        written = [row["name"], *row["aliases"].split("|")]
        yield from _names(written, PERSON, row["actor"], row["name"])


def _slogans(slogans: Iterable[str]) -> Iterator[Name]:
    for slogan in slogans:
        phrase = tuple(words(slogan))
        if phrase:
            yield Name(phrase, (False,) * len(phrase), SLOGAN, "", slogan)


def _names(written: Iterable[str], kind: str, actor: str, said: str) -> Iterator[Name]:
    for name in written:
        parts = tokens(name)
        if len(parts) > 1:
            capitals = tuple(name[part.start].isupper() for part in parts)
            yield Name(tuple(part.word for part in parts), capitals, kind, actor, said)
