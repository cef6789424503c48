"""A native scatter chart of labelled points over lines, which reads the cells beside it."""

from dataclasses import dataclass
from typing import Any, Literal

from reports import style

Dash = Literal["solid", "dash", "square_dot"]


@dataclass(frozen=True)
class Block:
    """Rows first to last below the header row of one table, and the column of its x values."""

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

    Both axes begin at 0; ``ends`` are where x and y end, and y is a share.
    """

    title: str
    alt: str
    points: Block
    labels: int
    y: int
    limits: Block
    lines: tuple[Line, ...]
    axes: tuple[str, str]
    ends: tuple[int, float]
    size: tuple[int, int]


def draw_scatter(drawing: Any, sheet: str, chart: Scatter) -> None:
    """Give XlsxWriter's empty scatter chart its lines, points, title and axes."""
    for line in chart.lines:
        look = {"color": line.colour, "width": 1.25, "dash_type": line.dash}
        series = _series(sheet, chart.limits, line.column)
        drawing.add_series(series | {"line": look, "marker": {"type": "none"}})
    marker = {"type": "circle", "size": 8, "fill": {"color": style.PLUM}}
    drawing.add_series(
        _series(sheet, chart.points, chart.y)
        | {
            "line": {"none": True},
            "marker": marker | {"border": {"color": style.PAPER}},
            "data_labels": _labels(sheet, chart),
        }
    )
    drawing.set_title({"name": chart.title, "name_font": style.chart_font(12) | {"bold": True}})
    for axis, name, end, number in zip(
        (drawing.set_x_axis, drawing.set_y_axis), chart.axes, chart.ends, ("0", "0%"), strict=True
    ):
        axis(_axis(name, end, number))
    unkeyed = [place for place, line in enumerate(chart.lines) if not line.in_key]
    font = style.chart_font(style.BODY)
    drawing.set_legend({"position": "bottom", "font": font, "delete_series": unkeyed})
    drawing.set_chartarea({"border": {"color": style.RULE}})
    drawing.set_size({"width": chart.size[0], "height": chart.size[1]})


def _series(sheet: str, block: Block, column: int) -> dict[str, Any]:
    return {
        "name": [sheet, block.header, column],
        "categories": [sheet, block.first, block.x, block.last, block.x],
        "values": [sheet, block.first, column, block.last, column],
    }


def _labels(sheet: str, chart: Scatter) -> dict[str, Any]:
    cells = range(chart.points.first + 1, chart.points.last + 2)
    column = chr(ord("A") + chart.labels)
    custom = [{"value": f"='{sheet}'!${column}${row}"} for row in cells]
    return {"custom": custom, "value": True, "position": "right", "font": style.chart_font(10)}


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
