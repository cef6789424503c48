"""Where the marks of a funnel plot go; the drawing itself is templates/funnel.html.j2.

Across, positions are per cents of the drawing's width, so that text keeps its size on a narrow
screen; down, they are pixels.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audit.fleet.model import Centre, Funnel, Limits, Point
from audit.review.words import in_words, listing, per_cent
from reports.clean import one_line
from reports.text import fleet as words

HEIGHT = 280  # pixels from a share of 1 to a share of 0
MOST_NAMES = 12
_LINE = 16
_TRIED = (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5)  # lines from its point that a label may stand
_NEAR_NAMES, _NEAR_NUMBERS = 45.0, 3.0  # per cents of the width in which two labels may touch
_TURN = 55.0  # from here on labels stand to the left of their points
_NAME = 40
_STEPS = (5, 10, 20, 50, 100, 200)


@dataclass(frozen=True)
class Mark:
    """One agency: the place of its point and of its label, its number and name, and its shape."""

    across: float
    down: float
    label_down: float
    number: int
    name: str
    shape: str
    turned: bool


@dataclass(frozen=True)
class Tick:
    """A figure at an axis and how far along it stands."""

    at: float
    figure: str


@dataclass(frozen=True)
class FunnelChart:
    """A funnel plot: its words, two bands as points of polygons, its centre line and its marks."""

    id: str
    title: str
    description: str
    around: str
    far: str
    near: str
    centre: float
    marks: tuple[Mark, ...]
    across: tuple[Tick, ...]
    down: tuple[Tick, ...]


def funnel_chart(funnel: Funnel, centre: Centre, name: str) -> FunnelChart:
    """Lay out the plot of the agencies around one centre."""
    longest = centre.limits[-1].n
    step = next((one for one in _STEPS if longest / one <= 8), 500)
    return FunnelChart(
        id=name,
        title=f"Government's share of the politicians followed, around {words.around(centre)}",
        description=_description(centre, funnel.points),
        around=words.around(centre),
        far=_band(centre.limits, longest, lambda one: (one.edge_low_995, one.edge_high_995)),
        near=_band(centre.limits, longest, lambda one: (one.edge_low_95, one.edge_high_95)),
        centre=_down(centre.share),
        marks=_marks(funnel.points, centre, longest),
        across=tuple(
            Tick(round(100 * n / longest, 2), f"{n:,}") for n in range(step, longest + 1, step)
        ),
        down=tuple(Tick(_down(of_100 / 100), f"{of_100}%") for of_100 in (0, 25, 50, 75, 100)),
    )


def _band(
    limits: Sequence[Limits], longest: int, edges: Callable[[Limits], tuple[float, float]]
) -> str:
    """Give the corners of a band: along its upper edge and back along its lower one."""
    upper = [(one.n, edges(one)[1]) for one in limits]
    lower = [(one.n, edges(one)[0]) for one in reversed(limits)]
    corners = ((100 * n / longest, _down(share)) for n, share in (*upper, *lower))
    return " ".join(f"{across:.2f},{down:.1f}" for across, down in corners)


def _down(share: float) -> float:
    return round((1 - share) * HEIGHT, 1)


def _marks(points: Sequence[Point], centre: Centre, longest: int) -> tuple[Mark, ...]:
    """Place the points, with names if each has room beside its own; else with numbers alone."""
    if len(points) <= MOST_NAMES:
        marks = _placed(points, centre, longest, named=True)
        if all(abs(mark.label_down - mark.down) <= _LINE for mark in marks):
            return marks
    return _placed(points, centre, longest, named=False)


def _placed(
    points: Sequence[Point], centre: Centre, longest: int, *, named: bool
) -> tuple[Mark, ...]:
    near = _NEAR_NAMES if named else _NEAR_NUMBERS
    placed: list[Mark] = []
    numbered = sorted(enumerate(points, start=1), key=lambda one: (-one[1].share, one[0]))
    for number, point in numbered:
        across, down = round(100 * point.n / longest, 2), _down(point.share)
        place = point.places[centre.id]
        placed.append(
            Mark(
                across=across,
                down=down,
                label_down=_free(across, down, placed, near),
                number=number,
                name=one_line(point.agency, _NAME) if named else "",
                shape={"above": "up", "below": "down"}.get(place.partition("_")[0], "dot"),
                turned=across > _TURN,
            )
        )
    return tuple(sorted(placed, key=lambda mark: mark.number))


def _free(across: float, down: float, placed: Sequence[Mark], near: float) -> float:
    """Give a label the free place that is nearest beside its point, up or down; else its own."""
    beside = [mark.label_down for mark in placed if abs(mark.across - across) < near]
    for lines in _TRIED:
        wanted = down + lines * _LINE
        free = all(abs(wanted - other) >= _LINE for other in beside)
        if free and 0 <= wanted <= HEIGHT:
            return wanted
    return down


def _description(centre: Centre, points: Sequence[Point]) -> str:
    outside = [point.agency for point in points if point.places[centre.id] != "inside"]
    every = f"{in_words(len(points))} agencies around {per_cent(centre.share)}"
    found = f"{listing(outside)} outside the limits" if outside else "all inside the limits"
    return f"{every[:1].upper()}{every[1:]}: {found}. The table after this plot has the figures."
