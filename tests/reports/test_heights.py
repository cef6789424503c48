from hypothesis import given
from hypothesis import strategies as st

from reports.heights import MOST_LINES, height, lines

words = st.text(st.sampled_from("ab ā🥝\n"), max_size=300)


@given(words, st.integers(5, 60))
def test_lines_are_never_fewer_than_the_letters_need(text, width):
    letters = max(len(part) for part in text.split("\n"))
    assert lines(text, width) >= max(1 + text.count("\n"), -(-letters // width))


@given(words, st.integers(5, 60))
def test_a_wider_cell_never_takes_more_lines(text, width):
    assert lines(text, width + 1) <= lines(text, width)


def test_text_wraps_at_spaces_and_long_words_break():
    assert lines("", 10) == 1
    assert lines("one two three", 7) == 2
    assert lines("one two three", 8) == 2
    assert lines("a" * 25, 10) == 3
    assert lines("🥝" * 10, 10) == 2


def test_no_row_is_higher_than_a_spreadsheet_allows():
    assert height([("a" * 2000, 10)]) < 409
    assert height([("a" * (MOST_LINES * 20), 20)]) < 409
    assert height([]) < height([("a b " * 20, 20)])
