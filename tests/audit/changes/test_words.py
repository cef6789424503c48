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


def test_another_answer_of_the_data_may_be_a_row_that_has_run_out() -> None:
    row = {"what": "register", "said_then": "on the list Ours", "said_now": "on no list"}
    assert of(row) == (
        "Then on the list Ours, now on no list. The account did not change: the register or the "
        "list of now says otherwise of then too, or the list's row has run out."
    )
