"""The answer in one sentence, the figures of page one, and what the review cannot tell."""

from datetime import UTC, datetime

import pytest

from audit import answer, limits
from audit.review.model import Coverage, Summary

NOW = datetime(2026, 9, 29, 18, 0, tzinfo=UTC)


def row(
    handle: str = "a", kind: str = "follow", status: str = "complete", reason: str = ""
) -> Coverage:
    return Coverage("x", "1", handle, kind, status, "export", None, 0, 0, None, None, NOW, reason)


def summary(need: int = 0, high: int = 0, read: int = 5, total: int = 5) -> Summary:
    coverage = [row(str(n), status="complete" if n < read else "failed") for n in range(total)]
    counted = answer.summarise((), coverage, {"follow": 1284, "post": 9}, NOW, 30, baseline=False)
    return Summary(**{**counted.__dict__, "need_decision": need, "high": high})


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (
            summary(17, 3),
            "17 items need a decision by Friday 30 October 2026; 3 are high priority.",
        ),
        (summary(1, 1), "1 item needs a decision by Friday 30 October 2026; 1 is high priority."),
        (summary(), "No items need a decision. We checked 1,284 items on 5 of 5 accounts."),
        (
            summary(2, read=3),
            "Only 3 of 5 accounts could be read. 2 items need a decision by Friday 30 October "
            "2026; none is high priority.",
        ),
    ],
)
def test_the_answer(figures: Summary, sentence: str) -> None:
    assert answer.answer(figures) == sentence


def test_an_account_of_which_something_was_read_counts_as_read() -> None:
    coverage = [row(kind="follow"), row(kind="like", status="failed"), row("b", status="failed")]
    counted = answer.summarise((), coverage, {}, NOW, 30, baseline=True)
    assert (counted.accounts_read, counted.accounts_total) == (1, 2)


def test_limits_say_what_was_not_read_the_gravest_first() -> None:
    coverage = [
        row(kind="like", status="unavailable", reason="The export has none."),
        row(kind="repost", status="failed", reason="The zip is cut."),
        row(kind="quote", status="failed", reason="The zip is cut."),
        row(kind="follow"),
    ]
    assert limits.limits(coverage, ["A note.", "A note."]) == (
        "Reposts and quotes of @a on X could not be read. The zip is cut.",
        "Likes of @a on X cannot be read from this source. The export has none.",
        "A note.",
    )


def unattributed(platform: str, kind: str, lost: int, fetched: int) -> Coverage:
    base = row(kind=kind, reason="The export does not say whose.").__dict__
    return Coverage(**{**base, "platform": platform, "unattributed": lost, "fetched": fetched})


def test_acts_of_no_known_account_are_one_limit_for_all_platforms() -> None:
    coverage = [
        unattributed("linkedin", "like", 2, 2),
        unattributed("bluesky", "like", 0, 5),
        unattributed("x", "like", 10, 10),
        unattributed("x", "like", 1, 1000),
    ]
    assert limits.limits(coverage, []) == (
        "13 of 1,017 likes could not be attributed to an account: 2 of 2 on LinkedIn and "
        "11 of 1,010 on X.",
    )


def test_acts_of_no_known_account_on_one_platform_say_why() -> None:
    assert limits.limits([unattributed("x", "like", 3, 4)], []) == (
        "3 of 4 likes of @a on X could not be attributed to an account. "
        "The export does not say whose.",
    )
