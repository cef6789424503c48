"""What a platform says of an account that a person found puts its row into one bucket."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.register import Register, load
from audit.register.confirmed import confirm, to_ask
from audit.register.filled import BUCKETS, Filled, Judged, account_cells, judge, taken
from connectors.frames import ACCOUNT_STATUSES
from connectors.looked import FOUND, NOT_ASKED, NOT_FOUND, NOT_LOOKED, OUTCOMES, Looked
from tests.audit.small_pack import SOURCED, write_pack

TODAY = date(2026, 10, 20)
GOOD = Filled(
    line=2,
    actor="per:bill-example",
    platform="x",
    handle="@bill_now",
    role="office",
    evidence_url="https://parliament.example/bill",
    checked_by="Kiri",
    checked_on=date(2026, 10, 19),
)
HERE = Looked("x", "bill_now", FOUND, "", "77", "Bill_Now", "Hon Bill Example", "active")


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    pack = write_pack(tmp_path_factory.mktemp("register") / "pack")
    with (pack / "people.csv").open("a", encoding="utf-8") as rows:
        rows.write(f"per:meka-tauira,Mēka Te Awa Tauira,Meka Tauira-Smith,,{SOURCED}\n")
    with (pack / "accounts.csv").open("a", encoding="utf-8") as rows:
        rows.write(f"per:caro-example,x,caro_then,55,,2020,2021,last_known,{SOURCED}\n")
    return load(str(pack), Path())


def confirmed(register: Register, looked: Looked, row: Filled = GOOD) -> Judged:
    judged = judge([row], register, TODAY)
    assert to_ask(judged)
    return confirm(judged, {looked.key: looked}, register, TODAY)[0]


def test_a_confirmed_account_is_written_as_the_platform_has_it(register: Register) -> None:
    one = confirmed(register, HERE)
    assert (one.bucket, one.reason, one.is_confirmed) == ("taken", "", True)
    ((_, profile),) = taken([one])
    cells = account_cells(one, profile, TODAY)
    assert (cells["handle"], cells["platform_id"], cells["as_at"]) == (
        "Bill_Now",
        "77",
        "2026-10-20",
    )
    assert (cells["status"], cells["source"]) == ("current", "gaps+online")


def test_an_id_that_only_repeats_the_handle_is_not_written(register: Register) -> None:
    one = confirmed(register, replace(HERE, account_id="bill_now"))
    ((_, profile),) = taken([one])
    assert account_cells(one, profile, TODAY)["platform_id"] == ""


@pytest.mark.parametrize(
    ("changed", "bucket", "reason"),
    [
        ({"outcome": NOT_FOUND, "reason": "X knows none"}, "wrong", "X knows none"),
        ({"status": "suspended", "account_id": ""}, "wrong", "it is suspended"),
        ({"status": "deleted"}, "wrong", "it is deleted"),
        ({"status": "moved", "reason": "it has moved to @a@b"}, "wrong", "it has moved to @a@b"),
        ({"account_id": "111"}, "wrong", "its id is that of the account of per:aroha-example"),
        ({"account_id": "55"}, "doubtful", "for other days its id is that of per:caro-example"),
        ({"handle": "bill_then"}, "doubtful", "its handle is @bill_then by now"),
        ({"handle": "handle.invalid"}, "doubtful", "its handle is @handle.invalid by now"),
        ({"name": "A Bakery"}, "doubtful", "it calls itself 'A Bakery'"),
        ({"name": "Bill"}, "doubtful", "it calls itself 'Bill'"),
        ({"outcome": NOT_LOOKED, "reason": "No net."}, "doubtful", "not be looked up: No net"),
        ({"outcome": NOT_ASKED, "reason": "none"}, "taken", "not confirmed: none"),
        ({"status": "protected"}, "taken", ""),
    ],
)
def test_what_the_platform_says_decides(
    register: Register, changed: dict[str, str], bucket: str, reason: str
) -> None:
    one = confirmed(register, replace(HERE, **changed))
    assert one.bucket == bucket
    assert reason in one.reason
    assert one.is_confirmed is (changed == {"status": "protected"})


@pytest.mark.parametrize(
    ("shown", "fits"),
    [
        ("Meka Te Awa Tauira", True),
        ("MĒKA Te Awa TAUIRA 🌿 (she/her)", True),
        ("Mēka Tauira MP", True),
        ("Hon. Meka Tauira-Smith", True),
        ("MekaTeAwaTauira", True),
        ("Mēka", False),
        ("Team Tauira", False),
        ("Bill Example", False),
        ("", False),
    ],
)
def test_a_name_fits_with_or_without_macrons(register: Register, shown: str, fits: bool) -> None:
    row = replace(GOOD, actor="per:meka-tauira")
    one = confirmed(register, replace(HERE, name=shown), row)
    assert (one.bucket == "taken") is fits


def test_one_account_under_two_handles_for_two_people_is_doubtful(register: Register) -> None:
    rows = [GOOD, replace(GOOD, actor="per:mere-example", handle="mere_now")]
    other = replace(HERE, asked="mere_now", handle="mere_now", name="Mere Example")
    answers = {HERE.key: HERE, other.key: other}
    found = confirm(judge(rows, register, TODAY), answers, register, TODAY)
    assert [one.bucket for one in found] == ["doubtful"] * 2
    assert taken(found) == ()


def test_an_old_name_of_youtube_becomes_the_handle_of_today(register: Register) -> None:
    row = replace(GOOD, platform="youtube", handle="https://www.youtube.com/user/BillThen")
    looked = replace(HERE, platform="youtube", asked="user/BillThen", handle="bill.now")
    one = confirmed(register, looked, row)
    assert one.is_confirmed
    assert one.profile is not None
    assert one.profile.handle == "bill.now"


def test_wrong_and_empty_rows_are_not_asked_about(register: Register) -> None:
    empty = Filled(3, "per:bill-example", "x", "", "", "", "", None)
    judged = judge([replace(GOOD, checked_by=""), empty], register, TODAY)
    assert to_ask(judged) == ()
    assert confirm(judged, {}, register, TODAY) == judged


@given(
    st.builds(
        Looked,
        platform=st.just("x"),
        asked=st.just("bill_now"),
        outcome=st.sampled_from(OUTCOMES),
        reason=st.text(max_size=10),
        account_id=st.sampled_from(["", "77", "111", "55"]),
        handle=st.sampled_from(["bill_now", "BILL_NOW", "other", ""]),
        name=st.one_of(st.text(max_size=20), st.just("Bill Example")),
        status=st.sampled_from(ACCOUNT_STATUSES),
    ),
    st.sampled_from(["@bill_now", "x.com/bill_now"]),
)
def test_nothing_is_confirmed_that_was_not_found_with_its_name(
    register: Register, looked: Looked, handle: str
) -> None:
    one = confirmed(register, looked, replace(GOOD, handle=handle))
    assert one.bucket in BUCKETS
    assert len(taken([one])) == (one.bucket == "taken")
    if one.is_confirmed:
        assert looked.outcome == FOUND
        assert looked.handle.casefold() == "bill_now"
        assert "bill" in looked.name.casefold()
        assert looked.account_id not in {"111", "55"}
    elif one.bucket == "taken":
        assert looked.outcome == NOT_ASKED
