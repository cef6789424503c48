"""The sentences, word for word, and the words they never use."""

import re

import pytest

from audit.balance import assess, detectable, fewest_additions, words
from audit.balance import verdict as rule
from audit.balance.change import FlowChange, stock_change
from audit.balance.change_words import flow_changed, stock_changed
from audit.balance.concentration import Concentration
from audit.balance.voice import Voice
from audit.review.words import VERDICT_WORDS, chance, listing, odds, per_cent
from tests.audit.balance.house import (
    BALANCED,
    GOVERNING,
    LATER_SEATS,
    NAMES,
    ONE_SIDED,
    SEATS,
    listed,
)
from tests.audit.balance.test_change import people

FOLLOW = Voice("follow", "seats", NAMES)
NEVER = re.compile(r"sample|survey|margin of error|significant|biased|extrem|None|nan", re.I)


def said(counts, reference=SEATS, voice=FOLLOW, verdict=""):
    balance = assess(listed(counts), reference)
    seen = detectable(balance.n, reference, GOVERNING)
    chosen = verdict or balance.verdict
    return words.describe(balance, voice, verdict=chosen, governing=GOVERNING, seen=seen, read=1204)


def test_an_uneven_list_in_full():
    assert said(ONE_SIDED, LATER_SEATS) == (
        "You follow 24 politicians. To match the mix of parties in Parliament as closely as 24 "
        "accounts can, eight of them would be from other parties. A list of 24 chosen without any "
        "preference would usually have up to six out of place (27 per cent); yours has 32 per "
        "cent, which happens by luck about once in 80 times. The largest difference is Kauri: 16 "
        "accounts, where its 40 per cent of the seats would suggest about 10 (usually 6 to 14). No "
        "account of Tōtara (by luck 4 in 100) or Nīkau (44 in 100). 21 of 24 (88 per cent) are in "
        "the governing parties, which hold 56 per cent of the seats."
    )


def test_a_list_in_proportion_in_full():
    assert said(BALANCED) == (
        "You follow 24 politicians. That is as close to the mix of parties in Parliament as 24 "
        "accounts can be. A list of 24 chosen without any preference would usually have up to six "
        "out of place (27 per cent); yours has 4 per cent, which happens by luck more than 99 "
        "times in 100. No sign of imbalance beyond what luck explains. With 24 accounts this check "
        "would have noticed, four times in five, a list that is 86 per cent or more (or 22 per "
        "cent or less) government; smaller tilts may go unseen."
    )


def test_too_few_names_the_parties():
    assert said((4, 1, 0, 1, 0, 0)) == (
        "Too few to tell. You follow six politicians (four Kauri, one Rimu and one Miro). With "
        "fewer than 10, even a one-sided list can come about by luck."
    )
    assert "(all Kauri)" in said((5, 0, 0, 0, 0, 0))
    assert "You follow one politician (Nīkau)." in said((0, 0, 0, 0, 0, 1))


def test_nobody_is_said_with_what_was_read():
    assert said((0,) * 6) == (
        "No accounts of politicians or parties were found among the 1,204 accounts you follow."
    )
    liked = Voice("like", "seats", NAMES)
    assert words.nobody(liked, 1).endswith("among the one account whose posts you liked.")
    assert words.nobody(liked, 0) == "You liked no posts."
    assert words.nobody(liked, 2, besides=1).startswith("No other accounts of politicians")


def test_even_handed_but_far_from_parliament():
    sentence = said((4, 4, 4, 4, 4, 4))
    assert "It fits a mix between that and the same number from each party" in sentence
    assert "No sign of imbalance beyond what luck" not in sentence


def test_a_flag_that_the_family_takes_away():
    sentence = said((7, 0, 0, 2, 1, 0), verdict="no_sign")
    assert "Taken alone it would be worth a look" in sentence
    assert "Even the nearest list of 10 accounts is 7 per cent out of place." in sentence


def test_one_out_of_place_is_one():
    assert "one of them would be from another party." in said((6, 3, 1, 1, 1, 0))


def test_other_kinds_and_references_have_their_own_words():
    liked = Voice("like", "votes", NAMES)
    sentence = said(ONE_SIDED, voice=liked)
    assert sentence.startswith("You liked posts by 24 politicians. To match the mix of party votes")
    assert "per cent of the party votes" in sentence
    assert "the mix the agency has set" in said(BALANCED, voice=Voice("repost", "own", NAMES))


def test_a_single_governing_party_holds():
    sentence = words.government(assess(listed(ONE_SIDED), SEATS), FOLLOW, ["party:kauri"])
    assert sentence == (
        "16 of 24 (67 per cent) are in the governing party, which holds 40 per cent of the seats."
    )
    assert words.government(assess(listed(ONE_SIDED), SEATS), FOLLOW, []) == ""


def test_ministers_are_set_aside_in_words():
    without = assess(listed((9, 3, 0, 1, 1, 0)), LATER_SEATS)
    assert words.ministers(10, 24, without, FOLLOW, without.verdict) == (
        "Of these, 10 are ministers you follow for your work. Without them 14 remain, three out of "
        "place: no sign of imbalance beyond luck."
    )
    few = assess(listed((1, 0, 0, 0, 0, 0)), LATER_SEATS)
    assert words.ministers(1, 2, few, FOLLOW, few.verdict) == (
        "Of these, one is a minister you follow for your work. Without that account one remains: "
        "too few to tell."
    )
    most = words.ministers(11, 12, few, FOLLOW, few.verdict)
    assert most.endswith("Most of the list is set aside; the verdict rests on one account.")
    assert words.ministers(3, 3, assess({}, SEATS), FOLLOW, "none").endswith("nobody remains.")
    assert words.ministers(0, 24, without, FOLLOW, without.verdict) == ""


