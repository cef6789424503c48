"""A change of Parliament played through: the old register, and every source of the new House."""

import json

import pytest
from openpyxl import load_workbook

from audit.cli import execute
from tests.reports.workbooks import table_rows
from tests.run import change_of_parliament as change
from tests.servers.sparql import serving_graph

BEFORE, AFTER = ("--now", "2026-10-01T09:00:00+13:00"), ("--now", "2026-12-01T09:00:00+13:00")
RESULT = ("register", "update", "result", "--declared", change.DECLARED, *AFTER)
MEMBERS = ("register", "update", "members.html", "--complete", "--as-at", "2026-12-01", *AFTER)
WIKIDATA = ("register", "update", "wikidata", *AFTER)
NOTHING = "The source says nothing that the register does not say too."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    change.write_old_pack(tmp_path / "tahi")
    change.write_result(tmp_path / "result")
    change.write_member_page(tmp_path / "members.html")
    configure(tmp_path, "https://query.wikidata.example/sparql")
    return tmp_path


def configure(folder, endpoint, account='path = "not there yet"'):
    (folder / "config.toml").write_text(
        '[agency]\nname = "Ministry of Example"\n'
        f'[register]\njurisdiction = "tahi"\noverlay = "ours"\nwikidata = "{endpoint}"\n'
        f'[[account]]\nplatform = "x"\nhandle = "ours"\n{account}\n',
        encoding="utf-8",
    )


def said_by(capsys, *arguments):
    code = execute([*arguments])
    return code, capsys.readouterr().out


def rows(folder, table):
    return (folder / "ours" / f"{table}.csv").read_text(encoding="utf-8").splitlines()[1:]


def test_the_old_register_is_in_order_until_polling_day_has_passed(folder, capsys):
    assert said_by(capsys, "register", "check", *BEFORE)[0] == 0
    code, out = said_by(capsys, "register", "check", *AFTER)
    assert code == 1
    assert "before the general election of 7 November 2026: its result and the members" in out


def test_each_source_is_shown_then_accepted_then_says_nothing_new(folder, capsys):
    code, out = said_by(capsys, *RESULT)
    assert code == 1
    assert "3 seats and 10,000 votes: Rimu 2 (6,000), Kauri 1 (4,000)" in out
    assert "Accept with: --accept all" in out
    assert not (folder / "ours").exists()
    assert said_by(capsys, *RESULT, "--accept", "all")[0] == 0
    assert NOTHING in said_by(capsys, *RESULT)[1]
    assert NOTHING in said_by(capsys, *MEMBERS)[1]

    with serving_graph(change.wikidata_graph().store()) as (endpoint, _):
        configure(folder, endpoint)
        code, out = said_by(capsys, *WIKIDATA)
        assert code == 1
        assert "Caro Example: @caro_mp on X, id 333, from 2026-11-20" in out
        assert "Matched by name: the register has them as member of the same party." in out
    # what was fetched is kept, so it is accepted without asking again
    assert said_by(capsys, "register", "update", "wikidata-2026-12-01.json", *AFTER)[0] == 1
    accept = ("register", "update", "wikidata-2026-12-01.json", "--accept", "all", *AFTER)
    assert said_by(capsys, *accept)[0] == 0
    assert NOTHING in said_by(capsys, "register", "update", "wikidata-2026-12-01.json", *AFTER)[1]

    code, out = said_by(capsys, "register", "check", *AFTER)
    assert (code, "Nothing to look at." in out) == (0, True)
    assert [row.rsplit(",", 3)[0] for row in rows(folder, "offices")] == [
        "per:aroha-example,member,party:kauri,Tahi North,,2026-11-08,",
        "per:caro-example,member,party:rimu,Tahi South,,2026-11-08,",
        "per:erin-kowhai,member,party:rimu,List,,2026-11-08,",
    ]
    assert len(rows(folder, "log")) == 11


def test_the_member_list_alone_brings_the_new_house_and_the_result_is_asked_for(folder, capsys):
    code, out = said_by(capsys, *MEMBERS)
    assert code == 1
    assert "Erin Kōwhai: member, List, Rimu" in out
    assert said_by(capsys, *MEMBERS, "--accept", "all")[0] == 0
    code, out = said_by(capsys, "register", "check", *AFTER)
    assert code == 1
    assert "its result is not in it" in out


def test_a_quarter_that_spans_polling_day_uses_each_house_on_its_own_dates(folder, capsys):
    """Liked while the old House sat, while its seats still stood, and in the new House."""
    with serving_graph(change.wikidata_graph().store()) as (endpoint, _):
        configure(folder, endpoint, 'read = "list"\npath = "likes.csv"')
        for source in (RESULT, MEMBERS, WIKIDATA):
            execute([*source, "--accept", "all"])
    likes = [("bill_example", "2026-10-20"), ("dan_example", "2026-11-15")]
    likes += [("caro_mp", "2026-10-21"), ("caro_mp", "2026-12-10"), ("bill_example", "2026-12-11")]
    lines = [f"@{handle},like,{day}" for handle, day in [*likes, ("erin_old", "2026-12-12")]]
    (folder / "likes.csv").write_text("\n".join(["Account,Type,Date", *lines, ""]), "utf-8")
    assert execute(["run", "--now", "2027-01-10T09:00:00+13:00"]) == 0
    review = json.loads((folder / "runs" / "2026-Q4" / "review.json").read_text("utf-8"))
    book = load_workbook(folder / "runs" / "2026-Q4" / "review-2026-Q4.xlsx")
    said = {
        (row["Account"], f"{row['Date']:%Y-%m-%d}"): (row["Party"], row["Office or role"])
        for row in table_rows(book["Likes"])
    }
    assert said == {
        ("@bill_example", "2026-10-20"): ("Kauri", "Member"),
        ("@dan_example", "2026-11-15"): ("Rimu", "Outgoing member"),
        ("@caro_mp", "2026-10-21"): ("Rimu", "Candidate"),
        ("@caro_mp", "2026-12-10"): ("Rimu", "Member"),
        ("@bill_example", "2026-12-11"): (None, "Former member"),
        ("@erin_old", "2026-12-12"): (None, None),  # hers until January: nobody's on that day
    }
    like = next(one for one in review["balance"] if one["kind"] == "like" and one["scope"] == "all")
    assert like["transition"]
    # Dan's like fell to the old House, of which Rimu had a third; Caro's last to the new one, of
    # which it has two thirds: of two likes, one is expected for each party.
    assert {one["party"]: (one["count"], one["expected"]) for one in like["lines"]} == {
        "party:kauri": (0, pytest.approx(1.0)),
        "party:rimu": (2, pytest.approx(1.0)),
    }
    assert any(
        "67 per cent is out of place against the House before it, 33 per cent" in note
        for note in like["notes"]
    )


def test_nothing_is_offered_for_acceptance_where_nothing_can_be(folder, capsys):
    code, out = said_by(capsys, "register", "update", "result", *AFTER)
    assert code == 1
    assert "Nothing was written to the register." in out
    assert "Accept with" not in out
