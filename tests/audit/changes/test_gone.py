"""What vanished with its account is laid at the account's door, once."""

import pandas as pd
import pytest

from audit.changes.gone import marked
from connectors.frames import TEXT


def people(status: str | None) -> pd.DataFrame:
    rows = [] if status is None else [{"platform": "x", "who": "7", "status": status}]
    return pd.DataFrame(rows, columns=["platform", "who", "status"], dtype=TEXT)


@pytest.mark.parametrize(
    ("then", "now", "what", "status"),
    [
        ("active", "suspended", "gone", "suspended"),
        ("unknown", "deleted", "gone", "deleted"),
        ("active", None, "unfollowed", "active"),  # nothing was read of it now
        ("active", "unknown", "unfollowed", "active"),
        ("deleted", "deleted", "unfollowed", "deleted"),  # it was gone already
        ("suspended", None, "unfollowed", "suspended"),
        ("active", "active", "unfollowed", "active"),
    ],
)
def test_an_account_goes_once(then: str, now: str | None, what: str, status: str) -> None:
    found = pd.DataFrame({"platform": ["x"], "who": ["7"], "what": ["unfollowed"]}, dtype=TEXT)
    one = marked(found, people(now), people(then)).iloc[0]
    assert (one["what"], one["status"], one["there"]) == (what, status, False)


def test_what_nothing_can_be_said_of_stays_so() -> None:
    found = pd.DataFrame({"platform": ["x"], "who": ["7"], "what": ["missing"]}, dtype=TEXT)
    assert marked(found, people("deleted"), people("active"))["what"].tolist() == ["missing"]
