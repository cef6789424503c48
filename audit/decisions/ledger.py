"""The text of decisions.csv: one line for each decision, only ever added to."""

import csv
import io
from collections.abc import Sequence
from dataclasses import fields

from pydantic import TypeAdapter, ValidationError

from audit.decisions.model import Decided
from connectors.errors import ConfigError

NAME = "decisions.csv"
_COLUMNS = tuple(field.name for field in fields(Decided))
_DECIDED = TypeAdapter(Decided)


def lines(decisions: Sequence[Decided], *, heading: bool) -> str:
    """Write decisions as lines of the file, its heading first where it is wanted."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    if heading:
        writer.writerow(_COLUMNS)
    for one in decisions:
        row = _DECIDED.dump_python(one, mode="json")
        writer.writerow(["" if row[name] is None else row[name] for name in _COLUMNS])
    return stream.getvalue()


def parse(text: str, name: str) -> tuple[Decided, ...]:
    """Read the file; raises ConfigError that names each line that is not as it was written."""
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if not rows:
        return ()
    if tuple(rows[0]) != _COLUMNS:
        raise ConfigError([f"{name}, line 1: the columns are not those of this tool. {_MEND}"])
    problems: list[str] = []
    read: list[Decided] = []
    for number, row in enumerate(rows[1:], 2):
        try:
            cells = dict(zip(_COLUMNS, row, strict=True))
            read.append(_DECIDED.validate_python(cells | {"due": cells["due"] or None}))
        except (ValueError, ValidationError):
            problems.append(f"{name}, record {number}: it is not a decision. {_MEND}")
    if problems:
        raise ConfigError(problems)
    return tuple(read)


_MEND = "Put the file back as the tool wrote it: the last run folder has a copy in inputs."