def test_what_could_not_be_seen():
    small = assess(listed((3, 2, 1, 1, 1, 0)), SEATS, minimum=6)
    assert words.unseen(small, detectable(8, SEATS, GOVERNING)) == (
        "With eight accounts this check would have noticed, four times in five, a list that is "
        "6 per cent or less government; smaller tilts may go unseen."
    )
    nothing = detectable(3, SEATS, GOVERNING)
    assert "often miss even a list wholly from one side" in words.unseen(small, nothing)
    assert words.unseen(small, None) == "Small tilts may go unseen."


def test_those_without_a_seat():
    assert words.outside({}, 0) == ""
    assert words.outside({"candidate": 1, "former member": 3}, 2) == (
        "Not counted, for want of a seat: one candidate, three former members and two of a party "
        "that is not measured here."
    )


def test_concentration_remedy_and_not_assessed():
    found = Concentration("per:1", 14, 24)
    assert words.concentrated(found, ("like", "likes"), "A. Example, Minister") == (
        "14 of 24 likes went to one politician (A. Example, Minister)."
    )
    additions = fewest_additions(listed(ONE_SIDED), LATER_SEATS)
    assert words.remedy(additions, FOLLOW) == (
        "Adding nine accounts (six Rimu and three Tōtara) would bring the list within 10 per cent "
        "of the mix of parties in Parliament; only where there is a reason to follow them."
    )
    assert words.remedy({}, FOLLOW) == ""
    assert words.not_assessable("half the House has no account here") == (
        "Not assessed, because half the House has no account here."
    )


def test_what_changed():
    before, after = people((16, 3, 0, 3, 2, 0)), people((15, 5, 1, 3, 2, 0))
    assert stock_changed(stock_change(before, after, SEATS, SEATS), FOLLOW) == (
        "Three accounts (two Rimu and one Tōtara) added, one account (one Kauri) removed. "
        "Share out of place 32 per cent → 22 per cent."
    )
    swung = dict(SEATS) | {"party:kauri": 60, "party:rimu": 23}
    sentence = stock_changed(stock_change(before, after, SEATS, swung), FOLLOW)
    assert sentence.endswith("of that come from changes in Parliament, not from you.")
    away = dict(SEATS) | {"party:kauri": 48, "party:totara": 16}
    assert "would have moved it one point up." in stock_changed(
        stock_change(before, people((13, 6, 3, 2, 1, 0)), SEATS, away | {"party:miro": 10}), FOLLOW
    )
    assert stock_changed(stock_change({}, {}, SEATS, SEATS), FOLLOW) == (
        "No accounts added, no accounts removed."
    )


def test_whether_a_quarter_changed():
    assert flow_changed(FlowChange(0.4, 0.09)) == (
        "The two quarters are 40 per cent apart: no change that luck could not explain."
    )
    assert flow_changed(FlowChange(0.4, 0.04)).endswith("the mix of parties changed.")
    assert "nothing to compare" in flow_changed(FlowChange(None, None))


@pytest.mark.parametrize(
    ("p", "how_often", "bracket"),
    [
        (1.0, "more than 99 times in 100", "more than 99 in 100"),
        (0.984, "about 98 times in 100", "98 in 100"),
        (0.2, "about 20 times in 100", "20 in 100"),
        (0.0441, "about once in 25 times", "4 in 100"),
        (0.012, "about once in 80 times", "1 in 100"),
        (0.0059, "about once in 150 times", "1 in 150"),
        (0.001, "about once in 1,000 times", "1 in 1,000"),
        (0.0009, "less than once in 1,000 times", "less than 1 in 1,000"),
    ],
)
def test_chances_in_words(p, how_often, bracket):
    assert (odds(p), chance(p)) == (how_often, bracket)


def test_shares_and_lists_in_words():
    assert [per_cent(share) for share in (0, 0.001, 0.125, 0.5549, 1)] == [
        "0 per cent",
        "less than 1 per cent",
        "13 per cent",
        "55 per cent",
        "100 per cent",
    ]
    assert listing(["a", "b", "c"], "or") == "a, b or c"


def test_every_verdict_has_its_words():
    untested = {rule.NONE, rule.TOO_FEW, rule.NOT_ASSESSABLE}
    assert set(VERDICT_WORDS) == rule.TESTED | untested


@pytest.mark.parametrize("kind", ["follow", "like", "repost"])
@pytest.mark.parametrize("reference", ["seats", "votes", "equal", "available", "custom"])
def test_words_that_are_never_used(kind, reference):
    voice = Voice(kind, reference, NAMES)
    lists = (ONE_SIDED, BALANCED, (4, 12, 6, 0, 0, 2), (1, 0, 0, 0, 0, 0), (0,) * 6)
    spoken = [said(counts, voice=voice) for counts in lists]
    assert not [text for text in spoken if NEVER.search(text)]
    assert not [text for text in spoken if "  " in text or not text.endswith(".")]
