"""The first sheet over several agencies: the answer, four numbers, and where to go."""

from collections.abc import Sequence

from audit.fleet.model import Fleet
from reports import style
from reports.fleet.numbers import numbers
from reports.summary_rows import FIGURE, LABEL, TEXT, add_sentences, add_titles
from reports.table_sheet import Printed
from reports.tables import Column, Table
from reports.text import fleet as words
from reports.xlsx import Book, Sheet

_WIDTHS = (72, 11, 3, 16, 52)
_LINE = 20
_COLUMNS = (Column("what", "What", _WIDTHS[TEXT]), Column("number", "Number", 11, "number"))


def add_summary(book: Book, fleet: Fleet, printed: Printed, plots: Sequence[str]) -> None:
    """Add the Summary sheet, which prints on one A4 page; ``plots`` are the sheets with plots."""
    sheet = book.sheet("Summary", _WIDTHS)
    about = (words.agencies(fleet).capitalize(), fleet.period.label)
    add_titles(sheet, words.TITLE, about, printed.marking)
    last = _sentences(sheet, fleet)
    sheet.text(last + 2, 0, words.TOGETHER, style.HEADING)
    sheet.height(last + 2, _LINE + 4)
    table = sheet.table(together(fleet), last + 3)
    end = _where_to_go(sheet, last + 2, plots)
    sheet.page(printed.title, printed.marking)
    sheet.print_to(max(end, table), LABEL)


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
    return add_sentences(sheet, _WIDTHS, sentences, numbers(fleet))


def _where_to_go(sheet: Sheet, row: int, plots: Sequence[str]) -> int:
    sheet.text(row, FIGURE, "Where to go", style.HEADING)
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
        sheet.jump(place, FIGURE, f"{name}: {purpose}", name)
        sheet.height(place, _LINE)
    return row + len(places)
