"""Whatever comes back, every row ends in one bucket, and reading again changes nothing."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from audit.decisions.model import BUCKETS, MISSING, NOT_USED, USED, Reading, Returned, Written
from tests.audit.decisions.returning import ISSUED_AT, ITEMS, WRITTEN, book, issued, judged, row

OLD, NEW, UNSAID = "2026-Q3-aa", "2026-Q4-bb", ""
KEPT = Written("Keep", "As before")
FIRST = tuple(issued(number, KEPT if number % 5 == 0 else Written()) for number in range(12))
LATER = tuple(
    replace(
        issued(number, KEPT if number % 4 == 0 else Written(), NEW),
        observed_at=ISSUED_AT + timedelta(days=91),
    )
    for number in range(4, 16)
)
ISSUED = (*LATER, *FIRST)
STRAYS = st.sampled_from(["", "26Q3-0001-A", "26Q3-0999-0", ITEMS[7].item])
ROWS = st.lists(
    st.tuples(st.sampled_from(ISSUED), st.none() | WRITTEN, st.none() | STRAYS, st.booleans()),
    max_size=14,
)
BOOKS = st.lists(
    st.tuples(ROWS, st.sampled_from([OLD, NEW, UNSAID]), st.sampled_from([1, 1, 1, 2, None])),
    min_size=1,
    max_size=3,
)


def made(drawn, order=None) -> list[Returned]:
    """Make the books that were drawn, their rows in the order drawn or in another."""
    books = []
    for place, (rows, run, layout) in enumerate(drawn):
        told = [
            replace(row(one, written, merged=merged), item=one.item if stray is None else stray)
            for one, written, stray, merged in rows
        ]
        if order:
            order.shuffle(told)
        books.append(book(*told, file=f"{place}.xlsx", run=run, layout=layout))
    if order:
        order.shuffle(books)
    return books


def became(reading: Reading) -> Counter[object]:
    """Count what became of rows, wherever they stand."""
    return Counter((one.file, one.item, one.written, one.bucket) for one in reading.outcomes)


@given(BOOKS)
def test_each_row_ends_in_one_bucket_with_its_words_and_the_rest_is_missing(drawn):
    books = made(drawn)
    reading = judged(*books, items=ISSUED)
    rows = {(one.file, each.row): each.written for one in books for each in one.rows}
    found = [one for one in reading.outcomes if one.row]
    assert {(one.file, one.row): one.written for one in found} == rows
    assert len(found) == len(rows)
    assert sum(reading.count(bucket) for bucket in BUCKETS) == len(rows) + reading.count(MISSING)
    assert all(one.bucket != MISSING for one in found)
    lost = [one.item for one in reading.outcomes if not one.row]
    assert all(one.bucket == MISSING for one in reading.outcomes if not one.row)
    assert not set(lost) & {one.item for one in found}
    if rows and {run for told, run, _ in drawn if told} == {OLD}:
        assert set(lost) == {one.item for one in FIRST} - {one.item for one in found}


@given(BOOKS, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_files_changes_nothing(drawn, random):
    reading, again = judged(*made(drawn), items=ISSUED), judged(*made(drawn, random), items=ISSUED)
    assert Counter(one.bucket for one in again.outcomes) == Counter(
        one.bucket for one in reading.outcomes
    )
    assert {(one.item, one.decision, one.reason, one.owner, one.due) for one in again.new} == {
        (one.item, one.decision, one.reason, one.owner, one.due) for one in reading.new
    }


@given(BOOKS)
def test_what_is_recorded_was_written_for_that_item_and_stands_once(drawn):
    books = made(drawn)
    reading = judged(*books, items=ISSUED)
    told = {
        (one.item, one.written.reason, one.written.owner, one.bucket == NOT_USED)
        for one in reading.outcomes
    }
    items = [one.item for one in reading.new]
    assert len(items) == len(set(items))
    assert all((one.item, one.reason, one.owner, False) in told for one in reading.new)


@given(BOOKS, st.randoms(use_true_random=False))
def test_reading_again_records_nothing_and_says_the_same_of_each_row(drawn, random):
    reading = judged(*made(drawn), items=ISSUED)
    again = judged(*made(drawn), items=ISSUED, recorded=reading.new)
    assert again.new == ()
    assert became(again) == became(reading)
    assert not judged(*made(drawn, random), items=ISSUED, recorded=reading.new).new


@given(ROWS)
def test_fewer_rows_never_lose_a_decision_that_nothing_contradicts(drawn):
    """A whole workbook and any part of it agree on each item that one row alone speaks of."""
    (whole,) = made([(drawn, OLD, 1)])
    reading = judged(whole, items=ISSUED)
    alone = Counter(one.item for one in reading.outcomes if one.row)
    for each, one in zip(whole.rows, reading.outcomes, strict=False):
        if alone[one.item] == 1 and one.bucket == USED and one.decided:
            part = judged(replace(whole, rows=(each,)), items=ISSUED)
            assert [new.decision for new in part.new] == [one.decided.decision]
