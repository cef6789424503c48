"""Labels that others put on an account, as one text of the accounts frame: a line for each."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Label:
    """A label in its giver's word, who gave it, and the day, empty where that is not known."""

    source: str
    day: str
    word: str


def written(labels: Iterable[Label]) -> str | None:
    """Write labels as text, in order; None where there are none."""
    lines = (f"{one.source} {one.day or '-'} {' '.join(one.word.split())}" for one in labels)
    return "\n".join(sorted(lines)) or None


def read(text: str) -> tuple[Label, ...]:
    """Read what ``written`` wrote."""
    parts = (line.split(" ", 2) for line in text.split("\n"))
    return tuple(Label(source, "" if day == "-" else day, word) for source, day, word in parts)
