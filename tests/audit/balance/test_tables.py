"""The party table, and acts that are kept together."""

import pytest

from audit.balance import (
    assess,
    author_randomised_p,
    concentration,
    effective_number,
    party_lines,
)
from audit.balance.concentration import Concentration
from tests.audit.balance.house import LATER_SEATS, ONE_SIDED, PARTIES, SEATS, listed


def test_every_party_has_its_usual_range():
    lines = party_lines(listed(ONE_SIDED), LATER_SEATS)
    assert [line.party for line in lines] == list(PARTIES)
    ranges = [(line.count, line.usual_low, line.usual_high) for line in lines]
    assert ranges == [(16, 6, 14), (3, 3, 11), (0, 1, 6), (3, 0, 5), (2, 0, 4), (0, 0, 2)]
    assert [round(line.expected, 1) for line in lines] == [9.6, 6.8, 3.0, 2.2, 1.6, 0.8]
    assert lines[0].share == pytest.approx(0.4)
    assert (round(lines[2].chance_none, 2), round(lines[5].chance_none, 2)) == (0.04, 0.44)


def test_an_empty_list_has_a_table_too():
    line = party_lines({}, SEATS)[0]
    assert (line.count, line.expected, line.usual_low, line.usual_high) == (0, 0.0, 0, 0)
    assert line.chance_none == 1.0


def test_a_large_list_has_finite_ranges():
    line = party_lines({"party:kauri": 2000}, SEATS)[0]
    assert line.usual_low < 2000 * 49 / 123 < line.usual_high


LIKES = {"a": 14, "b": 2, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1, "i": 1, "j": 1}
PARTY_OF = dict(zip(LIKES, [PARTIES[i] for i in (0, 0, 0, 0, 1, 1, 1, 2, 3, 4)], strict=True))


def test_fourteen_likes_of_one_politician_are_one_choice():
    people = [(PARTY_OF[person], acts) for person, acts in LIKES.items()]
    acts = assess({party: sum(w for p, w in people if p == party) for party in PARTIES}, SEATS)
    assert acts.d == pytest.approx(0.35, abs=0.005)
    assert acts.p == pytest.approx(0.003, abs=0.0005)
    assert author_randomised_p(people, SEATS) == pytest.approx(0.83, abs=0.02)
    assert author_randomised_p(people[::-1], SEATS) == author_randomised_p(people, SEATS)
    assert effective_number(LIKES) == pytest.approx(2.8, abs=0.05)
    authors = assess({p: list(PARTY_OF.values()).count(p) for p in PARTIES}, SEATS)
    assert (round(authors.d, 2), authors.p) == (0.07, 1.0)


def test_likes_of_one_person_alone_prove_nothing():
    assert assess({"party:kauri": 30}, LATER_SEATS).p < 1e-10
    assert author_randomised_p([("party:kauri", 30)], LATER_SEATS) == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(
    ("acts", "found"),
    [
        (LIKES, Concentration("a", 14, 24)),
        ({"a": 3, "b": 2}, Concentration("a", 3, 5)),
        ({"a": 4}, None),
        ({"a": 3, "b": 3}, None),
        ({}, None),
    ],
)
def test_more_than_half_of_five_or_more(acts, found):
    assert concentration(acts) == found


def test_nobody_has_no_effective_number():
    assert effective_number({}) == 0.0
