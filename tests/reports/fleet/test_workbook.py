"""The workbook over several agencies: native plots that read their sheet, and nothing hidden."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reports.fleet.workbook import write_workbook
from reports.xlsx.scatter import MOST_LABELS
from tests.audit.fleet.reviews import fleet, many, review, three
from tests.reports.fleet.test_page import CONTROL, SCRIPT, hostile
from tests.reports.workbooks import Written, cells


def written(made, folder: Path) -> Written:
    path = folder / "fleet.xlsx"
    write_workbook(made, path)
    return Written(path, load_workbook(path))


@pytest.fixture(scope="module")
def workbook(tmp_path_factory) -> Written:
    made = fleet([review("Ōtaki Office", 20, 8), review("Bay Agency", 9, 11), review("C", 8, 8)])
    return written(made, tmp_path_factory.mktemp("fleet"))


def series(workbook: Written, number: int) -> list[list[str]]:
    chart = workbook.part(f"xl/charts/chart{number}.xml")
    return [re.findall("<c:f>(.*?)</c:f>", one) for one in re.findall("<c:ser>.*?</c:ser>", chart)]


def read(workbook: Written, reference: str) -> list[object]:
    name, place = reference.rsplit("!", 1)
    found = workbook.book[name.strip("'")][place.replace("$", "")]
    return [cell.value for (cell,) in found] if isinstance(found, tuple) else [found.value]


def test_a_sheet_for_each_subject_and_a_plot_for_each_centre(workbook) -> None:
    assert workbook.book.sheetnames == [
        "Summary", "Agencies", "Plot 1 Parliament", "Limits of plot 1 Parliament",
        "Plot 1 agencies", "Limits of plot 1 agencies", "Not in a plot", "Sources in common",
        "Coverage", "Not in this report", "About",
    ]  # fmt: skip
    assert all(sheet.sheet_state == "visible" for sheet in workbook.book)
    assert all(not sheet.protection.sheet for sheet in workbook.book)
    assert all(len(sheet.tables) == 1 for sheet in workbook.book)


def test_the_plots_read_points_and_limits_of_their_own_sheet(workbook) -> None:
    for number, sheet in ((1, "Plot 1 Parliament"), (2, "Plot 1 agencies")):
        *lines, bay, first, otaki = series(workbook, number)
        assert len(lines) == 5
        assert all(f.startswith(f"'{sheet}'!") for one in (bay, first, otaki) for f in one)
        limits = f"'Limits of {sheet.replace('Plot', 'plot')}'!"
        assert all(f.startswith(limits) for one in lines for f in one)
        assert [read(workbook, one[0]) for one in (bay, first, otaki)] == [
            ["Bay Agency"], ["C"], ["Ōtaki Office"],
        ]  # fmt: skip
        assert read(workbook, otaki[1]) == [28]
        assert read(workbook, otaki[2]) == [pytest.approx(20 / 28)]
        assert read(workbook, lines[0][1])[:2] == [10, 11]
        chart = workbook.part(f"xl/charts/chart{number}.xml")
        assert chart.count('<c:showSerName val="1"/>') == 3


def test_the_plots_are_described(workbook) -> None:
    drawings = "".join(workbook.part(name) for name in workbook.parts("xl/drawings/drawing"))
    described = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]+)"', drawings)
    assert len(described) == 2
    assert described[0].startswith("Funnel plot of 3 agencies around 59 per cent.")


def test_without_a_plot_the_sheets_say_why(tmp_path) -> None:
    made = written(fleet([review("A", 3, 2)]), tmp_path)
    assert "Plot 1 Parliament" not in made.book.sheetnames
    texts = [str(cell.value) for _, cell in cells(made.book)]
    assert any(text.startswith("Too few politicians") for text in texts)
    assert any(text.startswith("No two agencies here follow enough") for text in texts)


def test_more_agencies_than_excel_draws_series_are_drawn(tmp_path) -> None:
    made = written(many(MOST_LABELS + 60), tmp_path)
    found = series(made, 1)
    assert len(found) == 5 + MOST_LABELS + 1
    assert len(read(made, found[-1][1])) > 1


@pytest.mark.parametrize("text", [SCRIPT, CONTROL, "=cmd|' /C calc'!A0"])
def test_hostile_text_stays_text(text, tmp_path) -> None:
    made = written(hostile(text), tmp_path)
    assert all(cell.data_type != "f" for _, cell in cells(made.book))


def test_the_same_fleet_gives_the_same_bytes(tmp_path) -> None:
    first, second = (tmp_path / name for name in ("a.xlsx", "b.xlsx"))
    write_workbook(three(), first)
    write_workbook(three(), second)
    assert first.read_bytes() == second.read_bytes()
