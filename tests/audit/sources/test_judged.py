from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from audit.sources.judged import Named, judge
from audit.sources.rows import AGENCY, CLEAR, GOOD, INFO, LEVELS, LOOK

TODAY = date(2026, 11, 29)
NEW, OLD = date(2026, 1, 1), date(2024, 11, 28)


def row(level: str, lineage: str = "A", as_at: date | None = NEW, name: str = "List") -> Named:
    return Named(0, "by its id", name, lineage, "low", level, as_at)


def level(*named: Named) -> str | None:
    found = judge(named, TODAY)
    return found.level if found else None


def test_a_fresh_row_asks_for_a_look_and_an_old_one_does_not() -> None:
    assert level(row(LOOK)) == LOOK
    assert level(row(LOOK, as_at=OLD)) == INFO
    assert level(row(LOOK, as_at=None)) == INFO
    assert level(row(LOOK, as_at=OLD), row(LOOK, "B")) == LOOK


def test_raters_that_disagree_lower_the_level_and_it_is_said() -> None:
    found = judge([row(LOOK), row(GOOD, "B")], TODAY)
    assert found is not None
    assert found.level == INFO
    assert found.note.startswith("Raters think well of it too")
    assert level(row(LOOK), row(GOOD, "A")) == INFO
    assert level(row(GOOD)) is None


def test_the_agency_decides_over_every_list() -> None:
    assert level(row(CLEAR, AGENCY), row(LOOK), row(LOOK, "B")) == CLEAR
    assert level(row(LOOK, AGENCY, as_at=OLD), row(GOOD, "B")) == LOOK


def test_lists_with_the_same_raters_are_one_witness_and_said_so() -> None:
    found = judge([row(LOOK, name="One"), row(INFO, name="Two"), row(INFO, "B", name="C")], TODAY)
    assert found is not None
    assert found.note == (
        "Also on “Two”, dated 1 January 2026, as: low (from the same raters); "
        "“C”, dated 1 January 2026, as: low."
    )


@given(
    st.lists(
        st.builds(
            row,
            st.sampled_from([LOOK, INFO, GOOD]),
            st.sampled_from("AB"),
            st.sampled_from([NEW, OLD, None]),
        )
    )
)
def test_lists_are_no_votes(named: list[Named]) -> None:
    once = level(*named)
    assert level(*named, *named) == once
    assert once in (None, *LEVELS)
    assert (once == LOOK) <= any(one.level == LOOK and one.as_at == NEW for one in named)
