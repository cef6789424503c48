"""Follows over many reviews: what is said of each is what a plain reading of the lists says."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.changes.acts import acts_changed
from audit.changes.ledger import keyed, ledger, lists_of
from audit.changes.lists import compared
from audit.changes.names import names_of
from audit.changes.past import ACTS, Collection
from connectors import frames
from tests.audit.builders import coverage

START = datetime(2026, 1, 5, tzinfo=UTC)
Seen = tuple[str, frozenset[str]]  # how the list was read, and who was in it


def collection(
    place: int, status: str, whom: Sequence[str], kind: str = "follow", **more: object
) -> Collection:
    at = START + timedelta(days=91 * place)
    rows = [{"platform": "x", "agency_account": "900", "kind": kind, "evidence": "f"}] * len(whom)
    acts = [
        row | ({"account_id": one} if kind == "follow" else {"account_id": "1", "post_id": one})
        for row, one in zip(rows, whom, strict=True)
    ]
    accounts = [
        {"platform": "x", "account_id": one, "status": "unknown", "as_at": at} for one in whom
    ]
    return Collection(
        acts=frames.make("interactions", acts)[list(ACTS)],
        accounts=frames.make("accounts", accounts if kind == "follow" else []),
        coverage=coverage({"kind": kind, "status": status, "as_at": at, **more}),
        handles={"x:900": "ours"},
    )


def said(parts: Sequence[Collection]) -> dict[str, str]:
    """Compare the last of some collections with those before it: what is said of each key."""
    *before, now = parts
    names = names_of(parts)
    then = [lists_of(one.coverage, names).assign(run=place) for place, one in enumerate(before)]
    lists = compared(lists_of(now.coverage, names), pd.concat(then, ignore_index=True))
    found = acts_changed(keyed(now.acts, names), ledger(before, names), lists)
    return dict(zip(found["key"], found["what"], strict=True))


def plainly(reviews: Sequence[Seen]) -> dict[str, str]:
    """Say the same by going through the reviews one by one."""
    *before, (status, now) = reviews
    whole = [place for place, (how, _) in enumerate(before) if how == "complete"]
    base = whole[-1] if whole else None
    stood: set[str] = set().union(*(who for _, who in before[base or 0 :]))
    told = {}
    for one in stood - now:
        sure = status == "complete" and base is not None
        told[one] = "unfollowed" if sure else "missing"
    for one in now - stood:
        told[one] = "followed" if base is not None else "appeared"
    return told


REVIEWS = st.lists(
    st.tuples(st.sampled_from(["complete", "partial"]), st.frozensets(st.sampled_from("abcde"))),
    min_size=2,
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(REVIEWS)
def test_any_year_says_what_a_plain_reading_says(reviews: list[Seen]) -> None:
    parts = [collection(place, how, sorted(who)) for place, (how, who) in enumerate(reviews)]
    assert said(parts) == plainly(reviews)


def test_the_ledger_knows_first_since_and_last() -> None:
    reviews = (("complete", "a"), ("partial", ""), ("complete", ""), ("complete", "a"))
    parts = [collection(place, how, list(who)) for place, (how, who) in enumerate(reviews)]
    names = names_of(parts)
    whole = ledger(parts, names)[["first", "since", "last"]].iloc[0]
    assert list(whole) == [0, 3, 3]
    assert list(ledger(parts[:2], names)[["first", "since", "last"]].iloc[0]) == [0, 0, 0]


def test_a_follow_of_an_unknown_account_leaves_no_follow_known_to_be_gone() -> None:
    then = collection(0, "complete", ["a", "b"])
    now = collection(1, "complete", ["a"], unattributed=1)
    assert said([then, now]) == {"b": "missing"}


def test_the_same_source_again_or_an_older_one_says_nothing_of_what_is_missing() -> None:
    then = collection(1, "complete", ["a", "b"])
    assert said([then, collection(1, "complete", ["a"])]) == {"b": "missing"}
    assert said([then, collection(0, "complete", ["a", "c"])]) == {"b": "missing", "c": "appeared"}


def test_a_list_that_was_not_read_now_is_not_known() -> None:
    then = collection(0, "complete", ["a"])
    assert said([then, collection(1, "failed", [])]) == {"a": "missing"}


def test_likes_are_undone_only_within_reach_and_never_by_a_hand_kept_list() -> None:
    then = collection(0, "complete", ["1", "2"], "like")
    assert said([then, collection(1, "complete", ["1"], "like")]) == {"2": "undone"}
    by_hand = collection(1, "complete", ["1"], "like", method="list")
    assert said([then, by_hand]) == {"2": "missing"}
    dated = then.acts.assign(happened_at=pd.Timestamp("2025-06-01", tz="UTC").as_unit("us"))
    old = Collection(dated, then.accounts, then.coverage, then.handles)
    later = collection(1, "complete", ["1"], "like", earliest="2025-12-01T00:00:00Z")
    assert said([old, later]) == {"2": "missing"}
    assert said([then, collection(1, "complete", ["1", "2", "3"], "like")]) == {}


def test_a_handle_that_stands_for_an_id_is_the_same_account() -> None:
    then = collection(0, "complete", ["@Kea", "@tui"])
    now = collection(1, "complete", ["77", "88"])
    handles = now.accounts.assign(handle=pd.array(["kea", "weka"], dtype=frames.TEXT))
    assert said([then, Collection(now.acts, handles, now.coverage, now.handles)]) == {
        "@tui": "unfollowed",
        "88": "followed",
    }


def test_our_own_account_is_one_whether_known_by_handle_or_id() -> None:
    then = collection(0, "complete", ["a", "b"])
    renamed = Collection(
        then.acts.assign(agency_account="@ours").astype(then.acts.dtypes),
        then.accounts,
        then.coverage.assign(agency_account="@ours").astype(then.coverage.dtypes),
        {"x:@ours": "ours"},
    )
    assert said([renamed, collection(1, "complete", ["a"])]) == {"b": "unfollowed"}
