"""The one table of a source: of a CSV, a workbook or a saved web page."""

from collections.abc import Sequence
from dataclasses import dataclass

from connectors.errors import ConfigError, SourceError
from connectors.list_page import ListPage, is_page, page_list
from connectors.list_tables import Table, text_table
from connectors.list_workbook import workbook_tables

_ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Written:
    """The headings and the rows of a table with their line numbers; ``address`` as a page says."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    address: str = ""


def read_table(content: bytes, name: str, *, complete: bool) -> Written:
    """Read the table; raises ConfigError where there is none, or it is not whole.

    With ``complete`` a page that says itself that it shows only a part of its list is refused.
    """
    if is_page(content):
        page = _page(content, name)
        if complete and page.partial:
            shown = f"{page.first} to {page.last} of {page.of}"
            problem = f"{name} says that it shows {shown}: it is not complete."
            raise ConfigError([f"{problem} Save the whole list, or leave --complete away."])
        return _written(page.table, name, page.address)
    filled = [table for table in tables_in(content, name) if len(table.lines) > 1]
    if len(filled) != 1:
        said = "has no rows below a heading" if not filled else "has rows on several sheets"
        raise ConfigError([f"{name} {said}: save the one table that is meant as CSV or XLSX."])
    return _written(filled[0], name)


def tables_in(content: bytes, name: str) -> Sequence[Table]:
    """Read the table of a CSV, or those of a workbook; raises ConfigError."""
    try:
        return (
            workbook_tables(content, name)
            if content.startswith(_ZIP)
            else (text_table(content, name),)
        )
    except SourceError as error:
        raise ConfigError([str(error)]) from error


def _page(content: bytes, name: str) -> ListPage:
    try:
        return page_list(content, name)
    except SourceError as error:
        raise ConfigError([str(error)]) from error


def _written(table: Table, name: str, address: str = "") -> Written:
    rounded = [line.number for line in table.lines if any(cell.rounded for cell in line.cells)]
    if rounded:
        rows = ", ".join(map(str, rounded[:5]))
        problem = f"{name}, row {rows}: a spreadsheet has rounded a long number there."
        raise ConfigError([f"{problem} Save ids as text, and make the file again."])
    heading, *lines = table.lines
    return Written(
        headings=tuple(cell.text for cell in heading.cells),
        rows=tuple(
            (
                line.number,
                tuple(
                    cell.when.date().isoformat() if cell.when else cell.text for cell in line.cells
                ),
            )
            for line in lines
        ),
        address=address,
    )
