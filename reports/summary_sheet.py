"""The first sheet: the answer, four numbers, the items by priority, and where to go."""

from audit.review.model import Review
from reports import coverage_words, style, text, workbook_text
from reports.heights import height
from reports.page_one import numbers
from reports.tables import Column, Table
from reports.xlsx import Bars, Book, Chart, Sheet

NAME = "Summary"
_WIDTHS = (74, 11, 3, 22, 40, 46)
_TEXT, _COUNT, _GAP, _FIGURE, _LABEL, _MORE = range(6)
_FIRST = 5  # the row of the answer
_ANSWER_WIDTH = 55  # characters of the larger letters that fit the column of text
_LINE = 20  # points of each line of the lower half
_LARGER = 14 / style.BODY
_CHART = (612, 190)
_COLUMNS = (
    Column("priority", "Priority", _WIDTHS[_TEXT]),
    Column("items", "Items", _WIDTHS[_COUNT], "number"),
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
    _title(sheet, review)
    last = _sentences(sheet, review)
    end = _items(sheet, review, last + 2)
    _where_to_go(sheet, last + 2)
    sheet.page(text.document.document_title(review), review.marking)
    sheet.print_to(end, _MORE)


def _title(sheet: Sheet, review: Review) -> None:
    sheet.text(0, 0, text.document.TITLE, style.TITLE)
    sheet.text(1, 0, text.document.agency_names(review.agency), style.UNDER_TITLE)
    sheet.text(2, 0, review.period.label, style.UNDER_TITLE)
    if review.marking:
        sheet.text(3, 0, review.marking, style.MARKING)
    for row, points in enumerate((30, 18, 18, 18 if review.marking else 4)):
        sheet.height(row, points)


def _sentences(sheet: Sheet, review: Review) -> int:
    """Write each sentence beside one of the four numbers; give the last row used."""
    gaps = " ".join((*review.labels.register.problems, coverage_words.not_covered(review)))
    prompt = f"{text.document.FLAG_IS_A_PROMPT} {text.decisions.purposes(review)}".strip()
    sentences = (review.answer, review.headline, gaps, prompt)
    row = _FIRST
    for sentence, number in zip(sentences, numbers(review), strict=True):
        first = row == _FIRST
        sheet.text(row, _TEXT, sentence, style.ANSWER if first else style.SENTENCE)
        for column in (_COUNT, _GAP):
            sheet.blank(row, column, style.SENTENCE)
        sheet.text(row, _FIGURE, number.figure, style.FIGURE)
        sheet.label(row, _LABEL, number.label, number.note, style.FIGURE_LABEL)
        sheet.blank(row, _MORE, style.FIGURE_LABEL)
        words = height([(sentence, _WIDTHS[_TEXT])])
        large = height([(sentence, _ANSWER_WIDTH)]) * _LARGER if first else words
        beside = height([(number.note, _WIDTHS[_LABEL])]) + style.LINE_HEIGHT
        sheet.height(row, max(large, beside) + 8)
        row += 1
    sheet.figures_as_text((_FIRST, _FIGURE), (row - 1, _FIGURE))
    return row - 1


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
    sheet.text(row, _FIGURE, "Where to go", style.HEADING)
    half = (len(workbook_text.SHEETS) + 1) // 2
    for place, (name, purpose) in enumerate(workbook_text.SHEETS):
        column = _FIGURE if place < half else _MORE
        sheet.jump(row + 1 + place % half, column, f"{name}: {purpose}", name)
    for line in range(row + 1, row + 1 + half):
        sheet.height(line, _LINE)
