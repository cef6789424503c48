"""Which lists are measured, who counts in them, against what, and when no verdict is given."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit.case import Case
from audit.config_sections import BalanceSection
from audit.mix.custom import load as load_custom
from audit.mix.measure import Yardstick
from audit.mix.rows import balance_rows
from audit.period import quarter_of
from audit.register import Register
from audit.review.model import Balance
from connectors.errors import ConfigError
from tests.audit.builders import acts, coverage
from tests.audit.house import SEATS, acts_of, house

PERIOD = quarter_of(date(2026, 8, 1), "financial")
ONE_SIDED = {"kauri": 24}
READ = [{"kind": kind} for kind in ("follow", "like", "repost", "quote")]


def rows(
    register: Register,
    *groups: list[dict[str, Any]],
    read: list[dict[str, Any]] = READ,
    **settings: Any,
) -> dict[tuple[str, str], Balance]:
    table = acts(*(row for group in groups for row in group))
    follows = table[table["kind"] == "follow"]
    case = Case(table, follows, coverage(*read), date(2026, 10, 5))
    custom = settings.pop("custom", None)
    yardstick = Yardstick(register, BalanceSection(**settings), custom)
    return {(row.scope, row.kind): row for row in balance_rows(case, yardstick, PERIOD)}


def test_a_one_sided_list_is_said_with_what_would_mend_it(tmp_path: Path) -> None:
    row = rows(house(tmp_path), acts_of(ONE_SIDED))["all", "follow"]
    assert (row.n, row.verdict, row.misplaced) == (24, "strongly_uneven", 12)
    assert row.counts == {"party:kauri": 24, "party:rimu": 0, "party:totara": 0}
    assert row.reference.weights == {f"party:{p}": seats for p, seats in SEATS.items()}
    remedy = next(note for note in row.notes if note.startswith("Adding"))
    assert "Rimu" in remedy
    assert "only where there is a reason to follow them" in remedy
    assert any("@rimu-1 on X" in note for note in row.notes)


def test_a_list_in_proportion_says_what_it_could_not_have_seen(tmp_path: Path) -> None:
    row = rows(house(tmp_path), acts_of({"kauri": 12, "rimu": 8, "totara": 4}))["all", "follow"]
    assert (row.d, row.verdict) == (0, "no_sign")
    assert "this check would have noticed" in row.sentence


def test_one_person_on_two_platforms_or_liked_often_is_one(tmp_path: Path) -> None:
    here = acts_of({"kauri": 2})
    there = acts_of({"kauri": 2}, platform="bluesky")
    likes = acts_of({"kauri": 1}, kind="like", happened_at="2026-08-01T00:00:00Z")
    found = rows(house(tmp_path), here, there, likes * 6)
    assert found["all", "follow"].n == 2
    assert found["x", "follow"].n == 2
    assert found["all", "like"].n == 1
    assert "6 of 6 likes went to one politician (Kauri-1, member)." in found["all", "like"].notes


def test_people_without_a_seat_stand_beside_the_figure(tmp_path: Path) -> None:
    out = acts_of({"rimu": 3}, role="candidate")
    register = house(tmp_path)
    plain = rows(register, acts_of({"kauri": 12, "totara": 2}))["all", "follow"]
    beside = rows(register, acts_of({"kauri": 12, "totara": 2}), out)["all", "follow"]
    assert (beside.n, beside.outside, beside.d) == (14, 3, plain.d)
    assert "Not counted, for want of a seat: three candidates." in beside.notes


def test_party_organisations_are_counted_and_said(tmp_path: Path) -> None:
    party = {**acts_of({"rimu": 1})[0], "actor": "party:rimu", "role": "party", "account_id": "r"}
    row = rows(house(tmp_path), acts_of({"kauri": 3}), [party])["all", "follow"]
    assert row.n == 4
    assert "One of these is a party." in row.notes


def test_own_ministers_are_set_aside_and_both_figures_shown(tmp_path: Path) -> None:
    aside = {"actor": "per:kauri-1", "reason": "Our minister", "from": "2026-01-01"}
    lapsed = {
        "actor": "per:kauri-2",
        "reason": "Was ours",
        "from": "2025-01-01",
        "to": "2026-01-01",
    }
    row = rows(house(tmp_path), acts_of(ONE_SIDED), set_aside=(aside, lapsed))["all", "follow"]
    assert (row.n, row.set_aside) == (23, 1)
    assert row.everyone is not None
    assert row.everyone.n == 24
    assert row.sentence.startswith("You follow 24 politicians.")
    assert "Without that account 23 remain" in row.sentence
    assert "Set aside: Kauri-1 (Our minister; from 1 January 2026)." in row.notes


def test_what_could_not_be_read_is_not_nothing_found(tmp_path: Path) -> None:
    register = house(tmp_path)
    unread = rows(register, read=[{"kind": "follow", "status": "failed"}])["all", "follow"]
    assert unread.verdict == "not_assessable"
    assert unread.sentence == "Not assessed, because the follows could not be read."
    part = rows(register, read=[{"kind": "follow", "status": "partial"}])["all", "follow"]
    assert part.verdict == "not_assessable"
    assert part.sentence.startswith("Not assessed, because only part of the follows could be read")
    nobody = rows(register)["all", "follow"]
    assert (nobody.verdict, nobody.d) == ("none", None)
    blind = [{"kind": "like", "unknown_reason": "not_in_export", "post_id": "1"}] * 3
    unknown = rows(register, blind)["all", "like"]
    assert unknown.sentence == "Not assessed, because it is not known whose posts 3 likes are."
    named = [{"kind": "follow", "unknown_reason": "not_in_export"}] * 2
    names = rows(register, named)["all", "follow"]
    assert (
        names.sentence == "Not assessed, because it is not known which accounts 2 follows are of."
    )


def test_acts_that_cannot_be_attributed_are_counted_beside(tmp_path: Path) -> None:
    blind = [{"kind": "like", "unknown_reason": "not_in_export", "post_id": "1"}]
    likes = acts_of({"kauri": 1}, kind="like", happened_at="2026-08-01T00:00:00Z")
    row = rows(house(tmp_path), blind, likes)["all", "like"]
    assert "1 like could not be attributed to an account and does not count here." in row.notes


def test_each_like_is_measured_by_the_house_of_its_own_day(tmp_path: Path) -> None:
    register = house(tmp_path, later={"2026-08-15": {"kauri": 20, "rimu": 20, "totara": 20}})
    before = acts_of({"kauri": 12}, kind="like", happened_at="2026-08-01T00:00:00Z")
    after = acts_of({"rimu": 12}, kind="like", happened_at="2026-09-01T00:00:00Z")
    weights = rows(register, before, after)["all", "like"].reference.weights
    whole = sum(weights.values())
    # half of the people under 30-20-10, half under 20-20-20: a mean of 5/12, 4/12, 3/12
    assert [round(12 * weight / whole) for weight in weights.values()] == [5, 4, 3]


def test_a_party_without_a_known_account_there_is_left_out_and_said(tmp_path: Path) -> None:
    known = {"kauri": 30, "rimu": 20, "totara": 0}
    row = rows(house(tmp_path, known=known), acts_of({"kauri": 8, "rimu": 6}))["x", "follow"]
    assert set(row.reference.weights) == {"party:kauri", "party:rimu"}
    assert "The register knows no account there of Totara; they are left out." in row.notes


def test_too_large_an_absence_is_no_verdict(tmp_path: Path) -> None:
    known = {"kauri": 30, "rimu": 0, "totara": 10}
    row = rows(house(tmp_path, known=known), acts_of(ONE_SIDED))["x", "follow"]
    assert row.verdict == "not_assessable"
    assert "33 per cent of the seats" in row.sentence


def test_a_register_that_knows_too_little_carries_no_verdict(tmp_path: Path) -> None:
    known = {"kauri": 14, "rimu": 9, "totara": 5}
    row = rows(house(tmp_path, known=known), acts_of({"kauri": 14}))["all", "follow"]
    assert row.verdict == "not_assessable"
    assert "only 28 of 60 members" in row.sentence


def test_an_uneven_register_carries_a_verdict_only_if_both_ways_agree(tmp_path: Path) -> None:
    known = {"kauri": 30, "rimu": 5, "totara": 5}
    all_known = acts_of({"kauri": 24, "rimu": 4, "totara": 4})
    followed = rows(house(tmp_path, known=known), all_known)["all", "follow"]
    assert followed.register_uneven
    assert followed.verdict == "not_assessable"
    assert "give another answer than the reference does" in followed.sentence
    assert any(
        note.startswith("It is uneven: 30 of 30 members of Kauri, but 5 of 20 members of Rimu.")
        for note in followed.notes
    )


def test_that_nobody_was_found_stands_beside_how_many_could_be(tmp_path: Path) -> None:
    known = {"kauri": 5, "rimu": 5, "totara": 5}
    row = rows(house(tmp_path, known=known))["x", "follow"]
    assert row.verdict == "none"
    assert row.notes[0] == (
        "The register knows an account on that platform of 15 of 60 members who sit for a party."
    )


def test_a_list_of_which_a_part_could_not_be_read_has_no_verdict(tmp_path: Path) -> None:
    read = [*READ, {"platform": "bluesky", "status": "failed"}]
    found = rows(house(tmp_path), acts_of({"kauri": 12, "rimu": 8, "totara": 4}), read=read)
    assert found["all", "follow"].verdict == "not_assessable"
    assert "part of the follows could not be read" in found["all", "follow"].sentence
    assert found["x", "follow"].verdict == "no_sign"


def test_no_politicians_among_the_few_known_is_not_none(tmp_path: Path) -> None:
    blind = [{"kind": "like", "unknown_reason": "not_in_export", "post_id": str(n)} for n in "123"]
    known = [{"kind": "like", "account_id": "7", "post_id": "4"}]
    row = rows(house(tmp_path), blind, known)["all", "like"]
    assert row.verdict == "not_assessable"
    assert row.sentence.endswith("3 likes are, and the others are of no politician.")


def test_an_old_election_without_a_result_is_still_said(tmp_path: Path) -> None:
    old = ELECTION.format(declared="", result=",,").replace("2026-08-10", "2026-02-10")
    register = house(tmp_path, elections=[old])
    row = rows(register, acts_of({"kauri": 12, "rimu": 8, "totara": 4}))["all", "follow"]
    assert row.transition
    assert any("is not in the register yet" in note for note in row.notes)


ELECTION = "2026,2026-08-10,{declared},2026-05-10,2026-08-09,{result}"


def test_an_election_without_a_result_is_said_and_the_old_house_used(tmp_path: Path) -> None:
    known = house(tmp_path, elections=[ELECTION.format(declared="", result=",,")])
    register = replace(known, version=date(2026, 8, 15))
    likes = acts_of({"kauri": 20}, kind="like", happened_at="2026-09-01T00:00:00Z")
    row = rows(register, likes)["all", "like"]
    assert (row.transition, row.verdict) == (True, "strongly_uneven")
    assert any("is not in the register yet" in note for note in row.notes)


def test_a_list_is_uneven_in_a_quarter_of_transition_only_if_both_houses_agree(
    tmp_path: Path,
) -> None:
    new = {"kauri": 10, "rimu": 40, "totara": 10}
    results = [
        ELECTION.format(declared="2026-08-20", result=f"party:{party},1000,{seats}")
        for party, seats in new.items()
    ]
    register = house(tmp_path, later={"2026-08-20": new}, elections=results)
    of_old = acts_of({"kauri": 16, "rimu": 5, "totara": 3}, kind="like")
    likes = [{**row, "happened_at": "2026-09-01T00:00:00Z"} for row in of_old]
    row = rows(register, likes)["all", "like"]
    assert (row.transition, row.verdict) == (True, "no_sign")
    assert row.p_adjusted is not None
    assert row.p_adjusted < 0.05
    assert any("A quarter of transition" in note for note in row.notes)


@pytest.mark.parametrize(
    ("reference", "weights"),
    [("equal", [1, 1, 1]), ("available", [30, 20, 10]), ("votes", [500, 300, 200])],
)
def test_other_references(tmp_path: Path, reference: str, weights: list[int]) -> None:
    votes = {"kauri": 5000, "rimu": 3000, "totara": 2000}
    declared = [
        f"2023,2023-10-14,2023-11-03,2023-07-14,2023-10-13,party:{party},{number},{SEATS[party]}"
        for party, number in votes.items()
    ]
    register = house(tmp_path, elections=declared)
    row = rows(register, acts_of(ONE_SIDED), reference=reference)["all", "follow"]
    assert list(row.reference.weights.values()) == weights


def test_the_agencys_own_reference_is_printed_with_its_reason(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "party,weight,valid_from,valid_to,reason\n"
        "party:kauri,1,,2025-12-31,Old\n"
        "party:kauri,3,2026-01-01,,Agreed by the board\n"
        "party:rimu,3,2026-01-01,,Agreed by the board\n"
    )
    register = house(tmp_path)
    found = rows(register, acts_of(ONE_SIDED), reference="own.csv", custom=load_custom(path))
    row = found["all", "follow"]
    assert row.reference.id == "custom"
    assert row.reference.weights == {"party:kauri": 3, "party:rimu": 3}
    assert any("Agreed by the board" in note for note in row.notes)
    path.write_text("party,weight\nparty:kauri,many\n")
    with pytest.raises(ConfigError, match=r"own\.csv, line 2: weight is 'many'"):
        load_custom(path)


def test_a_list_over_all_names_the_platforms_that_pull(tmp_path: Path) -> None:
    elsewhere = acts_of({"rimu": 20, "totara": 10}, platform="bluesky")
    read = [*READ, {"platform": "bluesky"}]
    found = rows(house(tmp_path), acts_of(ONE_SIDED), elsewhere, read=read)
    assert found["x", "follow"].verdict == "strongly_uneven"
    assert "X: uneven on that platform alone; see its own line." in found["all", "follow"].notes
