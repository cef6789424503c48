"""The upper half of a Summary sheet: what it is of, and each sentence beside one number."""

from collections.abc import Sequence

from reports import style
from reports.heights import height
from reports.page_one import Number
from reports.xlsx import Sheet

TEXT, COUNT, GAP, FIGURE, LABEL = range(5)
_FIRST = 5  # the row of the answer
_LARGER = 14 / style.BODY
_FEWER = 0.75  # of the characters that fit the column of text fit it in larger letters


def add_titles(sheet: Sheet, title: str, lines: tuple[str, str], marking: str) -> None:
    """Write the title, whose it is and of when, and the marking where there is one."""
    sheet.text(0, 0, title, style.TITLE)
    for row, line in enumerate(lines, start=1):
        sheet.text(row, 0, line, style.UNDER_TITLE)
    if marking:
        sheet.text(3, 0, marking, style.MARKING)
    for row, points in enumerate((30, 18, 18, 18 if marking else 4)):
        sheet.height(row, points)


def add_sentences(
    sheet: Sheet, widths: Sequence[int], sentences: Sequence[str], numbers: Sequence[Number]
) -> int:
    """Write each sentence beside its number, the answer first and larger; give the last row used.

    ``widths`` are those of the sheet's columns, in characters.
    """
    row = _FIRST
    for sentence, number in zip(sentences, numbers, strict=True):
        first = row == _FIRST
        sheet.text(row, TEXT, sentence, style.ANSWER if first else style.SENTENCE)
        for column in (COUNT, GAP):
            sheet.blank(row, column, style.SENTENCE)
        sheet.text(row, FIGURE, number.figure, style.FIGURE)
        sheet.label(row, LABEL, number.label, number.note, style.FIGURE_LABEL)
        for column in range(LABEL + 1, len(widths)):
            sheet.blank(row, column, style.FIGURE_LABEL)
        width, larger = (int(widths[TEXT] * _FEWER), _LARGER) if first else (widths[TEXT], 1)
        beside = height([(number.note, widths[LABEL])]) + style.LINE_HEIGHT
        sheet.height(row, max(height([(sentence, width)]) * larger, beside) + 8)
        row += 1
    sheet.figures_as_text((_FIRST, FIGURE), (row - 1, FIGURE))
    return row - 1
