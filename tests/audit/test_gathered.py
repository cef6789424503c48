"""Joining what several connectors gave: nothing lost, nothing counted twice."""

from audit.gathered import merge_accounts, merge_coverage, merge_interactions
from connectors import frames
from tests.audit.builders import coverage, interactions

FOLLOW = {"account_id": "1"}
REPOST = {"kind": "repost", "account_id": "1"}


def test_an_act_that_two_files_hold_counts_once() -> None:
    one, two = interactions(FOLLOW, REPOST), interactions({**FOLLOW, "evidence": "other.csv#1"})
    assert len(merge_interactions([one, two])) == 2


def test_acts_that_one_file_holds_twice_stay_twice() -> None:
    assert len(merge_interactions([interactions(REPOST, REPOST), interactions(REPOST)])) == 2


def test_an_account_keeps_the_newest_of_each_thing_known() -> None:
    given = {"platform": "x", "account_id": "1", "status": "unknown"}
    old = frames.make(
        "accounts", [{**given, "handle": "old", "name": "Gull", "as_at": "2026-01-01T00:00:00Z"}]
    )
    new = frames.make("accounts", [{**given, "handle": "new", "as_at": "2026-06-01T00:00:00Z"}])
    merged = merge_accounts([old, new])
    assert merged[["handle", "name", "status"]].to_numpy().tolist() == [["new", "Gull", "unknown"]]
    frames.validate("accounts", merged, "merge")


def test_what_was_read_wins_over_what_was_not() -> None:
    unread = coverage({"kind": "follow", "status": "unavailable"}, {"kind": "like"})
    read = coverage({"kind": "follow", "status": "complete", "fetched": 9})
    merged = merge_coverage([unread, read])
    assert merged[["kind", "status"]].to_numpy().tolist() == [
        ["like", "complete"],
        ["follow", "complete"],
    ]


def test_a_block_that_failed_is_not_hidden_behind_one_that_was_read() -> None:
    read = coverage({"fetched": 9, "unattributed": 1, "reason": "As kept by hand."})
    broken = coverage({"status": "failed", "reason": "The zip is cut."})
    merged = merge_coverage([read, broken]).iloc[0]
    assert (merged["status"], merged["fetched"], merged["unattributed"]) == ("failed", 9, 1)
    assert merged["reason"] == "The zip is cut. As kept by hand."


def test_two_blocks_of_one_kind_add_up() -> None:
    merged = merge_coverage([coverage({"fetched": 240}), coverage({"fetched": 1})])
    assert merged["fetched"].tolist() == [241]


def test_nothing_at_all_is_valid() -> None:
    for name, merged in (
        ("interactions", merge_interactions([])),
        ("accounts", merge_accounts([])),
        ("coverage", merge_coverage([])),
    ):
        frames.validate(name, merged, "merge")
