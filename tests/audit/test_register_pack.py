"""A pack is read whole, or everything wrong with it is said at once."""

import hashlib
from datetime import date

import pytest

from audit.register import load, pack_files
from connectors.errors import ConfigError
from tests.audit.small_pack import MANIFEST, ROWS, SOURCED, write_pack, write_table


def problems(folder, **changed):
    write_pack(folder / "tahi", **changed)
    with pytest.raises(ConfigError) as caught:
        load("tahi", folder)
    return caught.value.problems


def test_a_pack_is_read_whole(tmp_path):
    write_pack(tmp_path / "tahi")
    register = load("tahi", tmp_path)
    assert (register.id, register.version) == ("tahi", date(2026, 6, 1))
    assert len(register.offices) == len(ROWS["offices"])
    assert register.parties.loc[2, "name"] == "The Nīkau Party"
    spell = register.offices.iloc[3]
    assert (str(spell["starts"].date()), str(spell["ends"].date())) == ("2025-01-01", "2025-06-30")


def test_each_file_is_named_with_its_hash_date_and_rows(tmp_path):
    folder = write_pack(tmp_path / "tahi")
    used = {file.name: file for file in load("tahi", tmp_path).files}
    seats = used["tahi/seats"]
    content = (folder / "seats.csv").read_bytes()
    assert seats.sha256 == hashlib.sha256(content).hexdigest()
    assert (seats.rows, seats.as_at) == (len(ROWS["seats"]), "2026-06-01")


def test_a_pack_without_sources_is_whole(tmp_path):
    (write_pack(tmp_path / "tahi") / "sources.csv").unlink()
    assert load("tahi", tmp_path).sources.empty


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("offices", f"per:bill-example,member,party:matai,,,2020,,{SOURCED}", "party:matai"),
        ("offices", f"per:nobody,member,party:rimu,,,2020,,{SOURCED}", "per:nobody"),
        ("offices", f"per:bill-example,king,party:rimu,,,2020,,{SOURCED}", "'king' is not one of"),
        ("offices", f"per:bill-example,member,party:rimu,,,31/12/2020,,{SOURCED}", "31/12/2020"),
        ("offices", f"per:bill-example,member,party:rimu,,,2020-02-30,,{SOURCED}", "2020-02-30"),
        (
            "offices",
            f"per:bill-example,member,party:rimu,,,2020,2019,{SOURCED}",
            "before it begins",
        ),
        ("offices", "per:bill-example,member,party:rimu,,,2020,,,,2026", "source is empty"),
        ("offices", "per:bill-example,member,party:rimu,,,2020,,GUESS,,2026", "'GUESS'"),
        ("offices", f"per:bill-example,candidate,party:rimu,,,,,{SOURCED}", "a candidate needs"),
        ("accounts", f"per:bill-example,x,bill_2,111,,,,current,{SOURCED}", "111 on x belongs to"),
        ("accounts", f"per:bill-example,myspace,bill,,,,,current,{SOURCED}", "'myspace'"),
        ("accounts", f"per:bill-example,x,@arohaexample,,,,,current,{SOURCED}", "per:aroha-exampl"),
        ("accounts", f"per:bill-example,x,BILL_example,,,,,current,{SOURCED}", "twice"),
        (
            "accounts",
            f"per:aroha-example,x,Aroha_Fake,,,,,current,{SOURCED}",
            "contradicts the oth",
        ),
        ("seats", f"2026-03,party:rimu,4,{SOURCED}", "'2026-03' is not a date"),
        ("seats", f"2026-03-01,party:rimu,four,{SOURCED}", "'four' is not a whole number"),
        ("seats", f"2025-03-05,party:rimu,4,{SOURCED}", "twice"),
        ("elections", f"2017,2017-09-23,2017-10-07,,,party:rimu,,,{SOURCED}", "a result needs"),
        ("elections", f"2023,2023-10-14,,,,,,,{SOURCED}", "a row without one"),
        ("parties", f"rimu,Rimu,,Rimu,,,,,{SOURCED}", "must begin with party:"),
        ("people", f"per:bill-example,Bill,,,{SOURCED}", "twice"),
        ("governments", "party:kauri,2023", "2 cells where 6 belong"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(tmp_path, table, row, said):
    found = problems(tmp_path, **{table: [*ROWS[table], row]})
    line = len(ROWS[table]) + 2
    assert any(said in problem and f"{table}.csv, line {line}:" in problem for problem in found)


def test_the_same_handle_may_pass_from_one_owner_to_the_next(tmp_path):
    rows = [
        f"per:aroha-example,x,MinisterOfTahi,,office,2020,2023-11-26,last_known,{SOURCED}",
        f"per:bill-example,x,ministeroftahi,,office,2023-11-27,,current,{SOURCED}",
    ]
    write_pack(tmp_path / "tahi", accounts=rows)
    assert len(load("tahi", tmp_path).accounts) == 2


def test_everything_wrong_is_said_at_once(tmp_path):
    folder = write_pack(tmp_path / "tahi", offices=["per:nobody,king,party:matai,,,x,,A,,y"])
    (folder / "seats.csv").unlink()
    (folder / "people.csv").write_text("actor,name\nper:x,X\n", encoding="utf-8")
    (folder / "pack.toml").write_text(MANIFEST.replace("2026-06-01", '"June"') + "left = 3\n")
    with pytest.raises(ConfigError) as caught:
        load("tahi", tmp_path)
    text = str(caught.value)
    assert "seats.csv is missing" in text
    assert "people.csv, line 1" in text
    assert "missing aliases" in text
    assert "version must be a date" in text
    assert "left is not known" in text
    assert text.count("offices.csv, line 2") == 6


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b'actor,"name\n', b""])
def test_a_file_that_is_no_csv_is_said_in_one_sentence(tmp_path, content):
    folder = write_pack(tmp_path / "tahi")
    (folder / "governments.csv").write_bytes(content)
    with pytest.raises(ConfigError, match=r"governments\.csv"):
        load("tahi", tmp_path)


