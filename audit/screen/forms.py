"""The forms in which lists of words come: a table of one's own, and three public lists.

A reader gives every word of its list, and of those that are not used the reason. It raises
ValueError, KeyError or TypeError where a text is no such list.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

SLUR, PROFANITY = "slur", "profanity"
GROUPS = (SLUR, PROFANITY)
MILD = "milder than what is used"
HIDDEN = "letters hidden behind signs"
# Groups of two public lists whose words are aimed at people for what they are.
_SLUR_TAGS = frozenset({"racial", "lgbtq", "religious"})
_SLUR_KINDS = ("racial / ethnic slurs", "sexual orientation / gender", "religious offense")
_SEVERE = 3
_STRONG = 2.0
_SIGN = re.compile(r"[^\w\s'’-]")
_SURGE = {"text", "category_1", "severity_rating"}
_NO_WORD = re.compile(r"[<>{}\[\]=]|.{61}")


@dataclass(frozen=True)
class Word:
    """A word or phrase as a list writes it: its line, its group, the list's own word for it.

    ``unused`` says why it is not used; empty for one that is.
    """

    line: int
    written: str
    group: str
    label: str
    unused: str = ""


def of_any(text: str) -> Iterator[Word]:
    """Read a file of the agency's own, in whichever form it is but plain lines."""
    if text.lstrip()[:1] == "[":
        return of_dsojevic(text)
    columns = {column.strip().casefold() for column in _table(text).fieldnames or ()}
    if {"term", "group"} <= columns:
        return _of_own(text)
    if columns >= _SURGE:
        return of_surge(text)
    raise ValueError("it has no columns term and group")


def of_dsojevic(text: str) -> Iterator[Word]:
    """Read the JSON of github.com/dsojevic/profanity-list; a word's line is its entry's number.

    ``match`` has forms parted by ``|``, in which ``*`` lets the letter before it be repeated;
    ``severity`` is from 1 to 4. ``exceptions`` are longer words and never meet a whole word.
    """
    for number, entry in enumerate(_entries(json.loads(text)), 1):
        tags, severity = entry["tags"], entry["severity"]
        if not isinstance(tags, list) or not isinstance(severity, int):
            raise TypeError(f"entry {number} has no tags or severity")
        group = SLUR if _SLUR_TAGS & set(tags) else PROFANITY
        label = f"{', '.join(map(str, tags))}, severity {severity} of 4"
        for written in str(entry["match"]).replace("*", "").split("|"):
            yield _word(number, written, group, label, mild=severity < _SEVERE)


def of_surge(text: str) -> Iterator[Word]:
    """Read the CSV of github.com/surge-ai/profanity, with a mean severity from 1 to 3."""
    reader = _table(text)
    if _SURGE - set(reader.fieldnames or ()):
        raise ValueError(f"it has no columns {', '.join(sorted(_SURGE))}")
    for row in reader:
        severity = float(row["severity_rating"])
        group = SLUR if row["category_1"] in _SLUR_KINDS else PROFANITY
        label = f"{row['category_1']}, severity {severity:g} of 3"
        yield _word(reader.line_num, row["text"], group, label, mild=severity < _STRONG)


def of_lines(text: str) -> Iterator[Word]:
    """Read a text with one word or phrase a line and no groups, as LDNOOBW has: all profanity."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if _NO_WORD.search(line):
            raise ValueError(f"line {number} is no word or phrase")
        if line.strip():
            yield _word(number, line.strip(), PROFANITY, "no groups", mild=False)


def _of_own(text: str) -> Iterator[Word]:
    reader = _table(text)
    for row in reader:
        cells = {
            name.strip().casefold(): (cell or "").strip() for name, cell in row.items() if name
        }
        group = cells["group"]
        if group not in GROUPS:
            raise ValueError(f"line {reader.line_num}: group is {group!r}, not slur or profanity")
        yield Word(reader.line_num, cells["term"], group, group)


def _word(line: int, written: str, group: str, label: str, *, mild: bool) -> Word:
    hidden = HIDDEN if _SIGN.search(written) else ""
    return Word(line, written, group, label, MILD if mild else hidden)


def _entries(parsed: object) -> Sequence[Mapping[str, object]]:
    if not isinstance(parsed, list) or not all(isinstance(entry, dict) for entry in parsed):
        raise TypeError("it is no list of entries")
    return parsed


def _table(text: str) -> "csv.DictReader[str]":
    return csv.DictReader(io.StringIO(text, newline=""))
