"""A workbook in the making; with sheet.py the only file that knows XlsxWriter's calls."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from xlsxwriter.utility import xl_range_abs

from reports import style
from reports.clean import clean
from reports.style import Style
from reports.xlsx.cell_writer import QuickWorksheet
from reports.xlsx.cells import spelled
from reports.xlsx.chart import Chart, draw
from reports.xlsx.language import WorkbookWithLanguage
from reports.xlsx.scatter import Scatter, draw_scatter
from reports.xlsx.sheet import Sheet


@dataclass(frozen=True)
class Properties:
    """What the file says of itself; ``custom`` values are text."""

    title: str
    subject: str
    author: str
    company: str
    created: datetime
    custom: Mapping[str, str]


class Book:
    """A workbook in the making; the same content gives the same bytes."""

    def __init__(self, properties: Properties) -> None:
        self._stream = io.BytesIO()
        self._book = WorkbookWithLanguage(
            self._stream,
            {
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "default_format_properties": {"font_name": style.FONT, "font_size": style.BODY},
            },
        )
        self._formats: dict[Style, Any] = {}
        self._book.set_properties(
            {
                "title": clean(properties.title, 250),
                "subject": properties.subject,
                "author": properties.author,
                "company": clean(properties.company, 250),
                "created": properties.created.astimezone(UTC).replace(tzinfo=None),
            }
        )
        for name, value in properties.custom.items():
            self._book.set_custom_property(name, clean(value, 250), "text")

    def sheet(self, name: str, widths: Sequence[int], tab: str = "") -> Sheet:
        """Add a sheet with column widths in characters."""
        sheet = self._book.add_worksheet(name, QuickWorksheet)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        if tab:
            sheet.set_tab_color(tab)
        return Sheet(self, sheet, name)

    def name_cells(self, name: str, sheet: str, first: int, last: int) -> None:
        """Name the cells of column A from row first to row last."""
        self._book.define_name(name, f"='{sheet}'!{xl_range_abs(first, 0, last, 0)}")

    def format(self, look: Style) -> Any:
        """Give XlsxWriter's format of a style, made once."""
        if look not in self._formats:
            self._formats[look] = self._book.add_format(spelled(look))
        return self._formats[look]

    def drawing(self, sheet: str, chart: Chart | Scatter) -> Any:
        """Draw a chart of a sheet's cells."""
        if isinstance(chart, Scatter):
            drawing = self._book.add_chart({"type": "scatter", "subtype": "straight"})
            draw_scatter(drawing, chart)
        else:
            drawing = self._book.add_chart({"type": "bar"})
            draw(drawing, sheet, chart)
        return drawing

    def change(self, look: Style) -> Any:
        """Give the format that a rule lays over a cell: weight, slant and colour alone."""
        font = {"bold": look.bold, "italic": look.italic, "font_color": look.colour}
        return self._book.add_format(font)

    def finish(self) -> memoryview:
        """Close the workbook and give its bytes."""
        self._book.close()
        return self._stream.getbuffer()
