"""The charts beside the Quarters table; they read its cells."""

from audit.review.model import Review
from reports import style, workbook_text
from reports.quarter_charts import quarter_charts
from reports.tables import Table
from reports.xlsx import Bars, Chart, Sheet

_SIZE = (560, 300)
_ROWS_APART = 16
_COLUMN_OF = {"quarters-items": "need_decision", "quarters-follows": "follow_d"}


def add_quarter_charts(sheet: Sheet, review: Review, table: Table, header: int) -> None:
    """Put each chart of the quarters to the right of the table whose header is at a row."""
    for place, drawn in enumerate(quarter_charts(review)):
        sheet.chart(
            header + 1 + place * _ROWS_APART,
            len(table.columns) + 1,
            Chart(
                title=drawn.title,
                alt=workbook_text.quarters_in_words(drawn.title, drawn.description),
                header=header,
                first=header + 1,
                last=header + len(table.rows),
                categories=table.column("quarter"),
                bars=(Bars(table.column(_COLUMN_OF[drawn.id]), style.PLUM),),
                size=_SIZE,
            ),
        )
