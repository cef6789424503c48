"""What vanished with its account is laid at the account's door, once."""

import pandas as pd
import pytest

from audit.changes.gone import marked
from audit.changes.people import filled
from connectors import frames
from connectors.frames import TEXT

SEEN = {"platform": "x", "account_id": "7", "as_at": "2026-10-05T00:00:00Z"}


def vanished(
    what: str = "unfollowed", platform: str = "x", *, by_hand: bool = False
) -> pd.DataFrame:
    row = {"platform": platform, "who": "7", "what": what}
    return pd.DataFrame([row], dtype=TEXT).assign(by_hand=by_hand)


def people(status: str | None) -> pd.DataFrame:
    rows = [] if status is None else [{"platform": "x", "who": "7", "status": status}]
    return pd.DataFrame(rows, columns=["platform", "who", "status"], dtype=TEXT)


@pytest.mark.parametrize(
    ("then", "now", "what", "status"),
    [
        ("active", "suspended", "gone", "suspended"),
        ("unknown", "deleted", "gone", "deleted"),
        ("active", None, "left", "active"),  # nothing was read of it now
        ("active", "unknown", "left", "active"),
        ("deleted", "deleted", "left", "deleted"),  # it was gone already
        ("suspended", None, "left", "suspended"),
        ("active", "active", "unfollowed", "active"),
    ],
)
def test_an_account_goes_once(then: str, now: str | None, what: str, status: str) -> None:
    one = marked(vanished(), people(now), people(then)).iloc[0]
    assert (one["what"], one["status"], one["there"]) == (what, status, False)


def test_what_nothing_can_be_said_of_stays_so() -> None:
    found = marked(vanished("missing"), people("deleted"), people("active"))
    assert found["what"].tolist() == ["missing"]


@pytest.mark.parametrize(("by_hand", "what"), [(False, "unfollowed"), (True, "left")])
def test_a_record_in_our_own_repository_goes_only_where_we_take_it_out(
    by_hand: bool, what: str
) -> None:
    """On Bluesky a follow of a deleted account stays; a list kept by hand may lose it."""
    found = vanished(platform="bluesky", by_hand=by_hand)
    assert marked(found, people(None), people("active"))["what"].tolist() == [what]


def test_a_state_of_an_earlier_review_says_nothing_of_now() -> None:
    then = frames.make("accounts", [SEEN | {"status": "active"}]).assign(who="7")
    now = frames.make("accounts", [SEEN | {"status": "unknown"}]).assign(who="7")
    assert filled(now, then)["status"].tolist() == ["unknown"]
