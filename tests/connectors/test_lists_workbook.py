from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from connectors.errors import SourceError
from tests.connectors.list_files import collect, covered, ids, saved, workbook


def test_every_sheet_is_read_and_its_name_may_say_the_platform(tmp_path: Path) -> None:
    content = workbook(
        Twitter=[["Handle"], ["@kauri"]],
        Instagram=[["Handle"], ["@rimu"]],
        Likes=[["Handle"], ["@totara"]],
    )
    found = collect(tmp_path / "list.xlsx", content)
    assert ids(found) == ["@kauri", "@totara"]
    assert list(found.interactions["kind"]) == ["follow", "like"]
    assert [tally.source for tally in found.tallies] == [
        "list.xlsx, sheet Twitter",
        "list.xlsx, sheet Instagram",
        "list.xlsx, sheet Likes",
    ]
    assert found.tallies[1].reported == {"a title or heading": 1, "belongs to instagram": 1}
    assert found.interactions["evidence"][0] == "list.xlsx, sheet Twitter, row 2"


def test_where_a_cell_leads_outweighs_what_it_shows(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Account name", "Profile"])
    sheet.append(["Kauri Party", "profile"])
    sheet["B2"].hyperlink = "https://x.com/kauri?s=20"
    sheet.append(["Rimu Party", None])
    sheet["A3"].hyperlink = "https://x.com/rimu"
    sheet.append(["Totara", '=HYPERLINK("https://x.com/totara", "here")'])
    found = collect(tmp_path / "list.xlsx", saved(book))
    assert ids(found) == ["@kauri", "@rimu", "@totara"]
    assert list(found.accounts["name"]) == ["Kauri Party", "Rimu Party", "Totara"]


def test_a_number_that_excel_rounds_is_reported(tmp_path: Path) -> None:
    rows = [
        ["User ID", "Handle"],
        [1.3219e18, None],
        [1321900000000000000, None],
        [1.3219e18, "@kauri"],
        [123456789012345.0, None],
    ]
    found = collect(tmp_path / "list.xlsx", workbook(Sheet1=rows))
    assert ids(found) == ["@kauri", "123456789012345"]
    reported = found.tallies[0].reported
    assert reported["the number was rounded by a spreadsheet (rows 2, 3)"] == 2


def test_excel_dates_and_merged_cells(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Platform", "Handle", "Date"])
    sheet.append(["X", "@kauri", date(2026, 3, 4)])
    sheet.append([None, "@rimu", datetime(2026, 3, 4, 15, 30)])  # noqa: DTZ001
    sheet.append(["Facebook", "totara", None])
    sheet.append([None, "matai", None])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("A4:A5")
    found = collect(tmp_path / "list.xlsx", saved(book))
    assert ids(found) == ["@kauri", "@rimu"]
    local = found.interactions["happened_at"].dt.tz_convert("Pacific/Auckland")
    assert list(local.dt.strftime("%Y-%m-%d %H:%M")) == ["2026-03-04 12:00", "2026-03-04 15:30"]
    assert found.tallies[0].reported["belongs to facebook"] == 2


def test_an_empty_workbook_has_no_rows_and_says_so(tmp_path: Path) -> None:
    found = collect(tmp_path / "list.xlsx", workbook(Sheet1=[]))
    assert found.interactions.empty
    assert covered(found)[0] == "not_attempted"
    assert "holds no row" in found.notes[0]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_workbook_is_refused_by_name(tmp_path: Path, share: float) -> None:
    content = workbook(Sheet1=[["Handle"], ["@kauri"]])
    with pytest.raises(SourceError, match=r"list\.xlsx"):
        collect(tmp_path / "list.xlsx", content[: int(len(content) * share)])
