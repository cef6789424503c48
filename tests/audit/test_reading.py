"""What was read, as the review of a period sees it."""

from datetime import date

import pandas as pd

from audit.period import quarter_of
from audit.reading import collected_days, to_the_end
from tests.audit.builders import coverage, interactions

PERIOD = quarter_of(date(2026, 8, 1), "financial")


def test_a_source_made_before_the_period_ended_is_not_read_to_the_end() -> None:
    early = {"as_at": "2026-09-28T20:00:00Z", "reason": "As kept by hand."}
    table = to_the_end(
        coverage(
            {"kind": "follow", **early},
            {"kind": "like", **early},
            {"kind": "repost", "as_at": "2026-09-30T11:00:00Z"},
            {"kind": "quote", "status": "failed", **early},
        ),
        PERIOD,
    )
    assert table["status"].tolist() == ["complete", "partial", "complete", "failed"]
    assert table["reason"].iloc[1] == (
        "As kept by hand. The source was made on 29 September 2026, before the period ended."
    )


def test_follows_are_of_the_day_their_source_was_made() -> None:
    read = coverage({"kind": "follow", "as_at": "2026-03-06T13:00:00Z"}, {"kind": "like"})
    acts = interactions({"account_id": "1"}, {"account_id": "1", "kind": "like", "post_id": "1"})
    assert collected_days(acts, read).tolist() == [
        pd.Timestamp(2026, 3, 7),
        pd.Timestamp(2026, 10, 5),
    ]
