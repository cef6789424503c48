"""One sheet of a workbook in the making: text, tables, rules, charts and the printed page.

Every text passes clean() and is written as text, never as a formula; only what
reports/links.py let through is a link.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from xlsxwriter.utility import xl_rowcol_to_cell

from reports import style
from reports.clean import clean, one_line, starts_a_formula
from reports.heights import height
from reports.style import Style
from reports.tables import Cell, Link, Row, Table
from reports.xlsx.cells import header, look_of, sentence_row
from reports.xlsx.chart import Chart
from reports.xlsx.formats import CellFormats, Formats
from reports.xlsx.scatter import Scatter

_A4 = 9
_MOST_LINKS = 65_000  # Excel allows 65,530 on a sheet
Cells = tuple[int, int, int]  # first row, last row, column


class _Book(Formats, Protocol):
    """What a sheet needs of its book."""

    def change(self, look: Style) -> Any:
        """Give the format that a rule lays over a cell."""

    def drawing(self, sheet: str, chart: Chart | Scatter) -> Any:
        """Draw a chart of a sheet's cells."""


class Sheet:
    """One sheet in the making; rows and columns count from 0."""

    def __init__(self, book: _Book, sheet: Any, name: str) -> None:
        self._book, self._sheet, self._name = book, sheet, name
        self._links = 0
        self._texts: list[str] = []

    def text(self, row: int, column: int, value: str, look: Style) -> None:
        """Write one piece of text."""
        words = clean(value)
        self._sheet.write_string(row, column, words, self._book.format(_quoted(words, look)))

    def label(self, row: int, column: int, label: str, note: str, look: Style) -> None:
        """Write a label in bold with a note on the line below it."""
        bold, plain = self._book.format(replace(look, bold=True)), self._book.format(look)
        parts = (bold, clean(label), plain, f"\n{clean(note)}")
        self._sheet.write_rich_string(row, column, *parts, plain)

    def blank(self, row: int, column: int, look: Style) -> None:
        """Give an empty cell a look."""
        self._sheet.write_blank(row, column, None, self._book.format(look))

    def height(self, row: int, points: float) -> None:
        """Set the height of a row."""
        self._sheet.set_row(row, points)

    def jump(self, row: int, column: int, words: str, sheet: str) -> None:
        """Write words that lead to cell A1 of another sheet."""
        look = self._book.format(style.JUMP)
        self._sheet.write_url(row, column, f"internal:'{sheet}'!A1", look, words)

    def table(self, table: Table, row: int, *, filters: bool = False) -> int:
        """Write a marked-up table with its header at row, and give the row of its last line.

        A table without rows holds one line: the sentence that says why.
        """
        rows: Sequence[Row] = table.rows or (sentence_row(table),)
        last, width = row + len(rows), len(table.columns) - 1
        headers = [
            {"header": column.header, "header_format": self._book.format(header(column))}
            for column in table.columns
        ]
        options = {"name": table.id, "columns": headers, "autofilter": filters, "style": None}
        described = {"title": table.title, "description": clean(table.caption, 250) or table.title}
        self._sheet.add_table(row, 0, last, width, options | described)
        margin = 3 if filters else 0  # the filter button takes its place
        heads = [(column.header, column.width - margin) for column in table.columns]
        self._sheet.set_row(row, height(heads) + 4)
        columns = [
            CellFormats(self._book, column.width, look_of(column, bool(table.rows)))
            for column in table.columns
        ]
        self._sheet.reach(last, width)
        for place, cells in enumerate(rows, start=row + 1):
            self._line(place, cells, columns)
        self.figures_as_text((row, 0), (last, width))
        return last

    def _line(self, row: int, cells: Row, columns: Sequence[CellFormats]) -> None:
        """Write one row, as high as its longest text."""
        texts: list[tuple[str, int]] = []
        for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            words = "" if cell is None else shown(cell, column.most)
            if words and column.wraps:
                texts.append((words, column.width))
            self._cell((row, place), cell, words, column)
        self._sheet.set_row(row, height(texts))

    def _cell(self, at: tuple[int, int], cell: Cell, words: str, column: CellFormats) -> None:
        """Write one cell of a table: text, a link, a date, a number, or nothing."""
        if words and isinstance(cell, Link) and cell.url:
            self._link(at, cell.url, words, column)
        elif words:
            self._sheet.put(*at, words, column.text(words))
        elif cell is None:
            self._sheet.put(*at, "", column.plain)
        elif isinstance(cell, date):
            self._sheet.write_datetime(*at, cell, column.date)
        elif isinstance(cell, int | float):
            self._sheet.write_number(*at, cell, column.plain)
        else:
            self._sheet.put(*at, "", column.plain)

    def _link(self, at: tuple[int, int], url: str, words: str, column: CellFormats) -> None:
        """Write words that lead to an address, or the address where a sheet takes no more."""
        if self._links < _MOST_LINKS:
            self._links += 1
            self._sheet.write_url(*at, url, column.link(words), words)
        else:
            self._sheet.write_string(*at, url, column.plain)

    def chart(self, row: int, column: int, chart: Chart | Scatter) -> None:
        """Put a chart with its upper left corner at a cell; it reads this sheet's cells."""
        drawing = self._book.drawing(self._name, chart)
        options = {"description": chart.alt, "y_offset": 8, "object_position": 2}
        self._sheet.insert_chart(row, column, drawing, options)

    def choose_from(
        self, cells: Cells, words: str | Sequence[str], error: str, title: str = "Decision"
    ) -> None:
        """Let a column (first row, last row, column) hold only some words, or a named range's."""
        first, last, column = cells
        source = f"={words}" if isinstance(words, str) else [*words]
        rule = {"validate": "list", "source": source, "error_type": "stop"}
        self._sheet.data_validation(
            first, column, last, column, rule | {"error_title": title, "error_message": error}
        )

    def dates_between(
        self, cells: Cells, days: tuple[date, date], error: str, title: str = "Due date"
    ) -> None:
        """Let a column (first row, last row, column) hold only dates from one day to another."""
        first, last, column = cells
        rule = {"validate": "date", "criteria": "between", "error_type": "stop"}
        limits = {"minimum": days[0], "maximum": days[1]}
        words = {"error_title": title, "error_message": error}
        self._sheet.data_validation(first, column, last, column, rule | limits | words)

    def stress(self, cells: Cells, words: str, look: Style) -> None:
        """Make the cells of a column (first row, last row, column) that hold words stand out."""
        first, last, column = cells
        rule = {"type": "cell", "criteria": "==", "value": f'"{words}"'}
        self._sheet.conditional_format(
            first, column, last, column, rule | {"format": self._book.change(look)}
        )

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows above and the columns left of a cell in sight."""
        self._sheet.freeze_panes(row, column)

    def page(self, title: str, marking: str, repeated: int | None = None) -> None:
        """Set the printed page: A4 landscape, one page wide, the marking at top and bottom."""
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        font = f'&"{style.FONT},Regular"&9 '
        mark = f"&C{font}{_plain(marking, 80)}" if marking else ""
        sheet.set_header(mark)
        sheet.set_footer(f"&L{font}{_plain(title, 90)}{mark}&R{font}Page &P of &N")
        if repeated is not None:
            sheet.repeat_rows(repeated)

    def print_to(self, row: int, column: int) -> None:
        """Print from A1 to this cell and nothing else."""
        self._sheet.print_area(0, 0, row, column)

    def figures_as_text(self, first: tuple[int, int], last: tuple[int, int]) -> None:
        """Keep programs from warning that figures in these cells (row, column) are text."""
        self._texts.append(f"{xl_rowcol_to_cell(*first)}:{xl_rowcol_to_cell(*last)}")
        self._sheet.ignore_errors({"number_stored_as_text": " ".join(self._texts)})


def shown(cell: Cell, most: int) -> str:
    """Give the words of a cell, clean and no longer than so many characters."""
    if isinstance(cell, str):
        return one_line(cell, most)
    return one_line(cell.text, most) if isinstance(cell, Link) else ""


def _quoted(words: str, look: Style) -> Style:
    return replace(look, quoted=True) if starts_a_formula(words) else look


def _plain(words: str, most: int) -> str:
    """Make text fit for a header or footer, 255 units in all: one line, & doubled."""
    return one_line(one_line(words).replace("&", "&&"), most)
