"""A piece of evidence in sentences: who says what, as at when, where to read it and correct it."""

import re
from collections.abc import Iterator

from audit.review.model import Evidence
from audit.review.words import day_as_written
from audit.sources import own

_ISO_DAY = re.compile(r"(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w/-])")
_NAMED = {
    "account": "the account",
    "host": "the site",
    "path": "the page",
    "fediverse": "the fediverse server",
    "tenant": "the writer",
}


def who_says_so(one: Evidence) -> Iterator[str]:
    """Write a piece of evidence in sentences, a line for each thing."""
    dated = day_as_written(one.as_at)
    when = f", dated {dated}" if dated and dated not in one.source else ""
    yield f"{one.source}{when}{_row(one)}"
    where = [one.file, f"to be read at {one.url}" if one.url else ""]
    if any(where):
        yield f"Where it stands: {'; '.join(filter(None, where))}"
    if one.rule:
        yield f"Rows of lists were weighed by version {one.rule} of this tool's rules for lists."
    if one.correct:
        yield f"If it is wrong: {one.correct}"


def _row(one: Evidence) -> str:
    """Write a row as it goes on after its source: as a sentence where its columns are known."""
    cells = one.row.split(own.BETWEEN)
    if one.correct == own.CORRECT and len(cells) == len(own.ROW):
        return _own_row(dict(zip(own.ROW, cells, strict=True)))
    said = "; ".join(cell for cell in cells if cell not in {"", one.source, one.url})
    return f": {_plain_days(said)}." if said else "."


def _own_row(row: dict[str, str]) -> str:
    reason = f" {row['reason'].rstrip('.')}." if row["reason"] else ""
    until = f" The row holds until {day_as_written(row['expires'])}." if row["expires"] else ""
    named = f"{_NAMED.get(row['kind'], row['kind'])} {row['key']}"
    return f", names {named} as: {row['label'].rstrip('.')}.{reason}{until}"


def _plain_days(text: str) -> str:
    """Write the ISO dates of a text for people, but not those in addresses and names of files."""
    return _ISO_DAY.sub(lambda found: day_as_written(found[0]), text)
