"""What every report says of the register: known accounts by party and platform, and in words."""

from datetime import date
from pathlib import Path

from audit.register import load
from audit.register.state import register_state
from tests.audit.house import house
from tests.audit.small_pack import write_pack

DAY = date(2026, 9, 30)


def test_each_platform_of_ours_has_the_whole_house_and_any_of_them_comes_last(tmp_path: Path):
    state = register_state(
        load("tahi", write_pack(tmp_path / "tahi").parent), DAY, ["x", "mastodon"]
    )
    assert [(one.party, one.platform, one.known, one.members) for one in state.coverage] == [
        ("party:independent", "x", 1, 1),
        ("party:independent", "mastodon", 1, 1),
        ("party:independent", "all", 1, 1),
        ("party:kauri", "x", 1, 1),
        ("party:kauri", "mastodon", 0, 1),
        ("party:kauri", "all", 1, 1),
    ]
    assert [(one.platform, one.known, one.members) for one in state.totals] == [
        ("x", 2, 2),
        ("mastodon", 1, 2),
        ("all", 2, 2),
    ]
    assert (state.day, state.version) == (DAY, "2026-06-01")


def test_one_person_on_two_platforms_is_known_once(tmp_path: Path):
    state = register_state(house(tmp_path), DAY, ["x", "bluesky"])
    assert state.totals[-1].known == state.totals[0].known == 60


def test_the_sentence_names_the_best_and_the_least_known_party(tmp_path: Path):
    register = house(tmp_path, known={"kauri": 30, "rimu": 5, "totara": 6})
    assert register_state(register, DAY, ["x"]).sentence == (
        "The register knows an account on X of 41 of 60 sitting members: best for Kauri (30 of "
        "30), least for Rimu (5 of 20). A member whose account it does not know cannot be seen in "
        "any list."
    )


def test_a_platform_on_which_nobody_is_known_is_named(tmp_path: Path):
    sentence = register_state(house(tmp_path), DAY, ["x", "bluesky", "linkedin"]).sentence
    assert sentence.startswith("The register knows an account on your platforms of 60 of 60 ")
    assert "It knows none on Bluesky or LinkedIn." in sentence
    assert "best" not in sentence


def test_a_register_without_members_says_so_and_has_no_table(tmp_path: Path):
    state = register_state(house(tmp_path, until="2026-01-31"), DAY, ["x"])
    assert (state.coverage, state.totals) == ((), ())
    assert "no members of Parliament for 30 September 2026" in state.sentence
