"""What people do to a workbook, done by LibreOffice itself: runs in a Python that has uno.

Standard input has one JSON object: the pipe that LibreOffice listens on, the workbook to open, the
acts in their order, each a name and its words, and the copies to save as [path, kind].
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.table import TableSortField

FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
SHEET, TABLE, ITEM = "Findings", "tblFindings", "Item"
_CONTENTS = 1 | 2 | 4 | 16  # com.sun.star.sheet.CellFlags: values, dates, text, formulas
_WAIT_SECONDS = 60


def main():
    told = json.load(sys.stdin)
    desktop = _desktop(told["pipe"])
    document = _open(desktop, told["workbook"])
    try:
        for name, *words in told["acts"]:
            ACTS[name](document, *words)
        for path, kind in told["copies"]:
            document.storeToURL(_address(path), _properties(FilterName=FILTERS[kind]))
    finally:
        document.close(True)


def type_in(document, sheet_name, row_name, heading, words):
    """Type words into a cell, as its program understands them where it stands."""
    sheet = document.Sheets.getByName(sheet_name)
    top = _heading_row(sheet, heading)
    row = _row_of(sheet, top, row_name)
    sheet.getCellByPosition(_column_of(sheet, top, heading), row).FormulaLocal = words


def as_text(document, item, heading):
    """Make a cell one that holds text, whatever is typed into it."""
    cell = _cell(document, item, heading)
    formats = document.NumberFormats
    cell.NumberFormat = formats.getStandardFormat(256, document.CharLocale)  # NumberFormat.TEXT


def dated(document, item, heading, days):
    """Put a date into a cell, as the days since the end of 1899."""
    _cell(document, item, heading).Value = days


def sort(document, heading):
    """Sort the whole table by a column, the last first."""
    table = document.DatabaseRanges.getByName(TABLE).ReferredCells
    field = TableSortField()
    field.Field = _column_of(table, 0, heading)
    field.IsAscending = False
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    asked = (*_properties(ContainsHeader=True), PropertyValue("SortFields", 0, fields, 0))
    uno.invoke(table, "sort", (uno.Any("[]com.sun.star.beans.PropertyValue", asked),))


def filter_by(document, heading, words):
    """Show only the rows of the table whose cell in a column has these words."""
    table = document.DatabaseRanges.getByName(TABLE).ReferredCells
    field = TableFilterField()
    field.Field = _column_of(table, 0, heading)
    field.Operator = EQUAL
    field.StringValue = words
    wanted = table.createFilterDescriptor(True)
    wanted.ContainsHeader = True
    wanted.setFilterFields((field,))
    table.filter(wanted)
    rows = range(1, table.Rows.Count)
    hidden = sum(not table.Rows.getByIndex(row).IsVisible for row in rows)
    if not 0 < hidden < table.Rows.Count - 1:
        raise SystemExit(f"the filter hid {hidden} rows")


def insert_column(document, before, heading, words):
    """Insert a column with a heading of its own and the same words in every row."""
    sheet = document.Sheets.getByName(SHEET)
    place, last = _column_of(sheet, 0, before), _last_row(sheet)
    sheet.Columns.insertByIndex(place, 1)
    cells = sheet.getCellRangeByPosition(place, 0, place, last)
    cells.setDataArray(((heading,), *[(words,)] * last))


def insert_rows(document, number, words):
    """Insert rows above everything, with words in the first cell."""
    sheet = document.Sheets.getByName(SHEET)
    sheet.Rows.insertByIndex(0, number)
    sheet.getCellByPosition(0, 0).String = words


def delete_row(document, item):
    """Delete a row whole."""
    sheet = document.Sheets.getByName(SHEET)
    sheet.Rows.removeByIndex(_row_of(sheet, 0, item), 1)


def clear_row(document, item):
    """Empty a row as the Delete key does: its formats stay."""
    sheet = document.Sheets.getByName(SHEET)
    row, last = _row_of(sheet, 0, item), _last_column(sheet)
    sheet.getCellRangeByPosition(0, row, last, row).clearContents(_CONTENTS)


def double_row(document, item):
    """Insert a copy of a row below it; what is typed for the item then goes into the upper one."""
    sheet = document.Sheets.getByName(SHEET)
    row, last = _row_of(sheet, 0, item), _last_column(sheet)
    sheet.Rows.insertByIndex(row + 1, 1)
    source = sheet.getCellRangeByPosition(0, row, last, row).RangeAddress
    sheet.copyRange(sheet.getCellByPosition(0, row + 1).CellAddress, source)


def paste_below(document, path):
    """Copy the whole Findings table of another workbook and paste it below this one's."""
    other = _open(_desktop_of(document), path)
    try:
        other.CurrentController.select(other.DatabaseRanges.getByName(TABLE).ReferredCells)
        copied = other.CurrentController.getTransferable()
        sheet = document.Sheets.getByName(SHEET)
        view = document.CurrentController
        view.setActiveSheet(sheet)
        view.select(sheet.getCellByPosition(0, _last_row(sheet) + 2))
        view.insertTransferable(copied)
    finally:
        other.close(True)


def copy_sheet_in(document, path):
    """Copy the Findings sheet of another workbook into this one, as its last sheet."""
    other = _open(_desktop_of(document), path)
    try:
        document.Sheets.importSheet(other, SHEET, document.Sheets.Count)
    finally:
        other.close(True)


ACTS = {
    "type": type_in,
    "as text": as_text,
    "date": dated,
    "sort": sort,
    "filter": filter_by,
    "insert column": insert_column,
    "insert rows": insert_rows,
    "delete row": delete_row,
    "clear row": clear_row,
    "double row": double_row,
    "paste below": paste_below,
    "copy sheet in": copy_sheet_in,
}


def _desktop(pipe):
    """Ask LibreOffice for its desktop, as soon as it listens."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    last = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            break
        except NoConnectException:
            if time.monotonic() > last:
                raise
            time.sleep(0.1)
    return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)


def _desktop_of(document):
    return document.CurrentController.Frame.Creator


def _open(desktop, path):
    return desktop.loadComponentFromURL(_address(path), "_blank", 0, _properties(Hidden=True))


def _address(path):
    return uno.systemPathToFileUrl(path)


def _properties(**values):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def _cell(document, item, heading):
    sheet = document.Sheets.getByName(SHEET)
    return sheet.getCellByPosition(_column_of(sheet, 0, heading), _row_of(sheet, 0, item))


def _heading_row(sheet, heading):
    """Find the row that has a heading, among the first thirty."""
    cells = sheet.getCellRangeByPosition(0, 0, _last_column(sheet), 30).getDataArray()
    return next(row for row, words in enumerate(cells) if heading in words)


def _column_of(cells, row, heading):
    last = _last_column(cells) if hasattr(cells, "createCursor") else cells.Columns.Count - 1
    return cells.getCellRangeByPosition(0, row, last, row).getDataArray()[0].index(heading)


def _row_of(sheet, top, name):
    """Find the first row below the headings that has a name in one of its cells."""
    last = _last_column(sheet)
    cells = sheet.getCellRangeByPosition(0, top + 1, last, _last_row(sheet)).getDataArray()
    return next(row for row, words in enumerate(cells, top + 1) if name in words)


def _last_row(sheet):
    return _used(sheet).EndRow


def _last_column(sheet):
    return _used(sheet).EndColumn


def _used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress


if __name__ == "__main__":
    main()
