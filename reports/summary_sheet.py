"""The first sheet: the answer, four numbers, the items by priority, and where to go."""

from audit.review.model import Review
from reports import coverage_words, style, text, workbook_text
from reports.page_one import numbers
from reports.summary_rows import COUNT, FIGURE, TEXT, add_sentences, add_titles
from reports.tables import Column, Table
from reports.xlsx import Bars, Book, Chart, Sheet

NAME = "Summary"
_WIDTHS = (74, 11, 3, 22, 40, 46)
_MORE = 5  # the column of the second half of where to go
_LINE = 20  # points of each line of the lower half
_CHART = (612, 190)
_COLUMNS = (
    Column("priority", "Priority", _WIDTHS[TEXT]),
    Column("items", "Items", _WIDTHS[COUNT], "number"),
)


def by_priority(review: Review) -> Table:
    """Describe how many items need a decision, by priority."""
    summary = review.summary
    counts = {"high": summary.high, "medium": summary.medium, "low": summary.low}
    return Table(
        id="tblSummary",
        title="Items that need a decision, by priority",
        caption="How many items need a decision, by priority, the highest first",
        columns=_COLUMNS,
        rows=tuple((text.labels.PRIORITY_WORDS[key], number) for key, number in counts.items()),
    )


def add_summary(book: Book, review: Review) -> None:
    """Add the Summary sheet, which prints on one A4 page."""
    sheet = book.sheet(NAME, _WIDTHS)
    about = (text.document.agency_names(review.agency), review.period.label)
    add_titles(sheet, text.document.TITLE, about, review.marking)
    last = _sentences(sheet, review)
    end = _items(sheet, review, last + 2)
    _where_to_go(sheet, last + 2)
    sheet.page(text.document.document_title(review), review.marking)
    sheet.print_to(end, _MORE)


def _sentences(sheet: Sheet, review: Review) -> int:
    """Write each sentence beside one of the four numbers; give the last row used."""
    gaps = " ".join((*review.labels.register.problems, coverage_words.not_covered(review)))
    prompt = f"{text.document.FLAG_IS_A_PROMPT} {text.decisions.purposes(review)}".strip()
    sentences = (review.answer, review.headline, gaps, prompt)
    return add_sentences(sheet, _WIDTHS, sentences, numbers(review))


def _items(sheet: Sheet, review: Review, row: int) -> int:
    """Write the items by priority and their chart; give the last row that the chart covers."""
    table = by_priority(review)
    sheet.text(row, 0, table.title, style.HEADING)
    sheet.height(row, _LINE + 4)
    last = sheet.table(table, row + 1)
    counts = [(str(name), int(str(number))) for name, number in table.rows]
    sheet.chart(
        last + 1,
        0,
        Chart(
            title=table.title,
            alt=workbook_text.chart_in_words(counts, "the items that need a decision, by priority"),
            header=row + 1,
            first=row + 2,
            last=last,
            categories=0,
            bars=(Bars(1, style.PLUM),),
            size=_CHART,
        ),
    )
    return last + 11


def _where_to_go(sheet: Sheet, row: int) -> None:
    sheet.text(row, FIGURE, "Where to go", style.HEADING)
    half = (len(workbook_text.SHEETS) + 1) // 2
    for place, (name, purpose) in enumerate(workbook_text.SHEETS):
        column = FIGURE if place < half else _MORE
        sheet.jump(row + 1 + place % half, column, f"{name}: {purpose}", name)
    for line in range(row + 1, row + 1 + half):
        sheet.height(line, _LINE)
