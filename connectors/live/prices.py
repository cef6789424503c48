"""What platforms charge for reading, from the dated file prices.toml."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class Prices:
    """US dollars for each object read; ``as_at`` and ``source`` say since when and who says so.

    ``owned`` is the price of an object about the account that owns the developer app; whether it
    is due cannot be known beforehand.
    """

    as_at: date
    source: str
    note: str
    post: float
    user: float
    follow: float
    like: float
    owned: float


def charges(platform: str) -> bool:
    """Tell whether a platform charges for reading."""
    return platform in _written()


@cache
def prices(platform: str) -> Prices:
    """Give the prices of a platform that charges."""
    return Prices(**_written()[platform])


def _written() -> dict[str, Any]:
    written = resources.files("connectors.live").joinpath("prices.toml").read_text("utf-8")
    return tomllib.loads(written)
