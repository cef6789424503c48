"""A native scatter chart of labelled points over lines, which reads the cells beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from reports import style

MOST_LABELS = 200  # Excel draws 255 series at most
Dash = Literal["solid", "dash", "square_dot"]


@dataclass(frozen=True)
class Block:
    """Rows first to last below the header row of a sheet's table, and the column of x values."""

    sheet: str
    header: int
    first: int
    last: int
    x: int


@dataclass(frozen=True)
class Line:
    """One line through a block: the column of its y values, its look, whether it is in the key."""

    column: int
    dash: Dash
    colour: str
    in_key: bool


@dataclass(frozen=True)
class Scatter:
    """Points of one block, labelled by the cells of a column, over the lines of another block.

    ``turned`` says of each point whether its label stands to the left of it. Both axes begin at
    0; ``ends`` are where x and y end, and y is a share. Each point is a series of its own, since
    not every program shows labels that are read from cells otherwise.
    """

    title: str
    alt: str
    points: Block
    labels: int
    turned: tuple[bool, ...]
    y: int
    limits: Block
    lines: tuple[Line, ...]
    axes: tuple[str, str]
    ends: tuple[int, float]
    size: tuple[int, int]


def draw_scatter(drawing: Any, chart: Scatter) -> None:
    """Give XlsxWriter's empty scatter chart its lines, points, title and axes."""
    for line in chart.lines:
        look = {"color": line.colour, "width": 1.25, "dash_type": line.dash}
        series = _series(chart.limits, line.column)
        drawing.add_series(series | {"line": look, "marker": {"type": "none"}})
    for point in _points(chart):
        drawing.add_series(point)
    drawing.set_title({"name": chart.title, "name_font": style.chart_font(12) | {"bold": True}})
    for axis, name, end, number in zip(
        (drawing.set_x_axis, drawing.set_y_axis), chart.axes, chart.ends, ("0", "0%"), strict=True
    ):
        axis(_axis(name, end, number))
    points = range(len(chart.lines), len(chart.lines) + min(len(chart.turned), MOST_LABELS))
    unkeyed = [*(place for place, one in enumerate(chart.lines) if not one.in_key), *points]
    font = style.chart_font(style.BODY)
    drawing.set_legend({"position": "bottom", "font": font, "delete_series": unkeyed})
    drawing.set_chartarea({"border": {"color": style.RULE}})
    drawing.set_size({"width": chart.size[0], "height": chart.size[1]})


def _series(block: Block, column: int) -> dict[str, Any]:
    sheet = block.sheet
    return {
        "name": [sheet, block.header, column],
        "categories": [sheet, block.first, block.x, block.last, block.x],
        "values": [sheet, block.first, column, block.last, column],
    }


def _points(chart: Scatter) -> Iterator[dict[str, Any]]:
    """Give a labelled series for each point, and one for all that are too many for it."""
    block, sheet, x, y = chart.points, chart.points.sheet, chart.points.x, chart.y
    marker = {"type": "circle", "size": 8, "fill": {"color": style.PLUM}}
    look = {"line": {"none": True}, "marker": marker | {"border": {"color": style.PAPER}}}
    rows = range(block.first, block.last + 1)
    for row, turned in zip(rows[:MOST_LABELS], chart.turned, strict=False):
        label = {"series_name": True, "value": False, "font": style.chart_font(10)}
        yield look | {
            "name": [sheet, row, chart.labels],
            "categories": [sheet, row, x, row, x],
            "values": [sheet, row, y, row, y],
            "data_labels": label | {"position": "left" if turned else "right"},
        }
    if len(rows) > MOST_LABELS:
        yield look | _series(replace(block, first=rows[MOST_LABELS]), y)


def _axis(name: str, end: float, number: str) -> dict[str, Any]:
    font = style.chart_font(style.BODY)
    grid = {"visible": True, "line": {"color": style.RULE, "width": 0.5}}
    return {
        "name": name,
        "name_font": font,
        "num_font": font,
        "num_format": number,
        "min": 0,
        "max": end,
        "major_gridlines": grid if number.endswith("%") else {"visible": False},
    }
