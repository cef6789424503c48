"""What is accepted stands in the overlay with its source, is logged, and differs no more."""

import csv
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.register import read
from audit.review.difference import SURE
from audit.update.accept import SourceFile, accept
from connectors.errors import ConfigError
from tests.audit.small_pack import ROWS, SOURCED, write_pack
from tests.audit.source_rows import compared, tables_of

WHEN = datetime(2026, 11, 24, 9, tzinfo=UTC)
FILE = SourceFile("list.csv", "ab" * 32)
TEXT = "actor|platform|handle|platform id|to\n"


def accepted(folder, text, kinds=SURE):
    tables = tables_of(folder, folder / "ours")
    chosen = [one for one in compared(tables, TEXT + text) if one.kind in kinds]
    accept(chosen, folder / "ours", tables, FILE, WHEN)
    return read("tahi", folder, overlay=folder / "ours")


def test_accepted_rows_win_over_the_pack(tmp_path):
    tables = accepted(tmp_path, "per:bill-example|x|bill_example|333|\nper:dan-example|x|dan_x||")
    accounts = tables.frames["accounts"].set_index("handle")
    assert accounts.loc["bill_example", "platform_id"] == "333"
    assert accounts.loc["dan_x", "as_at"] == "2026-11-20"
    assert len(accounts) == len(ROWS["accounts"]) + 1


def test_the_log_grows_by_a_dated_entry_for_each(tmp_path):
    accepted(tmp_path, "per:dan-example|x|dan_x||")
    accepted(tmp_path, "per:mere-example|x|mere_x||")
    with (tmp_path / "ours" / "log.csv").open(encoding="utf-8", newline="") as file:
        entries = list(csv.DictReader(file))
    assert [(one["actor"], one["kind"], one["file"]) for one in entries] == [
        ("per:dan-example", "new", "list.csv"),
        ("per:mere-example", "new", "list.csv"),
    ]
    assert {one["accepted"] for one in entries} == {"2026-11-24T09:00:00+00:00"}


def test_a_log_in_another_encoding_is_kept_as_it_is(tmp_path):
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "log.csv").write_bytes(b"R\xf6pu")
    accepted(tmp_path, "per:dan-example|x|dan_x||")
    assert (tmp_path / "ours" / "log.csv").read_bytes().startswith(b"R\xf6pu\n2026-11-24")


def test_rows_that_were_there_stay(tmp_path):
    accepted(tmp_path, "per:dan-example|x|dan_x||")
    tables = accepted(tmp_path, "per:mere-example|x|mere_x||")
    assert {"dan_x", "mere_x"} <= {*tables.frames["accounts"]["handle"]}


def test_an_earlier_owner_of_a_handle_is_kept(tmp_path):
    rows = [
        f"per:aroha-example,x,OfficeOfTahi,,office,,2023-11-26,last_known,{SOURCED}",
        f"per:bill-example,x,OfficeOfTahi,,office,2023-11-27,,last_known,{SOURCED}",
    ]
    write_pack(tmp_path / "tahi", accounts=rows)
    tables = read("tahi", tmp_path)
    chosen = compared(tables, TEXT + "per:bill-example|x|officeoftahi||2026-11-07")
    accept(chosen, tmp_path / "ours", tables, FILE, WHEN)
    after = read("tahi", tmp_path, overlay=tmp_path / "ours").frames["accounts"]
    assert dict(zip(after["actor"], after["to"], strict=True)) == {
        "per:aroha-example": "2023-11-26",
        "per:bill-example": "2026-11-07",
    }


def test_a_conflict_that_is_accepted_gives_the_handle_to_the_new_owner(tmp_path):
    tables = accepted(tmp_path, "per:dan-example|x|ArohaExample||", kinds=("conflicting",))
    accounts = tables.frames["accounts"]
    assert list(accounts.loc[accounts["handle"] == "ArohaExample", "actor"]) == ["per:dan-example"]


def test_both_of_two_owners_cannot_be_accepted_and_nothing_is_written(tmp_path):
    text = "per:dan-example|x|same||\nper:mere-example|x|same||"
    with pytest.raises(ConfigError, match="nothing was written"):
        accepted(tmp_path, text, kinds=("conflicting",))
    assert not (tmp_path / "ours").exists()


ROWS_OF_SOURCE = st.lists(
    st.builds(
        "|".join,
        st.tuples(
            st.sampled_from(["per:aroha-example", "per:bill-example", "Dan Example", "Nobody"]),
            st.sampled_from(["x", "bluesky", "facebook"]),
            st.sampled_from(["ArohaExample", "aroha_new", "bill_example", "dan.example", "other"]),
            st.sampled_from(["", "111", "98765"]),
            st.sampled_from(["", "2026-11-07"]),
        ),
    ),
    min_size=1,
    max_size=1,
)


@settings(max_examples=20)
@given(ROWS_OF_SOURCE)
def test_what_was_accepted_differs_no_more(rows):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tables = tables_of(folder)
        (*chosen,) = (one for one in compared(tables, TEXT + "\n".join(rows)) if one.rows)
        if chosen:
            accept(chosen, folder / "ours", tables, FILE, WHEN)
            after = read("tahi", folder, overlay=folder / "ours")
            left = compared(after, TEXT + "\n".join(rows))
            assert [one for one in left if one.key in {mine.key for mine in chosen}] == []
            assert not any(one.kind in SURE for one in left)
