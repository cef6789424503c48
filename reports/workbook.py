"""The workbook: which sheets there are and what stands on them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from audit.review.due import due_days
from audit.review.model import LAYOUT, Review
from reports import coverage_words, style, text, workbook_text
from reports.charts import TESTED
from reports.overflow import evidence_table, items_evidence
from reports.quarters_sheet import add_quarter_charts
from reports.summary_sheet import add_summary
from reports.table_sheet import Printed, add_table
from reports.tables import (
    Row,
    Table,
    about,
    balance_lists,
    balance_parties,
    changes,
    coverage,
    decisions_read,
    files_read,
    findings,
    guidance,
    headline_list,
    how_to_decide,
    known_accounts,
    lists_compared,
    party_rows,
    quarters,
)
from reports.tables.decisions import notes as decisions_notes
from reports.xlsx import Bars, Book, Chart, Properties, Sheet, without_search_for_cycles

_DECISION_WORDS = "DecisionWords"
_PARTY_CHART = (640, 420)


@without_search_for_cycles()
def write_workbook(review: Review, path: Path) -> None:
    """Write the workbook of a review to path, and evidence too long for a sheet beside it.

    The same Review gives the same bytes.
    """
    book = Book(_properties(review))
    add_summary(book, review)
    _add_findings(book, review)
    _add_guidance(book, review)
    read = decisions_read(review)
    _add_table(book, review, read, decisions_notes(review))
    _add_balance(book, review)
    _add_parties(book, review)
    _add_changes(book, review)
    _add_known(book, review)
    for name in ("followed", "likes", "reposts", "links"):
        _add_table(book, review, evidence_table(review, name, path))
    _add_table(book, review, items_evidence(review, path))
    _add_table(book, review, coverage(review))
    _add_table(book, review, files_read(review))
    _add_how_to_decide(book, review)
    _add_table(book, review, about(review))
    path.write_bytes(book.finish())


def _properties(review: Review) -> Properties:
    return Properties(
        title=text.document.document_title(review),
        subject=text.document.SUBJECT,
        author=text.document.AUTHOR,
        company=text.document.agency_names(review.agency),
        created=review.observed_at,
        custom={"RunId": review.run_id, "SchemaVersion": str(LAYOUT)},
    )


def _add_table(
    book: Book, review: Review, table: Table, notes: Sequence[str] = ()
) -> tuple[Sheet, int, int]:
    printed = Printed(text.document.document_title(review), review.marking)
    return add_table(book, printed, table, notes)


def _add_findings(book: Book, review: Review) -> None:
    """Add the sheet that people work on: table at A1, decisions last, nothing hidden or locked."""
    table = findings(review)
    if not table.rows:
        table = replace(table, rows=_no_findings(review, table))
    sheet = book.sheet(table.title, [column.width for column in table.columns], tab=style.PLUM)
    last = sheet.table(table, 0, filters=True)
    decision, due = table.column("decision"), table.column("due")
    sheet.choose_from((1, last, decision), _DECISION_WORDS, workbook_text.DECISION_REFUSED)
    days = due_days(review.observed_at)
    sheet.dates_between((1, last, due), days, workbook_text.due_date_refused(*days))
    high = style.Style(bold=True, colour=style.HIGH)
    sheet.stress((1, last, table.column("priority")), text.labels.PRIORITY_WORDS["high"], high)
    late = style.Style(bold=True, italic=True)
    sheet.stress((1, last, table.column("status")), text.labels.STATUS_WORDS["overdue"], late)
    sheet.freeze(1, 1)
    sheet.page(text.document.document_title(review), review.marking, repeated=0)


def _no_findings(review: Review, table: Table) -> tuple[Row, ...]:
    """Say that there is no item, and what is not covered; no item ever has the number 0000."""
    end = review.period.end
    number = f"{end:%y}Q{(end.month + 2) // 3}-0000"
    said = (
        {"item": f"{number}-{place}", "title": sentence}
        for place, sentence in enumerate((table.empty, coverage_words.not_covered(review)))
    )
    return tuple(tuple(row.get(column.key) for column in table.columns) for row in said)


def _add_guidance(book: Book, review: Review) -> None:
    """Add each clause of the guidance; a person answers in the last three columns."""
    table = guidance(review)
    notes = (table.caption, *text.guidance.NOTES) if table.rows else ()
    sheet, header, last = _add_table(book, review, table, notes)
    if not table.rows:
        return
    first = header + 1
    answer, on = table.column("answer"), table.column("on")
    words, refused = text.guidance.ANSWERS, workbook_text.ANSWER_REFUSED
    sheet.choose_from((first, last, answer), words, refused, "Answer")
    year, first_of_month = review.observed_at.year, review.observed_at.date().replace(day=1)
    days = (first_of_month.replace(year=year - 1), first_of_month.replace(year=year + 1))
    sheet.dates_between((first, last, on), days, workbook_text.due_date_refused(*days), "On")
    sheet.freeze(first, 1)


def _add_balance(book: Book, review: Review) -> None:
    """Add each list with its figures, and above it what the register knows of the House."""
    table = balance_lists(review)
    known = review.labels.register.sentence
    _add_table(book, review, table, (table.caption, known) if known else ())


def _add_changes(book: Book, review: Review) -> None:
    """Add what changed, which lists that can be known of, and the quarters with their charts."""
    table = changes(review)
    notes = (table.caption, *review.changes.notes, *text.labels.FOUR_CAUSES)
    _add_table(book, review, table, notes if table.rows else text.labels.FOUR_CAUSES)
    _add_table(book, review, lists_compared(review))
    sheet, header, _ = _add_table(book, review, quarters(review))
    add_quarter_charts(sheet, review, quarters(review), header)


def _add_known(book: Book, review: Review) -> None:
    """Add the members whose account the register knows, party by party, beside the balance."""
    table = known_accounts(review)
    known = review.labels.register.sentence
    _add_table(book, review, table, (table.caption + ".", known) if table.rows else ())


def _add_parties(book: Book, review: Review) -> None:
    """Add the party lines, with a chart of the list that speaks first."""
    table = balance_parties(review)
    sheet, header, _ = _add_table(book, review, table)
    first = headline_list(review)
    rows = party_rows(review, first) if first and first.n else ()
    if not first or not rows:
        return
    tested = first.verdict in TESTED
    bars = (Bars(table.column("count"), style.PLUM),)
    expected = (Bars(table.column("expected"), style.GREY_BAR),) if tested else ()
    counts = [
        (str(row[table.column("party")]), int(str(row[table.column("count")]))) for row in rows
    ]
    sheet.chart(
        header + 1,  # below the header, which is repeated on each printed page
        len(table.columns) + 1,
        Chart(
            title=f"{text.balance.scope_words(first)}: counted{' and expected' if tested else ''}",
            alt=workbook_text.chart_in_words(counts, "the accounts counted for each party")
            + (" The table beside it has the accounts expected." if tested else ""),
            header=header,
            first=header + 1,
            last=header + len(rows),
            categories=table.column("party"),
            bars=bars + expected,
            size=_PARTY_CHART,
        ),
    )


def _add_how_to_decide(book: Book, review: Review) -> None:
    """Add the decisions and what they mean; the list rule of Findings reads its words here."""
    table = how_to_decide()
    _, header, last = _add_table(book, review, table, workbook_text.decide_notes(review))
    book.name_cells(_DECISION_WORDS, table.title, header + 1, last)
