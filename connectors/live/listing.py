"""A list that a platform gives page by page, as a connector describes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from connectors.http import Client


@dataclass(frozen=True)
class Told:
    """What an answer tells: the body to keep and the next cursor, empty at the end of the list.

    ``usd`` is what this page cost.
    """

    body: Any
    next: str = ""
    usd: float = 0.0


@dataclass(frozen=True)
class Listing:
    """A list that a platform gives page by page.

    ``fetch`` asks for the page of a cursor, empty for the first. ``keys`` gives the key of each
    item in a body, in its order. ``grows`` says that new items come first and old ones stay;
    ``usd`` is the most that a page can cost.
    """

    name: str
    fetch: Callable[[Client, str], Told]
    keys: Callable[[Any], Sequence[str]]
    grows: bool = False
    usd: float = 0.0