@pytest.mark.parametrize("jurisdiction", ["nz", "tahi"])
def test_a_copy_of_a_pack_is_the_same_register(tmp_path, jurisdiction):
    (write_pack(tmp_path / "tahi") / "a note to self.txt").write_text("not of the pack")
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in pack_files(jurisdiction, tmp_path):
        (copy / file.name).write_bytes(file.read_bytes())
    assert not (copy / "a note to self.txt").exists()
    assert load("copy", tmp_path).files == load(jurisdiction, tmp_path).files


def test_an_unknown_jurisdiction_names_what_there_is(tmp_path):
    with pytest.raises(ConfigError, match=r"neither shipped with the tool \(nz\) nor a folder"):
        load("atlantis", tmp_path)


def test_own_rows_are_added_and_own_accounts_win(tmp_path):
    write_pack(tmp_path / "tahi")
    own = write_table(
        tmp_path / "ours.csv",
        "accounts",
        [
            f"per:bill-example,x,@Bill_Example,333,,,,current,{SOURCED}",
            "per:caro-example,x,caro_new,,,,,current,OUR LIST,,2026-07-01",
        ],
    )
    register = load("tahi", tmp_path, [own])
    accounts = register.accounts
    assert len(accounts) == len(ROWS["accounts"]) + 1
    assert list(accounts.loc[accounts["actor"] == "per:bill-example", "platform_id"]) == ["", "333"]
    assert register.files[-1].name == "own/ours"
    assert register.files[-1].as_at == "2026-07-01"


def test_an_own_file_with_strange_columns_or_no_file_is_named(tmp_path):
    write_pack(tmp_path / "tahi")
    strange = tmp_path / "ours.csv"
    strange.write_text("who,what\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load("tahi", tmp_path, [strange, tmp_path / "absent.csv"])
    assert ["ours.csv, line 1" in p or "absent.csv cannot" in p for p in caught.value.problems] == [
        True,
        True,
    ]
