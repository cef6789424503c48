"""Three lists of follows that overlap, and one of what is no longer followed."""

from datetime import UTC, datetime
from typing import Any

from connectors.collected import OwnAccount
from connectors.exports.facebook_follows import Follows
from connectors.exports.meta_follows import LISTED_AS_UNFOLLOWED, NO_NAME, TWICE, UNFOLLOWED
from connectors.exports.reading import NOT_A_RECORD
from connectors.records import Outcome
from tests.connectors import facebook_files as fb
from tests.connectors.contract import READ_AT

ACCOUNT = OwnAccount("facebook", "example_agency", "export", (), (), READ_AT)


def read(*records: Any, unfollowed: tuple[Any, ...] = ()) -> list[Outcome]:
    follows = Follows(ACCOUNT, "example_agency")
    follows.learn(records)
    for record in unfollowed:
        assert follows.unfollow(record, "") == LISTED_AS_UNFOLLOWED
    return [follows.follow(record, f"a.json, record {n}") for n, record in enumerate(records)]


def ids(outcomes: list[Outcome]) -> list[Any]:
    return [one if isinstance(one, str) else one[0].get("account_id") for one in outcomes]


def test_an_address_in_a_later_list_serves_the_name_in_an_earlier_one() -> None:
    outcomes = read(fb.page("Kauri Party"), fb.entry("KAURI party", fb.AT - 9, url=fb.KAURI))
    assert ids(outcomes) == ["kauriparty", TWICE]
    assert outcomes[0][0]["happened_at"] == datetime(2025, 6, 15, 15, 6, 40, tzinfo=UTC)


def test_two_accounts_of_one_name_stay_two_and_the_bare_name_a_third() -> None:
    other = "https://www.facebook.com/people/Kauri-Party/61550000000001"
    outcomes = read(
        fb.entry("Kauri Party", url=fb.KAURI),
        fb.entry("Kauri Party", url=other),
        fb.page("Kauri Party"),
    )
    assert ids(outcomes) == ["kauriparty", "61550000000001", None]
    assert outcomes[2][0]["unknown_reason"] == "not_in_export"
    assert outcomes[2][0]["text"] == "Kauri Party"


def test_names_alone_count_once() -> None:
    assert ids(read(fb.entry("Rimu Society"), fb.page("Rimu  Society"))) == [None, TWICE]


def test_an_address_of_another_site_is_no_account_of_facebook() -> None:
    outcomes = read(
        fb.entry("Kauri", url="https://x.com/kauri"), fb.entry("", url="https://a.example")
    )
    assert ids(outcomes) == [None, NO_NAME]


def test_what_was_unfollowed_later_is_no_follow() -> None:
    gone = (fb.page("Kauri Party", fb.AT + 5), fb.page("Kauri Party", fb.AT - 5))
    liked = fb.entry("Kauri Party", url=fb.KAURI)
    assert ids(read(liked, unfollowed=gone)) == [UNFOLLOWED]
    assert ids(read(fb.page("Rimu"), unfollowed=(fb.page("rimu", fb.AT + 1),))) == [UNFOLLOWED]


def test_what_was_followed_again_is_a_follow() -> None:
    earlier = (fb.page("Kauri Party", fb.AT - 5),)
    assert ids(read(fb.page("Kauri Party"), unfollowed=earlier)) == [None]
    assert ids(read(fb.page("Kauri Party", None), unfollowed=earlier)) == [None]
    assert ids(read(fb.page("Kauri Party"), unfollowed=(fb.page("Kauri Party", None),))) == [None]


def test_what_is_no_entry() -> None:
    assert ids(read(None, 12, {}, "Kauri", {"other": 1})) == [NOT_A_RECORD] * 5
    assert Follows(ACCOUNT, "a").unfollow([], "") == NOT_A_RECORD
