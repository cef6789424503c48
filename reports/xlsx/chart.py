"""A native bar chart that reads the cells beside it."""

from dataclasses import dataclass
from typing import Any

from reports import style


@dataclass(frozen=True)
class Bars:
    """One series of a bar chart: the column its values stand in, and its colour."""

    column: int
    colour: str


@dataclass(frozen=True)
class Chart:
    """A bar chart of rows first to last; series take their names from the header row."""

    title: str
    alt: str
    header: int
    first: int
    last: int
    categories: int
    bars: tuple[Bars, ...]
    size: tuple[int, int]


def draw(drawing: Any, sheet: str, chart: Chart) -> None:
    """Give XlsxWriter's empty bar chart its series, title and axes."""
    for bars in chart.bars:
        drawing.add_series(_series(sheet, chart, bars))
    drawing.set_title({"name": chart.title, "name_font": style.chart_font(12) | {"bold": True}})
    font = style.chart_font(style.BODY)
    categories = {"reverse": True, "num_font": font, "major_tick_mark": "none"}
    drawing.set_y_axis(categories)
    drawing.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    legend = {"position": "bottom", "font": font}
    drawing.set_legend(legend if len(chart.bars) > 1 else {"none": True})
    drawing.set_chartarea({"border": {"color": style.RULE}})
    drawing.set_size({"width": chart.size[0], "height": chart.size[1]})


def _series(sheet: str, chart: Chart, bars: Bars) -> dict[str, Any]:
    rows, column = (chart.first, chart.last), chart.categories
    return {
        "name": [sheet, chart.header, bars.column],
        "categories": [sheet, rows[0], column, rows[1], column],
        "values": [sheet, rows[0], bars.column, rows[1], bars.column],
        "fill": {"color": bars.colour},
        "border": {"color": style.PLUM},
        "gap": 60,
        "data_labels": {"value": True, "font": style.chart_font(style.BODY)},
    }
