from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.list_dates import read_date, shows_month_first
from connectors.list_tables import Cell
from tests.connectors.list_files import collect, table

ZONE = ZoneInfo("Pacific/Auckland")
FORMS = ("%d/%m/%Y", "%d.%m.%y", "%d-%m-%Y", "%Y-%m-%d", "%d %b %y", "%d %B %Y", "%B %d, %Y")


def read(text: str, *, month_first_seen: bool = False) -> date | None:
    found = read_date(Cell(text), month_first_seen=month_first_seen)
    return found.astimezone(ZONE).date() if found else None


@given(st.dates(date(2001, 1, 1), date(2068, 12, 31)), st.sampled_from(FORMS))
def test_every_form_of_a_date_gives_the_day_back(day: date, form: str) -> None:
    text = day.strftime(form)
    assert read(text) == day
    assert read(text.lstrip("0").replace("/0", "/")) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3 Nov 26", date(2026, 11, 3)),
        ("3rd November 2026", date(2026, 11, 3)),
        ("Tue, 3 Nov 2026", date(2026, 11, 3)),
        ("Nov 3, 2026", date(2026, 11, 3)),
        ("3/11/2026 14:05", date(2026, 11, 3)),
        ("2026-11-03T00:30:00", date(2026, 11, 3)),
        ("31/02/2026", None),
        ("11/23/2026", None),
        ("soon", None),
        ("", None),
        ("3 Foo 2026", None),
        ("2026", None),
    ],
)
def test_dates_that_people_write(text: str, day: date | None) -> None:
    assert read(text) == day


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    read(text)


def test_a_column_that_shows_months_first_is_not_guessed(tmp_path: Path) -> None:
    cells = [Cell("11/23/2025"), Cell("3/4/2025")]
    assert shows_month_first(cells)
    assert not shows_month_first([Cell("23/11/2025"), Cell("3/4/2025")])
    assert read("3/4/2025", month_first_seen=True) is None
    assert read("3 Apr 2025", month_first_seen=True) == date(2025, 4, 3)
    rows = [["Handle", "Date"], ["@kauri", "11/23/2025"], ["@rimu", "3/4/2025"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert found.interactions["happened_at"].isna().all()
    assert "can only be month/day/year" in found.notes[0]
    assert "2 dates are left empty" in found.notes[0]


def test_dates_that_cannot_be_read_or_lie_ahead_are_counted(tmp_path: Path) -> None:
    rows = [["Handle", "Date"], ["@kauri", "soon"], ["@rimu", "1/1/2062"], ["@totara", ""]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert found.interactions["happened_at"].isna().all()
    assert found.notes == ("2 dates in list.csv could not be read and are left empty.",)


def test_one_date_that_cannot_be_read_is_counted_as_one(tmp_path: Path) -> None:
    rows = [["Handle", "Date"], ["@kauri", "13/14/2026"], ["@rimu", "3/11/2025"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert list(found.interactions["happened_at"].isna()) == [True, False]
    assert found.notes == ("1 date in list.csv could not be read and is left empty.",)


@pytest.mark.parametrize(
    "heading", ["When noticed", "Noticed", "Dates", "Followed since", "Seen at"]
)
def test_a_column_of_dates_by_another_name_is_read_or_counted(tmp_path: Path, heading: str) -> None:
    rows = [["Handle", heading], ["@kauri", "13/14/2026"], ["@rimu", "3/11/2025"]]
    found = collect(tmp_path / "list.csv", table(rows))
    assert list(found.interactions["happened_at"].isna()) == [True, False]
    assert found.notes[0].startswith("1 date in list.csv")


def test_a_date_beside_one_that_cannot_be_read_does_not_take_its_place(tmp_path: Path) -> None:
    heading = ["Handle", "Next review date", "Date followed", "Date reviewed"]
    rows = [
        heading,
        ["@kauri", "1/1/2062", "13/14/2026", "1/11/2025"],
        ["@rimu", "1/1/2062", "3/11/2025", "4/11/2025"],
    ]
    found = collect(tmp_path / "list.csv", table(rows))
    local = found.interactions["happened_at"].dt.tz_convert(ZONE)
    assert list(local.dt.strftime("%d/%m").fillna("")) == ["", "03/11"]
    assert found.notes == ("1 date in list.csv could not be read and is left empty.",)


def test_a_list_without_a_heading_keeps_its_dates_or_counts_them(tmp_path: Path) -> None:
    rows = [
        ["3/11/2025", "@kauri"],
        ["13/14/2026", "@rimu"],
        ["", "@totara"],
        ["4 Nov 25", "@miro"],
    ]
    found = collect(tmp_path / "list.csv", table(rows))
    assert list(found.interactions["happened_at"].isna()) == [False, True, True, False]
    assert found.notes == ("1 date in list.csv could not be read and is left empty.",)
