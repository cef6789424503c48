"""Why a label is another one: the data where it says otherwise of then, else the day."""

import pandas as pd
import pytest

from audit.changes.labels import SAID, why_other


def answer(text: str) -> pd.DataFrame:
    return pd.DataFrame({name: [text if name == "actor" else ""] for name in SAID}, dtype="str")


@pytest.mark.parametrize(
    ("then", "cross", "same", "now", "why"),
    [
        ("member", "member", "member", "member", ""),
        ("member", "member", "member", "former", "label"),  # the data of now agrees about then
        ("member", "former", "member", "former", "label"),  # and that of then foresaw it
        ("nobody", "nobody", "member", "member", "register"),  # put right
        ("nobody", "nobody", "candidate", "member", "register"),  # put right, and the day too
        ("member", "member", "former", "member", ""),  # put right of then alone
    ],
)
def test_the_day_or_the_data(then: str, cross: str, same: str, now: str, why: str) -> None:
    found = why_other(*(answer(text) for text in (then, cross, same, now)))
    assert found["label"].tolist() == [why]
    assert found["flag"].tolist() == [""]
