"""The figures of a funnel plot: its points, and the limits that are drawn around its centre."""

from audit.fleet.model import CENTRES, PLACES, Centre, Funnel, Limits, Point
from reports.tables import Column, Row, Table
from reports.text import fleet as words

POINTS = (
    Column("number", "Number", 10, "number"),
    Column("agency", "Agency", 34),
    Column("n", "Politicians followed", 12, "number"),
    Column("government", "Of the government", 13, "number"),
    Column("share", "Share of government", 13, "percent"),
    Column("range", "By luck, 95 in 100", 12),
    Column("far_range", "By luck, 99.5 in 100", 12),
    Column("place", "Where it lies", 28),
    Column("verdict", "Its own report says", 30),
)
LIMITS = (
    Column("n", "Politicians followed", 13, "number"),
    Column("centre", "Centre", 13, "percent"),
    Column("low_995", "99.5 per cent, low", 13, "percent"),
    Column("low_95", "95 per cent, low", 13, "percent"),
    Column("high_95", "95 per cent limits", 13, "percent"),
    Column("high_995", "99.5 per cent limits", 13, "percent"),
)


def points(funnel: Funnel, centre: Centre, name: str) -> Table:
    """Describe the agencies of a plot, in the order of the alphabet and numbered in it."""
    return Table(
        id=name,
        title=CENTRES[centre.id].capitalize(),
        caption=f"Around {words.around(centre)}: how many politicians of the government each "
        "agency follows",
        columns=POINTS,
        rows=tuple(
            _point(number, point, centre) for number, point in enumerate(funnel.points, start=1)
        ),
    )


def limits(centre: Centre, name: str, every: int = 1) -> Table:
    """Describe the limits of a plot: for ``every`` so many politicians, what luck alone leaves."""
    return Table(
        id=name,
        title="Limits",
        caption="The limits that the plot draws, half an account beyond the last one inside",
        columns=LIMITS,
        rows=tuple(_limits(one, centre) for one in centre.limits if one.n % every == 0),
    )


def _point(number: int, point: Point, centre: Centre) -> Row:
    at = next(one for one in centre.limits if one.n == point.n)
    return (
        number,
        point.agency,
        point.n,
        point.government,
        point.share,
        f"{at.low_95} to {at.high_95}",
        f"{at.low_995} to {at.high_995}",
        PLACES[point.places[centre.id]],
        words.verdict("complete" if point.whole else "partial", point.verdict),
    )


def _limits(one: Limits, centre: Centre) -> Row:
    return (
        one.n,
        centre.share,
        one.edge_low_995,
        one.edge_low_95,
        one.edge_high_95,
        one.edge_high_995,
    )
