"""An overlay's rows win over the pack's, row by row, and nothing else of the pack changes."""

import hashlib

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.register import load, read
from audit.register.overlay import lay_over
from audit.register.pack import TABLES, empty_table, read_table
from audit.register.seats import elections_of
from connectors.errors import ConfigError
from tests.audit.small_pack import ROWS, SOURCED, write_pack, write_table

FRESH = "OURS,https://tahi.example/list,2026-11-20"


def laid(folder, **tables):
    overlay = folder / "ours"
    overlay.mkdir(exist_ok=True)
    for name, rows in tables.items():
        write_table(overlay / f"{name}.csv", name, rows)
    write_pack(folder / "tahi")
    return load("tahi", folder, overlay=overlay)


def test_an_account_is_replaced_by_platform_and_handle(tmp_path):
    register = laid(tmp_path, accounts=[f"per:caro-example,x,@Bill_Example,333,,,,current,{FRESH}"])
    owners = register.accounts.set_index("handle")["actor"]
    assert len(owners) == len(ROWS["accounts"])
    assert owners["@Bill_Example"] == "per:caro-example"
    assert "bill_example" not in owners.index


def test_an_office_of_the_pack_is_ended(tmp_path):
    register = laid(
        tmp_path,
        offices=[
            f"per:aroha-example,minister,party:kauri,,Finance,2023-11-27,2026-02-01,{FRESH}",
            f"per:bill-example,minister,party:rimu,,Finance,2026-02-02,,{FRESH}",
        ],
    )
    offices = register.offices
    finance = offices[offices["portfolio"] == "Finance"].set_index("actor")
    assert finance["to"].to_dict() == {"per:aroha-example": "2026-02-01", "per:bill-example": ""}
    assert len(offices) == len(ROWS["offices"]) + 1


def test_a_result_takes_the_place_of_an_election_to_come(tmp_path):
    result = [
        f"2026,2026-11-07,2026-11-25,2026-08-07,2026-11-06,party:{party},9,{seats},{FRESH}"
        for party, seats in (("kauri", 5), ("rimu", 6))
    ]
    register = laid(tmp_path, elections=result)
    assert elections_of(register)[-1].result_known
    assert (register.elections["election"] == "2026").sum() == 2


def test_an_overlay_not_yet_there_changes_nothing(tmp_path):
    write_pack(tmp_path / "tahi")
    with_none = load("tahi", tmp_path, overlay=tmp_path / "absent")
    assert with_none.files == load("tahi", tmp_path).files


def test_each_overlay_file_is_named_with_its_hash(tmp_path):
    register = laid(tmp_path, accounts=[f"party:rimu,x,rimu,,party,,,current,{FRESH}"])
    content = (tmp_path / "ours" / "accounts.csv").read_bytes()
    used = register.files[-1]
    assert (used.name, used.as_at, used.rows) == ("overlay/accounts", "2026-11-20", 1)
    assert used.sha256 == hashlib.sha256(content).hexdigest()


def test_a_wrong_row_is_named_by_the_overlay_file_and_line(tmp_path):
    with pytest.raises(ConfigError, match=r"ours/offices\.csv, line 2: party 'party:matai'"):
        laid(tmp_path, offices=[f"per:bill-example,member,party:matai,,,2026-11-08,,{FRESH}"])


def test_a_row_that_stands_twice_in_the_overlay_is_said(tmp_path):
    person = f"per:bill-example,William Example,,,{FRESH}"
    with pytest.raises(ConfigError, match=r"ours/people\.csv, line 3: .* twice"):
        laid(tmp_path, people=[person, person])


def test_a_misspelt_file_is_said_and_the_log_is_not(tmp_path):
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "log.csv").write_text("when\n", encoding="utf-8")
    (tmp_path / "ours" / "account.csv").write_text("actor\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        laid(tmp_path)
    assert [problem.split(" is ")[0] for problem in caught.value.problems] == [
        "Register tahi: ours/account.csv"
    ]


HANDLES = st.sampled_from(["ArohaExample", "@arohaexample", "bill_example", "new_one", "newer"])
ACTORS = st.sampled_from(["per:aroha-example", "per:bill-example", "party:rimu"])
ACCOUNT_ROWS = st.lists(
    st.builds(
        lambda actor, handle, begun: f"{actor},x,{handle},,,{begun},,current,{SOURCED}",
        ACTORS,
        HANDLES,
        st.sampled_from(["", "2024", "2025-03-05"]),
    ),
    max_size=6,
)
SEAT_ROWS = st.lists(
    st.builds(
        lambda day, party, seats: f"{day},party:{party},{seats},{SOURCED}",
        st.sampled_from(["2020-10-18", "2023-10-15", "2026-11-08"]),
        st.sampled_from(["kauri", "rimu", "nikau"]),
        st.integers(0, 9),
    ),
    max_size=6,
)


def tables(**rows):
    frames = {}
    for name, lines in rows.items():
        text = "\n".join([",".join(TABLES[name].columns), *lines])
        frames[name] = read_table(name, text.encode(), f"{name}.csv", [])
    return frames


BELOW = {name: empty_table(name) for name in TABLES} | tables(**ROWS)


def content(frames):
    return {name: frame.drop(columns=["file", "line"]) for name, frame in frames.items()}


def assert_same(one, other):
    assert one.keys() == other.keys()
    for name, frame in content(one).items():
        pd.testing.assert_frame_equal(frame, content(other)[name])


def test_an_overlay_of_nothing_changes_nothing():
    assert_same(lay_over(BELOW, {name: empty_table(name) for name in TABLES}), BELOW)


@given(ACCOUNT_ROWS, SEAT_ROWS)
def test_laying_over_twice_changes_nothing(accounts, seats):
    above = tables(accounts=accounts, seats=seats)
    once = lay_over(BELOW, above)
    assert_same(lay_over(once, above), once)


@given(ACCOUNT_ROWS, st.data())
def test_the_order_of_rows_changes_nothing(accounts, data):
    shuffled = data.draw(st.permutations(accounts))
    assert_same(
        lay_over(BELOW, tables(accounts=accounts)), lay_over(BELOW, tables(accounts=shuffled))
    )


@given(ACCOUNT_ROWS)
def test_every_row_of_the_overlay_is_there_and_no_pack_row_of_its_handles(accounts):
    above = tables(accounts=accounts)
    handles = above["accounts"]["handle"].str.removeprefix("@").str.casefold()
    after = lay_over(BELOW, above)["accounts"]
    same = after["handle"].str.removeprefix("@").str.casefold().isin(handles)
    assert sorted(after.loc[same & (after["platform"] == "x"), "actor"]) == sorted(
        above["accounts"]["actor"]
    )
    assert (~same).sum() == (~BELOW["accounts"]["handle"].str.casefold().isin(handles)).sum()


def test_the_tables_keep_file_and_line(tmp_path):
    write_pack(tmp_path / "tahi")
    overlay = tmp_path / "ours"
    overlay.mkdir()
    write_table(overlay / "people.csv", "people", [f"per:bill-example,William,,,{FRESH}"])
    people = read("tahi", tmp_path, overlay=overlay).frames["people"].set_index("actor")
    assert list(people.loc["per:bill-example", ["file", "line"]]) == ["ours/people.csv", 2]
