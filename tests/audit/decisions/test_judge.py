"""Every row that comes back ends in exactly one bucket, and nothing is guessed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.decisions.judge import in_one_line
from audit.decisions.model import (
    MISSING,
    NOT_USED,
    NOTED,
    UNDECIDED,
    USED,
    VALUES,
    Written,
)
from audit.item import is_item
from reports import text
from tests.audit.decisions.returning import ISSUED_AT, ITEMS, book, by_row, issued, judged, row

FOLLOW, LIKE, REPOST, QUOTE, LINK, ACCOUNT = ITEMS[:6]
KEEP = Written("Keep", "Statutory partner")


def only(one, **more):
    """Judge one row alone; give its bucket, what is said and what is recorded."""
    reading = judged(book(one), items=ITEMS, **more)
    (outcome,) = [each for each in reading.outcomes if each.row]
    return outcome.bucket, outcome.said, outcome.decided


@pytest.mark.parametrize(
    ("one", "written"),
    [
        (FOLLOW, KEEP),
        (FOLLOW, Written("Unfollow", "", "", "2026-12-18")),
        (LIKE, Written("Undo like", "", "Comms", "2026-12-18")),
        (REPOST, Written("Undo repost", "", "", "2026-12-18")),
        (QUOTE, Written("Undo repost", "", "", "2026-12-18")),
        (LINK, Written("Escalate", "", "DCE")),
        (ACCOUNT, KEEP),
    ],
)
def test_a_whole_decision_is_used(one, written):
    bucket, _, decided = only(row(one, written))
    assert bucket == USED
    assert (decided.item, decided.key, decided.decision) == (one.item, one.key, written.decision)
    assert decided.lacks == ""


@pytest.mark.parametrize(
    ("written", "lacks"),
    [("Keep", "a reason"), ("Unfollow", "a due date"), ("Escalate", "an owner")],
)
def test_a_decision_that_lacks_something_is_used_and_asked_for_again(written, lacks):
    bucket, said, decided = only(row(FOLLOW, Written(written)))
    assert bucket == NOTED
    assert f"needs {lacks}, so it is asked for again" in said
    assert decided.lacks == lacks


@pytest.mark.parametrize("typed", ["keep", "KEEP", "Keep"])
def test_the_case_of_a_word_does_not_matter(typed):
    assert only(row(FOLLOW, Written(typed, "Why")))[2].decision == "Keep"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("unfolow", "did you mean Unfollow?"), ("Yes", ""), ("Escalate to DCE", "Escalate"),
     ("=L2", ""), ("remove", "")],
)  # fmt: skip
def test_a_suggestion_is_printed_and_never_applied(typed, hint):
    bucket, said, decided = only(row(FOLLOW, Written(typed)))
    assert (bucket, decided) == (NOT_USED, None)
    assert "is not one of Keep, Unfollow" in said
    assert hint in said


@pytest.mark.parametrize(
    ("one", "value"),
    [(FOLLOW, "Undo like"), (LIKE, "Unfollow"), (LINK, "Undo repost"), (ACCOUNT, "Unfollow")],
)
def test_a_decision_must_fit_the_act(one, value):
    bucket, said, _ = only(row(one, Written(value, "", "", "2026-12-18")))
    assert bucket == NOT_USED
    assert f"{value} does not fit a" in said


@pytest.mark.parametrize(
    ("due", "typed", "bucket", "said"),
    [
        (date(2026, 10, 5), False, USED, "Due 5 October 2026"),
        (date(2028, 4, 5), False, USED, "Due 5 April 2028"),
        (date(2028, 4, 6), False, NOT_USED, "6 April 2028 is not from 5 October 2026 to"),
        (date(2026, 1, 7), False, NOT_USED, "7 January 2026 is not from"),
        (date(2026, 12, 3), True, NOTED, "“3/12/2026” was read day first as 3 December 2026"),
        (None, True, NOT_USED, "“3/12/2026” cannot be read"),
    ],
)
def test_due_dates(due, typed, bucket, said):
    written = Written("Unfollow", "", "", "3/12/2026" if typed else due.isoformat())
    found = only(replace(row(FOLLOW), written=written, due_day=due, due_typed=typed))
    assert found[0] == bucket
    assert said in found[1]


def test_a_wrong_check_character_is_not_used_and_the_nearest_item_is_named():
    wrong = FOLLOW.item[:-1] + ("A" if FOLLOW.item[-1] != "A" else "B")
    bucket, said, _ = only(replace(row(FOLLOW, KEEP), item=wrong))
    assert bucket == NOT_USED
    assert f"{wrong} is not an item number as issued; did you mean {FOLLOW.item}?" in said


@given(st.integers(0, 9999), st.integers(0, 6), st.integers(1, 9))
def test_one_wrong_digit_and_two_swapped_digits_are_always_noticed(number, place, added):
    item = issued(number).item
    places = [at for at, letter in enumerate(item[:-1]) if letter.isdigit()]
    at = places[place]
    digit = str((int(item[at]) + added) % 10)
    wrong = item[:at] + digit + item[at + 1 :]
    assert is_item(item)
    assert not is_item(wrong)
    for one, other in pairwise(places):
        letters = [*item]
        letters[one], letters[other] = letters[other], letters[one]
        assert is_item("".join(letters)) == (item[one] == item[other])


def test_a_number_that_no_run_gave_is_not_used():
    bucket, said, _ = only(row(issued(400), KEEP))
    assert bucket == NOT_USED
    assert "no run issued an item" in said.lower()


def test_without_a_number_a_row_is_matched_where_it_fits_one_item_alone():
    bucket, said, decided = only(replace(row(FOLLOW, KEEP), item=""))
    assert (bucket, decided.item) == (NOTED, FOLLOW.item)
    assert "matched by its account, type and link" in said
    twin = replace(FOLLOW, item=issued(30).item)
    reading = judged(book(replace(row(FOLLOW, KEEP), item="")), items=(*ITEMS, twin))
    assert by_row(reading)["back.xlsx", 2][0] == NOT_USED


def test_changed_evidence_is_named_and_the_decision_is_read():
    changed = replace(row(FOLLOW, KEEP), cells=FOLLOW.cells | {"what we found": "Nothing"})
    bucket, said, decided = only(changed)
    assert (bucket, decided.decision) == (NOTED, "Keep")
    assert "Changed since it was issued: What we found" in said


def test_the_same_decision_twice_counts_once_and_different_ones_not_at_all():
    same = judged(book(row(FOLLOW, KEEP), row(FOLLOW, KEEP)), items=ITEMS)
    assert [bucket for bucket, _ in by_row(same).values()] == [USED, NOTED]
    assert len(same.new) == 1
    other = row(FOLLOW, Written("Unfollow", "", "", "2026-12-18"))
    differ = judged(book(row(FOLLOW, KEEP)), book(other, file="b.xlsx"), items=ITEMS)
    assert {bucket for bucket, _ in by_row(differ).values()} == {NOT_USED}
    assert all("b.xlsx, sheet Findings, row 2" in said for _, said in by_row(differ).values())
    assert not differ.new


def test_the_plainest_of_rows_that_say_the_same_counts_in_any_order():
    rows = [row(FOLLOW, KEEP), row(FOLLOW, replace(KEEP, decision="keep "))]
    for order in (rows, rows[::-1]):
        reading = judged(book(*order), items=ITEMS)
        assert sorted(bucket for bucket, _ in by_row(reading).values()) == [USED, NOTED]


def test_two_managers_each_fill_in_their_own_rows_of_a_copy():
    first = book(row(FOLLOW, KEEP), row(LIKE), file="a.xlsx")
    second = book(row(FOLLOW), row(LIKE, KEEP), file="b.xlsx")
    reading = judged(first, second, items=ITEMS)
    assert [bucket for bucket, _ in by_row(reading).values()] == [USED, UNDECIDED, UNDECIDED, USED]
    assert by_row(reading)["b.xlsx", 2][1].startswith("Decided in a.xlsx, sheet Findings, row 2")


def test_a_merged_decision_is_not_spread_over_its_rows():
    bucket, said, _ = only(row(FOLLOW, Written(), merged=True))
    assert bucket == NOT_USED
    assert "merged with the one above" in said


def test_decision_columns_sorted_on_their_own_refuse_the_file():
    filled = [issued(n, Written("Keep", f"Reason {n}")) for n in range(4)]
    blank = [issued(n) for n in range(4, 8)]
    items = (*filled, *blank)
    whole = judged(book(*(row(one) for one in reversed(items))), items=items)
    assert whole.count(USED) == 4
    decisions = [one.written for one in items]
    shifted = zip(items, decisions[2:] + decisions[:2], strict=True)
    moved = judged(book(*(row(one, written) for one, written in shifted)), items=items)
    assert moved.count(NOT_USED) == len(items)
    assert moved.files[0].refused
    assert "sorted on their own" in moved.files[0].said


def test_one_decision_that_a_person_copies_to_another_row_is_read():
    filled = [issued(n, Written("Keep", f"Reason {n}")) for n in range(4)]
    blank = issued(6)
    rows = [*(row(one) for one in filled), row(blank, filled[0].written)]
    assert judged(book(*rows), items=(*filled, blank)).count(NOT_USED) == 0


def test_a_newer_layout_is_refused_and_an_unread_file_has_no_missing_items():
    newer = judged(book(row(FOLLOW, KEEP), layout=2), items=ITEMS)
    assert by_row(newer)["back.xlsx", 2][0] == NOT_USED
    locked = judged(book(problem="it is locked"), items=ITEMS)
    assert locked.outcomes == ()
    assert locked.files[0].refused


def test_an_older_workbook_never_overrules_a_newer_one():
    later = replace(FOLLOW, run_id="2026-Q4-bb", observed_at=ISSUED_AT + timedelta(days=91))
    items = (later, *ITEMS)
    old = book(row(FOLLOW, Written("Unfollow", "", "", "2027-02-01")), file="old.xlsx")
    new = book(row(later, KEEP), file="new.xlsx", run="2026-Q4-bb")
    for books in ((old, new), (new, old)):
        reading = judged(*books, items=items)
        assert [one.decision for one in reading.new] == ["Keep"]
        assert by_row(reading)["old.xlsx", 2][0] == NOT_USED
    recorded = judged(new, items=items).new
    bucket, said = by_row(judged(old, items=items, recorded=recorded))["old.xlsx", 2]
    assert bucket == NOT_USED
    assert "says Keep" in said


def test_reading_twice_changes_nothing_and_a_correction_replaces():
    first = judged(book(row(FOLLOW, KEEP)), items=ITEMS)
    assert not judged(book(row(FOLLOW, KEEP)), items=ITEMS, recorded=first.new).new
    other = book(row(FOLLOW, Written("Escalate", "", "DCE")), file="again.xlsx")
    changed = judged(other, items=ITEMS, recorded=first.new)
    assert "It replaces Keep" in by_row(changed)["again.xlsx", 2][1]
    assert [one.decision for one in changed.new] == ["Escalate"]


def test_a_decision_taken_out_stays_recorded_and_is_said():
    filled = issued(0, KEEP)
    reading = judged(book(row(filled, Written())), items=(filled,))
    assert by_row(reading)["back.xlsx", 2] == (
        UNDECIDED, "Keep was taken out here; it stays recorded",
    )  # fmt: skip


def test_what_is_missing_is_named():
    reading = judged(book(row(FOLLOW, KEEP)), items=ITEMS)
    missing = [one.item for one in reading.outcomes if one.bucket == MISSING]
    assert missing == [one.item for one in ITEMS[1:]]
    assert in_one_line(reading) == (
        "1 row read: 1 used, 0 used with a note, 0 not used, 0 undecided. 11 items missing."
    )


def test_how_to_decide_explains_the_words_that_are_read():
    assert tuple(word for word, *_ in text.decisions.CHOICES) == VALUES
