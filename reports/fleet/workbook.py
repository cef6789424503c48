"""The workbook over several agencies: which sheets there are and what stands on them."""

from dataclasses import replace
from pathlib import Path

from audit.fleet.model import SCHEMA, Centre, Fleet, Funnel
from reports import style, text
from reports.fleet import tables
from reports.fleet.about import about
from reports.fleet.funnel_tables import limits, points
from reports.fleet.page import house
from reports.fleet.summary_sheet import add_summary
from reports.table_sheet import Printed, add_table
from reports.tables import Table
from reports.text import fleet as words
from reports.xlsx import Block, Book, Dash, Line, Properties, Scatter

_PLOT = (720, 460)
_UNDER = 15  # a plot of more agencies stands beside its table, so that it is seen at once
_LINES: tuple[tuple[str, Dash, str, bool], ...] = (
    ("low_995", "square_dot", style.EDGE, False),
    ("low_95", "dash", style.PLUM, False),
    ("centre", "solid", style.INK, True),
    ("high_95", "dash", style.PLUM, True),
    ("high_995", "square_dot", style.EDGE, True),
)


def write_workbook(fleet: Fleet, path: Path) -> None:
    """Write the workbook over several agencies to path; the same Fleet gives the same bytes."""
    book = Book(_properties(fleet))
    printed = Printed(words.document_title(fleet), words.marking(fleet))
    plots = [
        (f"Plot {number} {'Parliament' if centre.id == 'parliament' else 'agencies'}",
         funnel, centre)
        for number, funnel in enumerate(fleet.funnels, start=1)
        for centre in funnel.centres
    ]  # fmt: skip
    add_summary(book, fleet, printed, [name for name, _, _ in plots])
    sheet, header, _ = add_table(book, printed, _unlinked(tables.agencies(fleet)))
    sheet.freeze(header + 1, 1)
    for number, (name, funnel, centre) in enumerate(plots, start=1):
        _add_plot(book, printed, number, name, funnel, centre)
    for table in (tables.left_out, tables.sources, tables.coverage, tables.not_here, about):
        add_table(book, printed, table(fleet))
    path.write_bytes(book.finish())


def _properties(fleet: Fleet) -> Properties:
    return Properties(
        title=words.document_title(fleet),
        subject=words.SUBJECT,
        author=text.document.AUTHOR,
        company=words.agencies(fleet),
        created=fleet.observed_at,
        custom={"RunId": f"fleet-{fleet.period.id}", "SchemaVersion": str(SCHEMA)},
    )


def _unlinked(table: Table) -> Table:
    """Give the agencies' table with names alone: their reports lie beside the page."""
    agency = table.column("agency")
    columns = list(table.columns)
    columns[agency] = replace(columns[agency], kind="text")
    rows = tuple((getattr(row[agency], "text", ""), *row[agency + 1 :]) for row in table.rows)
    return replace(table, columns=tuple(columns), rows=rows)


def _add_plot(
    book: Book, printed: Printed, number: int, name: str, funnel: Funnel, centre: Centre
) -> None:
    """Add a sheet with a plot's points and the plot, and one with the limits that it draws."""
    table = replace(points(funnel, centre, f"tblPoints{number}"), title=name)
    sentence = funnel.sentences[funnel.centres.index(centre)]
    notes = (
        sentence, funnel.own_verdicts, house(funnel), words.FUNNEL_IS_NO_VERDICT, words.FUNNEL_LUCK,
    )  # fmt: skip
    sheet, header, last = add_table(book, printed, table, notes)
    drawn = replace(
        limits(centre, f"tblLimits{number}"), title=f"Limits of {name[:1].lower()}{name[1:]}"
    )
    _, below, end = add_table(book, printed, drawn)
    under = len(funnel.points) <= _UNDER
    sheet.chart(
        last + 2 if under else header,
        0 if under else len(table.columns) + 1,
        Scatter(
            title=f"Government's share, around {words.around(centre)}",
            alt=words.plot_in_words(centre, funnel.points),
            points=Block(name, header, header + 1, last, table.column("n")),
            labels=table.column("agency"),
            turned=tuple(2 * point.n > centre.limits[-1].n for point in funnel.points),
            y=table.column("share"),
            limits=Block(drawn.title, below, below + 1, end, drawn.column("n")),
            lines=tuple(
                Line(drawn.column(key), dash, colour, in_key)
                for key, dash, colour, in_key in _LINES
            ),
            axes=("Politicians followed", "Share of government"),
            ends=(centre.limits[-1].n, 1.0),
            size=_PLOT,
        ),
    )
