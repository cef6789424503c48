"""The page over several agencies: one self-contained HTML file, with their own pages beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from audit.fleet.model import Fleet, Funnel
from audit.review.words import day, listing
from reports.fleet import tables
from reports.fleet.funnel_chart import HEIGHT, FunnelChart, funnel_chart
from reports.fleet.funnel_tables import limits, points
from reports.fleet.numbers import numbers
from reports.html import render
from reports.tables import Table
from reports.text import fleet as words

_EVERY = 5  # the workbook has the limits for every number
_SHOWN = (
    "agency", "need_decision", "high", "overdue", "accounts", "politicians", "follow", "like",
    "repost", "not_read",
)  # fmt: skip


@dataclass(frozen=True)
class Plot:
    """One funnel plot with its words and the figures behind it."""

    title: str
    sentence: str
    own_verdicts: str
    house: str
    chart: FunnelChart
    height: int
    points: Table
    limits: Table


def write_page(fleet: Fleet, path: Path) -> None:
    """Write the page over several agencies to path, as UTF-8 with LF line ends."""
    path.write_text(render_page(fleet), encoding="utf-8", newline="\n")


def render_page(fleet: Fleet) -> str:
    """Make the page over several agencies: the same Fleet gives the same text, byte for byte."""
    return render("fleet.html.j2", words.marking(fleet), _parts(fleet), more_style="fleet.css")


def _parts(fleet: Fleet) -> Mapping[str, Any]:
    return {
        "fleet": fleet,
        "words": words,
        "title": words.window_title(fleet),
        "marking": words.marking(fleet),
        "workbook": f"fleet-{fleet.period.id}.xlsx",
        "numbers": numbers(fleet),
        "agencies": replace(
            tables.agencies(fleet).only(*_SHOWN), id="agencies-table", caption="Agencies, A to Z"
        ),
        "not_here": replace(
            tables.not_here(fleet), id="not-here-table", caption="Not in this report, and why"
        ),
        "plots": list(_plots(fleet)),
        "left_out": replace(tables.left_out(fleet), id="left-out-table"),
        "sources": replace(
            tables.sources(fleet),
            id="sources-table",
            caption="Named by a list, in more than one",
        ),
        "coverage": replace(
            tables.coverage(fleet), id="coverage-table", caption="Not read in full, by agency"
        ),
    }


def _plots(fleet: Fleet) -> Iterator[Plot]:
    for number, funnel in enumerate(fleet.funnels, start=1):
        for centre, sentence in zip(funnel.centres, funnel.sentences, strict=True):
            name = f"plot-{number}-{centre.id}"
            yield Plot(
                title=words.plot_title(centre, number if len(fleet.funnels) > 1 else 0),
                sentence=sentence,
                own_verdicts=funnel.own_verdicts,
                house=house(funnel),
                chart=funnel_chart(funnel, centre, name),
                height=HEIGHT,
                points=points(funnel, centre, f"{name}-points"),
                limits=limits(centre, f"{name}-limits", _EVERY),
            )


def house(funnel: Funnel) -> str:
    """Write what a funnel's lists are measured against."""
    days = listing([day(one) for one in funnel.days])
    parties = listing(list(funnel.governing))
    return f"Measured against the seats in Parliament on {days}; in government: {parties}."
