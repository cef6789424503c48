"""The sentence that says all changes never calls what nobody could compare unchanged."""

from dataclasses import replace
from datetime import datetime

import pytest

from audit.changes.past import Run
from audit.changes.words import of, with_sentence
from audit.period import NEW_ZEALAND
from audit.review.model import Changes, ListCompared

LAST = Run("2026-Q3", "2026-Q3", datetime(2026, 10, 5, 6, 30, tzinfo=NEW_ZEALAND))
LIST = ListCompared("x", "1", "tauira", "follow", "2026-Q3", True, 0, 0, "")
NONE = Changes("2026-Q3", 0, 0, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ((True, False), "no change seen. 1 of 2 lists could be compared in full."),
        ((False, False), "it is not known what changed. 0 of 2 lists could be compared in full."),
    ],
)
def test_no_change_is_said_only_where_a_list_was_compared(known, said) -> None:
    lists = tuple(replace(LIST, known=one) for one in known)
    told = with_sentence(replace(NONE, lists=lists), LAST)
    assert told.sentence == f"Since the review of 2026-Q3 (read 5 October 2026): {said}"


def test_a_follow_gone_from_an_export_is_not_called_an_unfollow() -> None:
    row = {"what": "left", "status": "active", "who": "7"}
    assert of(row) == (
        "No longer in the list; whether we unfollowed it or the account went could not be looked "
        "up."
    )
    gone = of(row | {"status": "suspended", "who": "@kea"})
    assert "It was suspended already at an earlier review." in gone
    assert "known by its handle alone" in gone


def test_a_row_that_ran_out_is_called_so() -> None:
    said = {"said_then": "on the list Ours", "said_now": "on no list"}
    row = {"what": "label", "handle_then": "kea", "handle_now": "Kea", "ran_out": True, **said}
    end = "The account did not change: a row of the list ran out."
    assert of(row) == f"Then on the list Ours, now on no list. {end}"
    assert of(row | {"ran_out": False}).endswith("The data of now says the same of then.")


def test_a_list_that_says_otherwise_of_then_too_was_changed() -> None:
    row = {"what": "register", "said_then": "on the list Ours", "said_now": "on no list"}
    assert of(row) == (
        "Then on the list Ours, now on no list. The account did not change: the register or the "
        "list of now says otherwise of then too."
    )
