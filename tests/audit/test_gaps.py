"""Whose accounts a register does not know, and whose a followed account might be."""

from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from audit.register import Register, load
from audit.register.gaps import count_namesakes, gaps, namesakes, unconfirmed
from connectors import frames
from tests.audit.house import house
from tests.audit.small_pack import SOURCED, write_pack

DAY = date(2026, 10, 20)
NONE = frames.empty("accounts")


def followed(**handles: str) -> pd.DataFrame:
    rows = [
        {
            "platform": "x",
            "account_id": f"9000{place}",
            "handle": handle,
            "name": name,
            "status": "active",
            "as_at": datetime(2026, 10, 5, tzinfo=UTC),
        }
        for place, (handle, name) in enumerate(handles.items())
    ]
    return frames.make("accounts", rows)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    pack = write_pack(
        tmp_path / "pack",
        people=[
            f"per:aroha-example,Aroha Ēxample,Aroha E.|Hon Aroha Example,,{SOURCED}",
            f"per:bill-example,Bill Example,,,{SOURCED}",
            f"per:caro-example,Caro Example,,,{SOURCED}",
            f"per:dan-example,Dan Example,,,{SOURCED}",
            f"per:mere-example,Mere Example,,,{SOURCED}",
        ],
    )
    return load(str(pack), tmp_path)


def test_every_member_is_known_or_missing(tmp_path: Path) -> None:
    register = house(tmp_path, known={"kauri": 10, "rimu": 20, "totara": 0})
    alike = namesakes(register, DAY, NONE)
    missing = gaps(register, DAY, ["x", "facebook"], alike)
    assert sum(gap.platform == "x" for gap in missing) == 20 + 0 + 10
    assert sum(gap.platform == "facebook" for gap in missing) == 60
    assert [gap.platform for gap in missing] == ["x"] * 30 + ["facebook"] * 60
    first = missing[0]
    assert (first.party, first.office) == ("Kauri", "Member from a party list")
    assert "per:kauri-1" not in {gap.actor for gap in missing if gap.platform == "x"}


def test_doubts_and_namesakes_stand_beside_the_gap(register: Register) -> None:
    alike = namesakes(register, DAY, followed(aroha_gets_mail="AROHA  example"))
    (aroha,) = (gap for gap in gaps(register, DAY, ["mastodon"], alike) if "aroha" in gap.actor)
    assert (aroha.doubt, aroha.alike) == ("", "")
    without = load_without_accounts(register)
    (aroha,) = (gap for gap in gaps(without, DAY, ["x"], alike) if "aroha" in gap.actor)
    assert aroha.doubt == "@aroha_fake: contradicts the others"
    assert aroha.alike == "@aroha_gets_mail"
    assert aroha.name == "Aroha Ēxample"


def load_without_accounts(register: Register) -> Register:
    fields = {name: getattr(register, name) for name in register.__dataclass_fields__}
    return Register(**{**fields, "accounts": register.accounts.iloc[:0]})


@pytest.mark.parametrize(
    ("handle", "name", "asked"),
    [
        ("someone", "aroha example", True),
        ("someone", "Aroha E.", True),
        ("someone", "Aroha Example fan", False),
        ("ArohaExample", "Aroha Example", False),  # the register knows it
        ("aroha_fake", "Aroha Example", False),  # and it rejects this one
        ("someone", "Caro Example", False),  # a candidate, no member
        ("someone", "", False),
    ],
)
def test_only_a_sitting_members_name_asks(
    register: Register, handle: str, name: str, asked: bool
) -> None:
    seen = followed(**{handle: name})
    if handle == "ArohaExample":
        seen = seen.assign(account_id=pd.Series(["111"], dtype=frames.TEXT))
    assert (len(namesakes(register, DAY, seen)) == 1) is asked


def test_an_account_with_the_name_of_two_members_counts_once(register: Register) -> None:
    people = register.people.assign(
        aliases=register.people["aliases"].mask(
            register.people["actor"] == "per:bill-example", "Aroha Example"
        )
    )
    fields = {name: getattr(register, name) for name in register.__dataclass_fields__}
    twins = Register(**{**fields, "people": people})
    seen = followed(someone="Aroha Example", other="Nobody At All")
    assert len(namesakes(twins, DAY, seen)) == 2
    assert count_namesakes(twins, DAY, seen) == 1


def test_the_number_is_said_in_the_singular_and_not_at_all_for_none() -> None:
    assert unconfirmed(0) == ()
    assert unconfirmed(1)[0].startswith("1 followed account has the name of a sitting member")
    assert unconfirmed(2)[0].startswith("2 followed accounts have the name of a sitting member")
