"""The verb for before a run by interface: what it takes, at most, and what would stop it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from audit import config
from audit.cli.shared import CONFIG, EPILOG, NOW, moment, outside, progress
from audit.review.words import day
from audit.run.plan import AccountPlan, Plan
from audit.run.plan import plan as plan_of
from audit.run.probe import probe_all
from connectors.live.connector import ListPlan
from connectors.live.prices import charges, prices
from connectors.live.vanished import most_asked
from reports.clean import one_line

_COLUMNS = ("Account", "List", "Items", "Requests", "Waiting", "US$")
_WORDS = 2  # the first columns stand to the left, numbers to the right
_UNKNOWN = "?"
_WHY_UNKNOWN = (
    "? is not in the total: the platform states no count of that list and the last run read none, "
    "so that what it takes is known after a first run."
)


@click.command(epilog=EPILOG)
@CONFIG
@click.option("--offline", is_flag=True, help="Ask nobody: plan from the last run.")
@NOW
def plan(config_path: Path, offline: bool, now: datetime | None) -> int:
    """Say what a run will ask of the platforms, how long it waits and what it costs, at most."""
    loaded = config.load(config_path, check_files=False)
    with progress() as notify:
        asked = None if offline else probe_all(loaded, moment(now), outside(), notify)
    planned = plan_of(loaded, moment(now), asked)
    if not planned.accounts:
        click.echo("No account is read through an interface: a run asks nobody.")
        return 0
    _tell(planned)
    return 1 if planned.stops or any(one.failure for one in planned.accounts) else 0


def _tell(planned: Plan) -> None:
    for line in _table([_COLUMNS, *_rows(planned)]):
        click.echo(line)
    for one in planned.accounts:
        if one.failure:
            said = f"{one.failure} What it takes is not in the total."
            click.echo(one_line(said))
    if any(one.unknown for one in planned.accounts):
        click.echo(_WHY_UNKNOWN)
    click.echo("Likes and posts take fewer requests where an earlier run is built upon.")
    for said in _about_vanished(planned):
        click.echo(said)
    for platform in dict.fromkeys(one.block.platform for one in planned.accounts):
        if charges(platform):
            price = prices(platform)
            click.echo(f"Prices as at {day(price.as_at)}: {price.source}. {price.note}")
    for sentence in planned.stops:
        click.echo(sentence)


def _about_vanished(planned: Plan) -> Iterator[str]:
    asked = (
        one.block for one in planned.accounts if not one.block.kinds or "follow" in one.block.kinds
    )
    yield from filter(None, map(most_asked, dict.fromkeys(block.platform for block in asked)))


def _rows(planned: Plan) -> Iterator[tuple[str, ...]]:
    for one in planned.accounts:
        for place, listed in enumerate(one.lists):
            yield (one_line(one.block.label) if not place else "", *_cells(listed))
        yield _sum(one)
    yield (
        "All accounts",
        "",
        "",
        f"{planned.requests:,}",
        _time(planned.waiting),
        _usd(planned.usd),
    )


def _cells(listed: ListPlan) -> tuple[str, ...]:
    items, requests = (
        _UNKNOWN if number is None else f"{number:,}" for number in (listed.items, listed.requests)
    )
    return (listed.name, items, requests, "", _UNKNOWN if listed.usd is None else _usd(listed.usd))


def _sum(one: AccountPlan) -> tuple[str, ...]:
    if one.failure:
        return (one_line(one.block.label), "in all", "", _UNKNOWN, _UNKNOWN, _UNKNOWN)
    return ("", "in all", "", f"{one.requests:,}", _time(one.waiting), _usd(one.usd))


def _usd(money: float) -> str:
    return f"{money:,.2f}" if money else "-"


def _time(seconds: int) -> str:
    return f"{-(-seconds // 60):,} min" if seconds else "-"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if place < _WORDS else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
