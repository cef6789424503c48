"""decisions.csv gives back what was written, and is refused where it was damaged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.decisions import ledger
from audit.decisions.model import Decided, Written
from connectors.errors import ConfigError
from tests.audit.decisions.returning import ITEMS, WRITTEN, book, judged, row

FOLLOW, KEEP = ITEMS[0], Written("Keep", "Statutory partner")


@given(st.lists(st.tuples(st.integers(0, 11), WRITTEN), max_size=14))
def test_decisions_csv_gives_back_what_was_written(drawn):
    new = judged(book(*(row(ITEMS[n], written) for n, written in drawn)), items=ITEMS).new
    whole = ledger.lines(Decided, new[:1], heading=True) + ledger.lines(
        Decided, new[1:], heading=False
    )
    assert ledger.parse(Decided, whole, "decisions.csv") == new


def test_a_damaged_decisions_csv_is_refused_with_its_line():
    new = judged(book(row(FOLLOW, KEEP)), items=ITEMS).new
    half = ledger.lines(Decided, new, heading=True) + "26Q3-0001-G,half"
    with pytest.raises(ConfigError, match="record 3"):
        ledger.parse(Decided, half, "decisions.csv")
    with pytest.raises(ConfigError, match="line 1"):
        ledger.parse(Decided, "a,b\n", "decisions.csv")
