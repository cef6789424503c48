"""Each row that a person filled in ends in one bucket, with the reason."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.register import Register, load
from audit.register.filled import BUCKETS, Filled, Judged, account_cells, account_row, judge, taken
from audit.register.pack import TABLES
from connectors.frames import PLATFORMS
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
EMPTY = replace(GOOD, handle="", role="", evidence_url="", checked_by="", checked_on=None)


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return load(str(small_register(tmp_path_factory.mktemp("register"))), Path())


def small_register(folder: Path) -> Path:
    pack = write_pack(folder / "pack")
    with (pack / "accounts.csv").open("a", encoding="utf-8") as rows:
        rows.write(f"per:aroha-example,x,aroha_then,,,,2024-05,last_known,{SOURCED}\n")
    return pack


def judged(register: Register, *rows: Filled) -> tuple[Judged, ...]:
    return judge(rows, register, TODAY)


def test_a_good_row_becomes_an_account(register: Register) -> None:
    one = judged(register, GOOD)
    assert one[0].bucket == "taken"
    ((row, profile),) = taken(one)
    cells = account_row(account_cells(row, profile, TODAY))
    assert dict(zip(TABLES["accounts"].columns, cells, strict=True)) == {
        "actor": "per:bill-example",
        "platform": "x",
        "handle": "bill_now",
        "platform_id": "",
        "role": "office",
        "from": "",
        "to": "",
        "status": "current",
        "source": "gaps",
        "evidence_url": "https://parliament.example/bill",
        "as_at": "2026-10-19",
    }


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"actor": "per:nobody"}, "knows no person"),
        ({"platform": "myspace"}, "the platform 'myspace' is not known"),
        ({"handle": ""}, "the handle is missing"),
        ({"handle": "two words"}, "no handle or address on that platform"),
        ({"handle": "https://www.facebook.com/bill"}, "no handle or address on that platform"),
        ({"handle": "https://x.com/i/user/12345"}, "it is an id; write the handle"),
        ({"role": "fan"}, "is not on the list"),
        ({"evidence_url": ""}, "no address with https://"),
        ({"evidence_url": "http://parliament.example/bill"}, "no address with https://"),
        ({"checked_by": ""}, "who checked it is missing"),
        ({"checked_on": None}, "missing or no date"),
        ({"checked_on": date(2026, 10, 21)}, "in the future"),
        ({"handle": "ArohaExample"}, "as the account of per:aroha-example"),
        ({"actor": "per:aroha-example", "handle": "aroha_fake"}, "rejected before: contradicts"),
    ],
)
def test_a_wrong_row_says_why(register: Register, changed: dict[str, object], reason: str) -> None:
    (one,) = judged(register, replace(GOOD, **changed))  # type: ignore[arg-type]
    assert one.bucket == "wrong"
    assert reason in one.reason
    assert taken([one]) == ()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"handle": "caro_old"}, "an older account, or for other days"),
        ({"handle": "aroha_then"}, "an older account, or for other days"),
        ({"handle": "aroha_fake"}, "rejected before for someone else"),
        ({"evidence_url": "https://x.com/bill_now"}, "the evidence is the account itself"),
    ],
)
def test_a_doubtful_row_is_not_taken(
    register: Register, changed: dict[str, object], reason: str
) -> None:
    (one,) = judged(register, replace(GOOD, **changed))  # type: ignore[arg-type]
    assert (one.bucket, reason in one.reason) == ("doubtful", True)


def test_one_handle_for_two_people_is_doubtful_for_both(register: Register) -> None:
    other = replace(GOOD, actor="per:aroha-example", handle="https://x.com/BILL_NOW")
    assert [one.bucket for one in judged(register, GOOD, other)] == ["doubtful"] * 2


def test_all_that_is_wrong_is_said_at_once(register: Register) -> None:
    (one,) = judged(register, replace(EMPTY, handle="bill_now"))
    assert len(one.reason.split("; ")) == 3


def test_an_account_is_given_once(register: Register) -> None:
    twice = judged(register, GOOD, replace(GOOD, handle="x.com/BILL_now"), EMPTY)
    assert [one.bucket for one in twice] == ["taken", "taken", "empty"]
    assert len(taken(twice)) == 1


@given(
    st.builds(
        Filled,
        line=st.just(2),
        actor=st.sampled_from(["per:bill-example", "per:nobody", ""]),
        platform=st.sampled_from([*PLATFORMS, "", "myspace"]),
        handle=st.one_of(st.text(max_size=30), st.sampled_from(["a_b", "@a", "x.com/a_b"])),
        role=st.sampled_from(["", "office", "="]),
        evidence_url=st.sampled_from(["", "https://a.example/b", "https://", "ftp://a.example"]),
        checked_by=st.sampled_from(["", "Kiri"]),
        checked_on=st.sampled_from([None, TODAY, date(2027, 1, 1)]),
    )
)
def test_every_row_has_one_bucket_and_a_reason(register: Register, row: Filled) -> None:
    (one,) = judged(register, row)
    assert one.bucket in BUCKETS
    assert bool(one.reason) is (one.bucket in {"doubtful", "wrong"})
    assert len(taken([one])) == (one.bucket == "taken")
