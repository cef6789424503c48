"""The look of cells: a style spelled as XlsxWriter does, and which style a column's cells have."""

from dataclasses import replace
from typing import Any

from reports import style
from reports.style import Style
from reports.tables import Column, Row, Table

_NUMBERS = {
    "number": style.WHOLE,
    "decimal": style.ONE_PLACE,
    "percent": style.PER_CENT,
    "date": style.DATE,
}
_DAYS_TO_FILL = {"due", "checked_on", "review_by"}


def spelled(look: Style) -> dict[str, Any]:
    """Spell a style as XlsxWriter does."""
    result: dict[str, Any] = {
        "font_name": style.FONT,
        "font_size": look.size,
        "font_color": look.colour,
        "bold": look.bold,
        "italic": look.italic,
        "underline": int(look.underlined),
        "text_wrap": look.wrap,
        "valign": "vcenter",
        "quote_prefix": look.quoted,
    }
    if look.indent or look.right:
        result |= {"align": "right" if look.right else "left", "indent": look.indent}
    if look.fill:
        result |= {"bg_color": look.fill, "pattern": 1}
    if look.number:
        result["num_format"] = look.number
    if look.rule:
        edge = "border" if look.boxed else "bottom"
        result |= {edge: 1, f"{edge}_color": look.rule}
    return result


def header(column: Column) -> Style:
    """Give the look of a column's header."""
    look = style.HEADER_INPUT if column.kind == "input" else style.HEADER
    return replace(look, right=column.kind in {"number", "decimal", "percent"})


def look_of(column: Column, filled: bool) -> Style:
    """Give the look of a column's cells; the sentence of an empty table runs over its cells."""
    if column.kind == "input":
        dated = style.DATE if column.key in _DAYS_TO_FILL else ""
        return replace(style.CELL_INPUT, number=dated)
    if not filled:
        return style.CELL_EMPTY
    number = _NUMBERS.get(column.kind, "")
    return replace(
        style.CELL, number=number, right=bool(number) and column.kind != "date", wrap=not number
    )


def sentence_row(table: Table) -> Row:
    """Give the one row of a table that has none: its sentence."""
    return (table.empty, *(None for _ in table.columns[1:]))
