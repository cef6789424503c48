"""What becomes of decisions in a later review: decided, overdue, done, back, or asked again."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pandas as pd
import pytest

from audit.decisions.carry import Carried, carry
from audit.decisions.evidence import evidence_of
from audit.decisions.model import Decided, Earlier
from audit.decisions.presence import GONE, NOT_LOOKED, THERE, lists_made, presence
from audit.period import NEW_ZEALAND
from audit.review.model import Decision
from connectors import frames
from tests.reports.example_findings import FINDINGS

READ_AT = datetime(2026, 11, 2, 9, tzinfo=NEW_ZEALAND)
BEFORE = datetime(2026, 10, 5, 6, 30, tzinfo=NEW_ZEALAND)
FOLLOW = replace(FINDINGS[0], status="open")
LIKE = replace(FINDINGS[3], status="open")


def decided(finding, decision, reason="Why", owner="Me", due=None, **more):
    one = Decided(
        finding.item, finding.key, decision, reason, owner, due, evidence_of(finding), "2026-Q3-aa",
        BEFORE, "back.xlsx", "f" * 64, "Findings", 2, "", READ_AT,
    )  # fmt: skip
    return replace(one, **more)


def carried(
    *decisions, found=(), earlier=(), looked=None, on=date(2027, 1, 5), at=BEFORE, made=None
):
    """Carry decisions forward; the lists are of ``made``, of the day of the review if not given."""
    lists = made or datetime(on.year, on.month, on.day, 6, tzinfo=NEW_ZEALAND)
    shared = {(one.platform, one.agency_account, one.kind): lists for one in (FOLLOW, LIKE)}
    known = Carried({one.item: one for one in decisions}, on, 12, shared)
    before = tuple(Earlier(one, at) for one in earlier)
    return carry(found, before, looked or {}, known)


def one(*decisions, **more):
    (finding,) = carried(*decisions, **more)
    return finding


def test_a_keep_is_decided_until_its_date_or_a_year():
    kept = one(decided(FOLLOW, "Keep"), found=(FOLLOW,), on=date(2027, 11, 2))
    assert (kept.status, kept.needs_decision) == ("decided", False)
    assert kept.decision == Decision(
        "Keep", "Why", "Me", None, date(2026, 11, 2), date(2027, 11, 2)
    )
    assert kept.note == (
        "Kept on 2 November 2026 and stands until 2 November 2027, if the evidence does not change "
        "before."
    )
    again = one(decided(FOLLOW, "Keep"), found=(FOLLOW,), on=date(2027, 11, 3))
    assert (again.status, again.decision) == ("open", Decision())
    assert again.note == "Kept until 2 November 2027: decide again."
    dated = decided(FOLLOW, "Keep", due=date(2027, 3, 1))
    assert one(dated, found=(FOLLOW,), on=date(2027, 3, 1)).status == "decided"
    assert one(dated, found=(FOLLOW,), on=date(2027, 3, 2)).status == "open"


def test_a_keep_is_asked_again_when_the_evidence_changes_and_not_for_a_new_date_alone():
    (said,) = FOLLOW.evidence
    newer = replace(FOLLOW, evidence=(replace(said, as_at="2026-12-01", sha256="aa"),))
    assert one(decided(FOLLOW, "Keep"), found=(newer,)).status == "decided"
    other = replace(FOLLOW, evidence=(replace(said, row="another row"),))
    asked = one(decided(FOLLOW, "Keep"), found=(other,))
    assert (asked.status, asked.decision) == ("open", Decision())
    assert "the evidence changed since" in asked.note


@pytest.mark.parametrize(
    ("decision", "lacks"),
    [("Keep", {"reason": ""}), ("Unfollow", {"due": None}), ("Escalate", {"owner": ""})],
)
def test_a_decision_that_lacks_something_is_asked_again_with_what_there_is(decision, lacks):
    asked = one(decided(FOLLOW, decision, **lacks), found=(FOLLOW,))
    assert (asked.status, asked.decision.decision) == ("open", decision)
    assert f"{decision} still needs a" in asked.note


def test_escalate_stays_open_with_its_owner():
    asked = one(decided(FOLLOW, "Escalate"), found=(FOLLOW,))
    assert (asked.status, asked.decision.owner) == ("open", "Me")
    assert asked.needs_decision


def test_an_unfollow_is_decided_then_overdue_then_done_then_back():
    due = decided(FOLLOW, "Unfollow", due=date(2027, 1, 5))
    assert one(due, found=(FOLLOW,)).status == "decided"
    late = one(due, found=(FOLLOW,), on=date(2027, 1, 6))
    assert (late.status, late.decision.due) == ("overdue", date(2027, 1, 5))
    done = one(due, earlier=(late,), looked={FOLLOW.key: GONE})
    assert (done.status, done.item, done.needs_decision) == ("done", FOLLOW.item, False)
    later = READ_AT + timedelta(days=90)
    assert carried(due, earlier=(done,), looked={FOLLOW.key: GONE}, at=later) == ()
    new = later + timedelta(days=90)
    back = one(due, found=(FOLLOW,), earlier=(done,), at=later, made=new)
    assert (back.status, back.needs_decision) == ("returned", True)
    assert "is back" in back.note
    next_one = new + timedelta(days=90)
    still = one(due, found=(FOLLOW,), earlier=(back,), at=new, made=next_one)
    assert (still.status, still.note) == ("returned", back.note)
    anew = decided(FOLLOW, "Keep", read_at=later + timedelta(days=1))
    assert one(anew, found=(FOLLOW,), earlier=(back,), at=later).status == "decided"


@pytest.mark.parametrize(
    ("made", "status", "said"),
    [
        (
            date(2026, 10, 3),
            "cannot_tell",
            "The list that was read is of 3 October 2026, before the due date of 10 October 2026; "
            "it cannot tell whether this was done.",
        ),
        (
            date(2026, 10, 10),
            "cannot_tell",
            "The list that was read is of 10 October 2026, the due date itself; it cannot tell "
            "whether this was done.",
        ),
        (
            date(2026, 10, 11),
            "overdue",
            "Unfollow was due by 10 October 2026, and the list of 11 October 2026 still has it.",
        ),
    ],
)
@pytest.mark.parametrize("found_again", [True, False])
def test_only_a_list_newer_than_the_due_date_makes_an_item_overdue(made, status, said, found_again):
    due = decided(FOLLOW, "Unfollow", due=date(2026, 10, 10))
    in_new_zealand = datetime(made.year, made.month, made.day, 0, 30, tzinfo=NEW_ZEALAND)
    more = {"found": (FOLLOW,)} if found_again else {"earlier": (FOLLOW,)}
    late = one(due, **more, looked={FOLLOW.key: THERE}, made=in_new_zealand)
    assert (late.status, late.needs_decision) == (status, True)
    assert late.note.endswith(said)
    before = one(due, **more, looked={FOLLOW.key: THERE}, on=date(2026, 10, 10))
    assert (before.status, before.needs_decision) == ("decided", False)


def test_a_list_older_than_the_review_that_found_it_gone_brings_nothing_back():
    due = decided(FOLLOW, "Unfollow", due=date(2027, 1, 5))
    done = one(due, earlier=(FOLLOW,), looked={FOLLOW.key: GONE})
    later = READ_AT + timedelta(days=90)
    old = one(due, found=(FOLLOW,), earlier=(done,), at=later, made=READ_AT)
    assert (old.status, old.needs_decision) == ("done", False)
    assert old.note == (
        "The list that was read is of 2 November 2026, before the review of 31 January 2027 which "
        "found this done; it cannot tell whether it is back."
    )
    new = later + timedelta(days=90)
    assert one(due, found=(FOLLOW,), earlier=(old,), at=later, made=new).status == "returned"


def test_what_could_not_be_looked_at_is_never_done():
    due = decided(FOLLOW, "Unfollow", due=date(2027, 1, 5))
    kept = one(due, earlier=(FOLLOW,), looked={FOLLOW.key: NOT_LOOKED}, on=date(2027, 1, 6))
    assert (kept.status, kept.needs_decision) == ("cannot_tell", True)
    assert kept.note == (
        "This review could not look whether it is still there. Unfollow was due by 5 January 2027; "
        "whether it was done is not known."
    )
    ignored = one(earlier=(FOLLOW,), looked={FOLLOW.key: NOT_LOOKED})
    assert (ignored.status, ignored.needs_decision) == ("open", True)


def test_a_like_of_an_earlier_period_stays_until_it_is_gone():
    assert one(earlier=(LIKE,), looked={LIKE.key: THERE}).status == "open"
    due = decided(LIKE, "Undo like", due=date(2026, 12, 1))
    assert one(due, earlier=(LIKE,), looked={LIKE.key: THERE}).status == "overdue"
    assert one(due, earlier=(LIKE,), looked={LIKE.key: GONE}).status == "done"
    assert carried(earlier=(LIKE,), looked={LIKE.key: GONE}) == ()


def test_a_follow_for_which_nothing_speaks_any_more_is_let_go_unless_it_was_to_end():
    assert carried(earlier=(FOLLOW,), looked={FOLLOW.key: THERE}) == ()
    kept = decided(FOLLOW, "Keep")
    assert carried(kept, earlier=(FOLLOW,), looked={FOLLOW.key: THERE}) == ()
    due = decided(FOLLOW, "Unfollow", due=date(2026, 12, 1))
    late = one(due, earlier=(FOLLOW,), looked={FOLLOW.key: THERE})
    assert late.status == "overdue"
    assert "Nothing speaks for it any more" in late.note


def collected(*acts, status="complete", handles=()):
    """Make the three frames of one list on X."""
    base = {"platform": "x", "agency_account": "1", "kind": "follow"}
    rows = [base | act for act in acts]
    at = pd.Timestamp(READ_AT).tz_convert("UTC")
    people = [
        {"platform": "x", "account_id": name, "handle": handle, "status": "active", "as_at": at}
        for name, handle in handles
    ]
    read = [
        base | {"kind": kind, "status": status, "method": "export", "fetched": 1, "as_at": at,
                "unattributed": 0}
        for kind in ("follow", "like", "post")
    ]  # fmt: skip
    return (
        frames.make("interactions", rows), frames.make("accounts", people),
        frames.make("coverage", read),
    )  # fmt: skip


def seen(finding, *acts, before=BEFORE, **more):
    return presence([Earlier(finding, before)], *collected(*acts, **more))[finding.key]


def test_presence_of_a_follow():
    named = replace(FOLLOW, subject=replace(FOLLOW.subject, account_id="7"))
    assert seen(named, {"account_id": "7"}) == THERE
    assert seen(named, {"account_id": "8"}) == GONE
    assert seen(named) == GONE
    assert seen(named, {"account_id": "8"}, status="partial") == NOT_LOOKED
    assert seen(named, status="failed") == NOT_LOOKED


def test_a_list_that_is_no_newer_than_the_review_makes_nothing_done():
    named = replace(FOLLOW, subject=replace(FOLLOW.subject, account_id="7"))
    assert seen(named, {"account_id": "8"}, before=READ_AT - timedelta(seconds=1)) == GONE
    assert seen(named, {"account_id": "8"}, before=READ_AT) == NOT_LOOKED
    assert seen(named, {"account_id": "7"}, before=READ_AT) == THERE


def test_a_list_is_made_when_it_was_read_in_full_or_in_part():
    keys = {("x", "1", kind) for kind in ("follow", "like", "post")}
    for status in ("complete", "partial"):
        assert lists_made(collected(status=status)[2]) == dict.fromkeys(keys, READ_AT)
    assert lists_made(collected(status="failed")[2]) == {}


def test_an_account_whose_id_is_only_now_known_is_not_gone():
    by_handle = replace(FOLLOW, subject=replace(FOLLOW.subject, account_id="@tall_tales"))
    assert seen(by_handle, {"account_id": "7"}, handles=[("7", "Tall_Tales")]) == THERE
    assert seen(by_handle, {"account_id": "7"}, handles=[("7", "renamed")]) == NOT_LOOKED
    by_id = replace(FOLLOW, subject=replace(FOLLOW.subject, account_id="7"))
    assert seen(by_id, {"account_id": "@tall_tales"}) == THERE
    assert seen(by_id, {"account_id": "@renamed"}) == NOT_LOOKED


def test_presence_of_a_like_goes_by_its_post():
    about = replace(LIKE, subject=replace(LIKE.subject, account_id="9"))
    here = {"kind": "like", "account_id": "9", "post_url": LIKE.post_url}
    assert seen(about, here) == THERE
    assert seen(about, here | {"post_url": "https://x.com/i/status/1"}) == GONE


def test_presence_of_a_post_of_our_own_goes_by_its_address():
    us = replace(LIKE.subject, account_id="@our_agency", handle="our_agency", name="", url="")
    ours = replace(LIKE, kind="post", subject=us)
    assert seen(ours, {"kind": "post", "post_url": ours.post_url}) == THERE
    assert seen(ours, {"kind": "post", "post_url": "https://x.com/i/status/1"}) == GONE
    assert seen(replace(ours, post_url="")) == NOT_LOOKED
