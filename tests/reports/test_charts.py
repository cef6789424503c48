from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from audit.review.model import Balance, PartyLine, Reference
from reports.charts import ROW, place, range_chart

NAMES = {f"party:{name}": f"{name.capitalize()} Party" for name in ("kauri", "rimu", "totara")}


def line(party: str, count: int, low: int, high: int) -> PartyLine:
    return PartyLine(f"party:{party}", count, 0.3, (low + high) / 2, low, high, 0.1)


def balance(*lines: PartyLine) -> Balance:
    counts = {each.party: each.count for each in lines}
    return Balance(
        scope="all", kind="follow", n=sum(counts.values()), outside=0, set_aside=0, counts=counts,
        reference=Reference("seats", date(2026, 9, 30), dict.fromkeys(counts, 1)), d=0.1,
        misplaced=1, floor=0.0, chance_mean=0.2, c95=0.3, p=0.5, p_corridor=0.5, p_adjusted=0.5,
        verdict="no_sign", transition=False, lines=lines, sentence="",
    )  # fmt: skip


def test_a_bar_is_as_long_as_its_count():
    chart = range_chart(balance(line("kauri", 16, 4, 12), line("rimu", 8, 4, 12)), NAMES)
    first, second = chart.bars
    assert first.length == 2 * second.length
    assert (first.top, second.top, chart.height) == (0, ROW, 2 * ROW)


def test_the_words_say_who_is_above_and_below():
    chart = range_chart(
        balance(line("kauri", 16, 4, 12), line("rimu", 1, 2, 6), line("totara", 3, 2, 6)), NAMES
    )
    assert [bar.place for bar in chart.bars] == ["above", "below", "inside"]
    assert chart.description == (
        "Above the agreed range: Kauri Party. Below the agreed range: Rimu Party. "
        "The others are inside it. The table after this chart has the figures."
    )


def test_nobody_outside_and_nobody_inside_are_said_too():
    inside = range_chart(balance(line("kauri", 4, 4, 12)), NAMES)
    assert inside.description.startswith("Every party is inside the agreed range.")
    outside = range_chart(balance(line("kauri", 3, 4, 12)), NAMES)
    assert "inside" not in outside.description


@given(
    st.lists(
        st.builds(
            lambda count, low, width: line("kauri", count, low, low + width),
            st.integers(0, 400), st.integers(0, 300), st.integers(0, 80),
        ),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_every_mark_stays_on_the_drawing_and_agrees_with_its_word(lines):
    for bar, each in zip(range_chart(balance(*lines), NAMES).bars, lines, strict=True):
        stop = bar.band_start + bar.band_length
        assert 0 <= bar.length <= bar.end <= 66.01
        assert 0 <= bar.band_start <= bar.tick <= stop + 0.02 <= bar.end + 0.04
        assert (bar.length > stop) == (place(each) == "above")
        assert (bar.length < bar.band_start) == (place(each) == "below")


def test_an_expected_tick_beyond_the_range_keeps_its_place():
    far = replace(line("kauri", 0, 0, 0), expected=3.0)
    (bar,) = range_chart(balance(far), NAMES).bars
    assert bar.tick == bar.end == 66.0
