"""How many accounts have a purpose that still stands: each account once, and no unknown one."""

from datetime import date, timedelta

from audit.purposed import FOLLOWED, LIKED, SHARED, count_purposed
from tests.audit.builders import acts

TODAY = date(2026, 10, 5)


def test_accounts_count_once_and_only_with_a_purpose_that_stands() -> None:
    table = acts(
        {"kind": "follow", "account_id": "1", "purpose": "Regulated", "review_by": "2026-10-05"},
        {"kind": "follow", "account_id": "2", "purpose": "Regulated", "review_by": "2026-10-04"},
        {"kind": "follow", "account_id": "3"},
        {"kind": "repost", "account_id": "1", "purpose": "Regulated"},
        {"kind": "quote", "account_id": "1", "purpose": "Regulated"},
        {"kind": "repost", "unknown_reason": "deleted"},
        {"kind": "link", "url": "https://a.example/1", "host": "a.example"},
        {"kind": "link", "url": "https://a.example/2", "host": "a.example"},
        {"kind": "link", "url": "https://b.example/", "host": "b.example"},
    )
    found = count_purposed(table, TODAY)
    assert found.accounts == {FOLLOWED: (1, 3), LIKED: (0, 0), SHARED: (1, 1)}
    assert found.websites == 2
    later = count_purposed(table, TODAY + timedelta(days=1))
    assert later.accounts[FOLLOWED] == (0, 3)
