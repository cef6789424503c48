"""The first sheet over several agencies: the answer, four numbers, and where to go."""

from collections.abc import Sequence

from audit.fleet.model import Fleet
from reports import style
from reports.fleet.numbers import numbers
from reports.heights import height
from reports.table_sheet import Printed
from reports.tables import Column, Table
from reports.text import fleet as words
from reports.xlsx import Book, Sheet

_WIDTHS = (72, 11, 3, 16, 52)
_TEXT, _COUNT, _GAP, _FIGURE, _LABEL = range(5)
_FIRST = 5  # the row of the answer
_ANSWER_WIDTH = 54  # characters of the larger letters that fit the column of text
_LARGER = 14 / style.BODY
_LINE = 20
_COLUMNS = (Column("what", "What", _WIDTHS[_TEXT]), Column("number", "Number", 11, "number"))


def add_summary(book: Book, fleet: Fleet, printed: Printed, plots: Sequence[str]) -> None:
    """Add the Summary sheet, which prints on one A4 page; ``plots`` are the sheets with plots."""
    sheet = book.sheet("Summary", _WIDTHS)
    sheet.text(0, 0, words.TITLE, style.TITLE)
    sheet.text(1, 0, words.agencies(fleet).capitalize(), style.UNDER_TITLE)
    sheet.text(2, 0, fleet.period.label, style.UNDER_TITLE)
    if printed.marking:
        sheet.text(3, 0, printed.marking, style.MARKING)
    for row, points in enumerate((30, 18, 18, 18 if printed.marking else 4)):
        sheet.height(row, points)
    last = _sentences(sheet, fleet)
    sheet.text(last + 2, 0, words.TOGETHER, style.HEADING)
    sheet.height(last + 2, _LINE + 4)
    table = sheet.table(together(fleet), last + 3)
    end = _where_to_go(sheet, last + 2, plots)
    sheet.page(printed.title, printed.marking)
    sheet.print_to(max(end, table), _LABEL)


def together(fleet: Fleet) -> Table:
    """Describe what all agencies have together."""
    totals = fleet.totals
    rows = (
        ("Agencies in this report", totals.agencies),
        ("Items to decide", totals.need_decision),
        ("of these high priority", totals.high),
        ("Overdue", totals.overdue),
        ("Items checked", totals.items_checked),
        ("Accounts asked for", totals.accounts_total),
        ("Accounts read", totals.accounts_read),
    )
    return Table("tblSummary", words.TOGETHER, "What all agencies have together", _COLUMNS, rows)


def _sentences(sheet: Sheet, fleet: Fleet) -> int:
    """Write each sentence beside one of the four numbers; give the last row used."""
    around = " ".join(
        one for funnel in fleet.funnels for one in (*funnel.sentences, funnel.own_verdicts)
    )
    sentences = (fleet.answer, fleet.coverage, around or words.NO_FUNNEL, words.NO_RANKING)
    row = _FIRST
    for sentence, number in zip(sentences, numbers(fleet), strict=True):
        first = row == _FIRST
        sheet.text(row, _TEXT, sentence, style.ANSWER if first else style.SENTENCE)
        for column in (_COUNT, _GAP):
            sheet.blank(row, column, style.SENTENCE)
        sheet.text(row, _FIGURE, number.figure, style.FIGURE)
        sheet.label(row, _LABEL, number.label, number.note, style.FIGURE_LABEL)
        large = height([(sentence, _ANSWER_WIDTH)]) * _LARGER
        wrapped = large if first else height([(sentence, _WIDTHS[_TEXT])])
        beside = height([(number.note, _WIDTHS[_LABEL])]) + style.LINE_HEIGHT
        sheet.height(row, max(wrapped, beside) + 8)
        row += 1
    sheet.figures_as_text((_FIRST, _FIGURE), (row - 1, _FIGURE))
    return row - 1


def _where_to_go(sheet: Sheet, row: int, plots: Sequence[str]) -> int:
    sheet.text(row, _FIGURE, "Where to go", style.HEADING)
    places = (
        ("Agencies", "each agency's figures, from A to Z"),
        *((name, "the government's share of the politicians followed") for name in plots),
        ("Not in a plot", "whose follows cannot be compared, and why"),
        ("Sources in common", "what several agencies follow, share or link to"),
        ("Coverage", "what could not be read"),
        ("Not in this report", "who has no review here, and why"),
        ("About", "how and when this was made"),
    )
    for place, (name, purpose) in enumerate(places, start=row + 1):
        sheet.jump(place, _FIGURE, f"{name}: {purpose}", name)
        sheet.height(place, _LINE)
    return row + len(places)
