"""What is known of an item, in words."""

from dataclasses import replace

import pytest

from audit.decisions.explain import Known, explained, row_in_words
from audit.decisions.model import NOT_USED, Earlier, Outcome, Written
from tests.audit.decisions.test_carry import BEFORE, FOLLOW

ROW = Outcome(NOT_USED, "back.xlsx", "Findings", 2, FOLLOW.item, "", Written("unfolow"), "")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (replace(ROW, said="Did you mean Unfollow?"), "unfolow. Did you mean Unfollow?"),
        (replace(ROW, said="Due 1 May 2027"), "unfolow. Due 1 May 2027."),
        (replace(ROW, written=Written()), "–."),
    ],
)
def test_what_stood_in_a_row_and_what_is_said_of_it_are_sentences(row: Outcome, said: str) -> None:
    assert row_in_words(row) == said


def test_the_history_names_the_reviews_that_have_the_item_no_more() -> None:
    seen = [Earlier(replace(FOLLOW, status="done"), BEFORE)]
    lines = explained(Known(seen, ["2026-Q3"], ["2026-Q4"], None, (), ()))
    place = lines.index("History:")
    assert lines[place + 1].startswith("  2026-Q3, read on 5 October 2026: done.")
    assert lines[place + 2] == "  2026-Q4: not among its items any more."
