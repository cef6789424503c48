"""Purposes that come back: what a person changed is recorded, and nothing is guessed."""

from dataclasses import replace
from datetime import date

from audit.decisions.model import NOT_USED, NOTED, USED, Purpose, PurposeRow
from audit.decisions.purposes import PurposeBook, judge_purposes
from tests.audit.decisions.returning import READ_AT

PARTNER = Purpose("Statutory partner", "Comms", date(2027, 3, 1))
OTHER = Purpose("What the House says", "Library", date(2027, 6, 1))
KNOWN = {"x:kereru": ("x:7", Purpose()), "x:tui": ("x:8", OTHER), "x:kea": ("x:9", PARTNER)}


def row(account, written, place=5, **more):
    return PurposeRow("Followed accounts", place, account, f"@{account} on X", written, **more)


def book(*rows, **more):
    return replace(PurposeBook("back.xlsx", "f" * 64, "", rows, KNOWN), **more)


def test_a_purpose_that_is_written_is_recorded_under_the_account_s_id():
    (told,), (one,) = judge_purposes([book(row("x:kereru", PARTNER))], READ_AT)
    assert (told.bucket, told.said) == (USED, "Review by 1 March 2027")
    assert (one.platform, one.account, one.purpose) == ("x", "7", "Statutory partner")
    assert judge_purposes([book(row("x:kereru", PARTNER))], READ_AT, [one])[1] == ()


def test_rows_as_they_were_issued_say_nothing_new():
    assert judge_purposes([book(row("x:kereru", Purpose()), row("x:tui", OTHER))], READ_AT) == (
        (), (),
    )  # fmt: skip


def test_what_cannot_be_used_says_why():
    rows = [
        row("x:nobody", PARTNER),
        row("x:kereru", Purpose("", "Comms")),
        row("x:tui", Purpose()),
        row("x:kea", replace(PARTNER, review_by=None), unread="end of Jan"),
    ]
    told, new = judge_purposes([book(*rows)], READ_AT)
    assert [one.bucket for one in told] == [NOT_USED] * 4
    assert new == ()
    assert [one.said.split(";")[0] for one in told] == [
        "That run's review knows no such account",
        "The purpose is empty",
        "The purpose was taken out",
        "The date “end of Jan” cannot be read",
    ]


def test_a_date_that_is_over_or_was_typed_is_noted():
    past = replace(PARTNER, review_by=date(2026, 1, 7))
    (told,), (_,) = judge_purposes([book(row("x:kereru", past, typed="7/1/26"))], READ_AT)
    assert told.bucket == NOTED
    assert "“7/1/26” was read day first as 7 January 2026. 7 January 2026 is over" in told.said


def test_two_rows_of_one_account_count_once_or_not_at_all():
    same, (one,) = judge_purposes([book(row("x:kereru", PARTNER), row("x:7", PARTNER, 6))], READ_AT)
    assert one.account == "7"
    assert {told.bucket for told in same} == {USED, NOT_USED}  # x:7 is not issued here
    copies = [book(row("x:kereru", PARTNER)), book(row("x:kereru", OTHER), file="b.xlsx")]
    told, new = judge_purposes(copies, READ_AT)
    assert ({one.bucket for one in told}, new) == ({NOT_USED}, ())


def test_purposes_sorted_on_their_own_are_refused():
    told, new = judge_purposes([book(row("x:tui", PARTNER), row("x:kea", OTHER))], READ_AT)
    assert new == ()
    assert all("sorted on their own" in one.said for one in told)
