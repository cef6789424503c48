"""What a public list is, and the reading of its tables."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from audit.sources.rows import ReadRows
from connectors import frames
from connectors.errors import SourceError


@dataclass(frozen=True)
class PublicList:
    """A list: the word for it in ``[sources] lists``, its name in reports, and whose it is.

    ``addresses`` are fetched one after the other and ``read`` takes the answers, in that order;
    it raises SourceError where they are no such list. ``about`` says in a sentence what the list
    is for and how it is used here, ``about_url`` where its makers say so; ``correct`` is where
    they take corrections. ``dated`` is the day of a list that changes no more.
    """

    id: str
    title: str
    about: str
    licence: str
    addresses: tuple[str, ...]
    read: Callable[[Sequence[bytes]], ReadRows]
    correct: str
    about_url: str
    dated: date | None = None


def table_of(content: bytes, name: str, *needed: str) -> pd.DataFrame:
    """Read a CSV as text, with ``line`` and ``row`` as it stands in the list.

    Names of columns are folded and lose a leading ``#``. Raises SourceError where it lacks one
    that is needed.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{name} is not the list it was: it is not UTF-8.") from error
    reader = csv.reader(io.StringIO(text, newline=""))
    header = [cell.strip().lstrip("#").casefold() for cell in next(reader, [])]
    missing = [column for column in needed if column not in header]
    if missing:
        raise SourceError(
            f"{name} is not the list it was: it has no column {', '.join(missing)}. "
            "The copy fetched before is still used."
        )
    lines = [(reader.line_num, cells) for cells in reader if any(map(str.strip, cells))]
    width = len(header)
    data = [[*cells, *[""] * width][:width] for _, cells in lines]
    return pd.DataFrame(data, columns=header, dtype=frames.TEXT).assign(
        line=[line for line, _ in lines],
        row=pd.Series([" | ".join(cells) for _, cells in lines], dtype=frames.TEXT),
    )
