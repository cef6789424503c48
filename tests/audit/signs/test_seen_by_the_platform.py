"""What a platform or a profile says of an account: gone, moved, silent, automated."""

from datetime import timedelta

import pytest

from audit.signs.answer import COULD_NOT_LOOK, NOT_SEEN, SEEN, SIGN_COLUMNS
from audit.signs.automated import says_automated
from audit.signs.dormant import dormant
from audit.signs.gone import gone
from audit.signs.moved import moved
from tests.audit.signs.accounts import NOW, accounts


@pytest.mark.parametrize(
    ("status", "is_gone", "has_moved"),
    [
        ("active", NOT_SEEN, NOT_SEEN),
        ("protected", NOT_SEEN, NOT_SEEN),
        ("suspended", SEEN, NOT_SEEN),
        ("deactivated", SEEN, NOT_SEEN),
        ("deleted", SEEN, NOT_SEEN),
        ("moved", NOT_SEEN, SEEN),
        ("unknown", COULD_NOT_LOOK, COULD_NOT_LOOK),
    ],
)
def test_the_platforms_own_word(status: str, is_gone: str, has_moved: str) -> None:
    asked = accounts({"status": status})
    assert list(gone(asked)["state"]) == [is_gone]
    assert list(moved(asked)["state"]) == [has_moved]
    assert list(gone(asked)) == list(SIGN_COLUMNS)


def test_a_year_without_a_post() -> None:
    asked = accounts(
        {"last_post_at": NOW - timedelta(days=365)},
        {"last_post_at": NOW - timedelta(days=364)},
        {"last_post_at": NOW + timedelta(days=1)},
        {},
        {"status": "protected"},
    )
    found = dormant(asked)
    assert list(found["state"]) == [SEEN, NOT_SEEN, NOT_SEEN, COULD_NOT_LOOK, COULD_NOT_LOOK]
    assert found["what"].iloc[0] == "Its last post was on 20 October 2025."
    assert "protected" in found["what"].iloc[4]


@pytest.mark.parametrize(
    ("profile", "state"),
    [
        ("I'm a bot that posts the tides.", SEEN),
        ("This is an automated account of the tide gauge", SEEN),
        ("Bot. Posts earthquakes.", SEEN),
        ("Tide times, automated feed", SEEN),
        ("I am not a bot!", NOT_SEEN),
        ("I build robots and chat bots", NOT_SEEN),
        ("Botany for everyone", NOT_SEEN),
        ("", NOT_SEEN),
        (None, COULD_NOT_LOOK),
    ],
)
def test_only_the_profile_itself_says_automated(profile: str | None, state: str) -> None:
    found = says_automated(accounts({"description": profile, "handle": "robot_bot"})).iloc[0]
    assert found["state"] == state
    if state == SEEN:
        assert found["what"].startswith("Its profile says that it is automated: “")
    if state == NOT_SEEN:
        assert "own field" in found["what"]
