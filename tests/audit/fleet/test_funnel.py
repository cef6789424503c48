"""Who is in a funnel plot, who is not and why, and that nobody is ranked."""

from dataclasses import replace

import pytest

from audit.fleet import words
from audit.review.model import Review
from tests.audit.fleet.reviews import fleet, read_in_full, review, three


def other_house(one: Review) -> Review:
    seats = {party: seats + 1 for party, seats in one.balance[0].reference.weights.items()}
    follow = replace(one.balance[0], reference=replace(one.balance[0].reference, weights=seats))
    return replace(one, balance=(follow, *one.balance[1:]))


def other_verdict(one: Review, **changed: object) -> Review:
    follow = replace(one.balance[0], **changed)  # type: ignore[arg-type]
    return replace(one, balance=(follow, *one.balance[1:]))


def test_shares_are_of_the_governing_parties_and_too_few_are_listed_apart() -> None:
    made = three()
    (funnel,) = made.funnels
    assert [(point.agency, point.n, point.government) for point in funnel.points] == [
        ("Bay Agency", 20, 9), ("Ōtaki Office", 28, 20),
    ]  # fmt: skip
    assert [(one.agency, one.n, one.reason) for one in made.left_out] == [("Zoo", 5, words.TOO_FEW)]
    (parliament,) = funnel.centres
    assert parliament.share == pytest.approx(71 / 120)
    assert funnel.points[0].places == {"parliament": "inside"}


def test_three_lists_have_a_median_and_two_have_none() -> None:
    pairs = [("A", 12, 8), ("B", 18, 7), ("C", 5, 15)]
    made = fleet([review(*pair) for pair in pairs])
    _, agencies = made.funnels[0].centres
    assert agencies.share == pytest.approx(12 / 20)
    places = {point.agency: point.places for point in made.funnels[0].points}
    assert places["B"] == {"parliament": "inside", "agencies": "inside"}
    assert places["C"] == {"parliament": "below_995", "agencies": "below_995"}
    assert made.funnels[0].sentences == (
        "Around Parliament's share of 59 per cent, two of the three agencies lie inside the "
        "limits. Below the 99.5 per cent limit: C.",
        "Around the agencies' median of 60 per cent, two of the three agencies lie inside the "
        "limits. Below the 99.5 per cent limit: C.",
    )
    assert len(fleet([review(*pair) for pair in pairs[:2]]).funnels[0].centres) == 1


def test_agencies_of_two_houses_are_not_compared() -> None:
    reviews = [review(name, 12, 8) for name in "ABCD"]
    reviews[2:] = [other_house(one) for one in reviews[2:]]
    made = fleet(reviews)
    assert [[point.agency for point in one.points] for one in made.funnels] == [
        ["A", "B"], ["C", "D"],
    ]  # fmt: skip
    assert any("two funnel plots" in note for note in made.notes)
    alone = fleet(reviews[:3])
    assert [(one.agency, one.reason) for one in alone.left_out] == [("C", words.ALONE)]


def test_other_registers_and_other_governments_are_not_compared() -> None:
    first, second = review("A", 12, 8), review("B", 12, 8)
    state = replace(second.labels.register, jurisdiction="elsewhere")
    elsewhere = replace(second, labels=replace(second.labels, register=state))
    parties = tuple(replace(party, government=not party.government) for party in second.parties)
    changed = replace(second, parties=parties)
    for other in (elsewhere, changed):
        assert fleet([first, other]).funnels == ()


def test_what_was_not_read_is_never_said_to_hold_nobody() -> None:
    unread = review("A", 0, 0)
    rows = tuple(
        replace(row, status="failed") if row.kind == "follow" else row for row in unread.coverage
    )
    partly = review("C", 0, 0)
    reviews = [replace(unread, coverage=rows), read_in_full(review("B", 0, 0)), partly]
    assert [one.reason for one in fleet(reviews).left_out] == [
        words.NOT_READ, words.NOBODY, words.NOBODY_IN_PART,
    ]  # fmt: skip


def test_other_references_and_lists_without_a_verdict_are_left_out() -> None:
    votes = replace(review("A", 12, 8).balance[0].reference, id="votes")
    reviews = [
        other_verdict(review("A", 12, 8), reference=votes),
        other_verdict(review("B", 12, 8), verdict="not_assessable"),
        replace(review("C", 12, 8), balance=()),
    ]
    assert [one.reason for one in fleet(reviews).left_out] == [
        words.OTHER_REFERENCE, words.NOT_ASSESSABLE, words.NOT_READ,
    ]  # fmt: skip


def test_the_order_is_the_alphabets_whatever_came_first() -> None:
    names = ["Zoo", "Āhua", "Ahz", "Bay", "office"]
    reviews = [review(name, 12, 8) for name in names]
    made, again = fleet(reviews), fleet(reviews[::-1])
    assert [line.agency.name for line in made.agencies] == ["Āhua", "Ahz", "Bay", "office", "Zoo"]
    assert [point.agency for point in made.funnels[0].points] == [
        "Āhua",
        "Ahz",
        "Bay",
        "office",
        "Zoo",
    ]
    assert made.funnels == again.funnels
