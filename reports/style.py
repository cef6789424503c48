"""How the workbook looks: one typeface, plum and grey, no party's colour and no traffic light."""

from dataclasses import dataclass
from typing import Any

FONT = "Arial"
BODY = 11  # points; nothing is smaller
LINE_HEIGHT = 15.0  # points that one line of body text takes

INK = "#1b1b1f"
SOFT = "#4a4d57"
PAPER = "#ffffff"
RULE = "#c9cbd2"
EDGE = "#767985"
PLUM = "#5a3e85"
BAND = "#e3dcef"
TINT = "#f7f4fb"
LINK = "#0b4f9e"
HIGH = "#7a1f5c"
GREY_BAR = "#a9acb8"

DATE = "d mmm yyyy"
WHOLE = "#,##0"
ONE_PLACE = "#,##0.0"
PER_CENT = "0%"


@dataclass(frozen=True)
class Style:
    """The look of one cell; ``quoted`` keeps text that looks like a formula text for good."""

    size: int = BODY
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    colour: str = INK
    fill: str = ""
    wrap: bool = True
    right: bool = False
    indent: int = 0
    number: str = ""
    rule: str = ""
    boxed: bool = False
    quoted: bool = False


TITLE = Style(size=20, bold=True, colour=PLUM, wrap=False)
SHEET_TITLE = Style(size=16, bold=True, colour=PLUM, wrap=False)
UNDER_TITLE = Style(size=12, colour=SOFT, wrap=False)
CAPTION = Style(colour=SOFT, wrap=False)
MARKING = Style(bold=True, wrap=False)
ANSWER = Style(size=14, bold=True, rule=RULE)
SENTENCE = Style(rule=RULE)
FIGURE = Style(size=18, bold=True, colour=PLUM, rule=RULE)
FIGURE_LABEL = Style(rule=RULE)
HEADING = Style(size=13, bold=True, wrap=False)
JUMP = Style(colour=LINK, underlined=True, wrap=False)

HEADER = Style(bold=True, fill=BAND, rule=PLUM, indent=1)
HEADER_INPUT = Style(bold=True, fill=PLUM, colour=PAPER, rule=PLUM, indent=1)
CELL = Style(rule=RULE, indent=1)
CELL_INPUT = Style(fill=TINT, rule=EDGE, boxed=True, indent=1)
CELL_EMPTY = Style(rule=RULE, wrap=False, indent=1)


def chart_font(size: int) -> dict[str, Any]:
    """Spell the letters of a native chart as XlsxWriter does."""
    return {"name": FONT, "size": size, "color": INK, "bold": False}
