"""Lists of words that an agency holds, and the words that are never reported.

Three forms are read: a table of one's own with the columns term and group (slur or profanity); the
JSON of github.com/dsojevic/profanity-list; the CSV of github.com/surge-ai/profanity. No list is
shipped. Words of te reo Māori and names of New Zealand that lists hold by chance are shipped as
allowed.txt, and an agency may add its own.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from audit.review.model import RegisterFile
from audit.screen.tokens import words
from connectors.errors import ConfigError

SLUR, PROFANITY = "slur", "profanity"
GROUPS = (SLUR, PROFANITY)
Phrase = tuple[str, ...]
# Groups of the two public lists whose words are aimed at people for what they are.
_SLUR_TAGS = frozenset({"racial", "lgbtq", "religious"})
_SLUR_KINDS = ("racial / ethnic slurs", "sexual orientation / gender", "religious offense")
_SEVERE = 3
_STRONG = 2.0


@dataclass(frozen=True)
class Term:
    """A word or phrase as it is compared, its group, and the file and line it stands at."""

    phrase: Phrase
    group: str
    file: str
    line: int


@dataclass(frozen=True)
class TermList:
    """The terms by their first word, the phrases allowed by theirs, and the files used."""

    terms: Mapping[str, tuple[Term, ...]]
    allowed: Mapping[str, tuple[Phrase, ...]]
    files: tuple[RegisterFile, ...]


NO_WORDS = TermList({}, {}, ())


def load(paths: Sequence[Path], allowed: Sequence[Path]) -> TermList:
    """Read the lists; raises ConfigError with every problem, each with its file."""
    problems: list[str] = []
    terms: list[Term] = []
    used: list[RegisterFile] = []
    phrases = list(_shipped())
    for path in (*paths, *allowed):
        content = _bytes(path, problems)
        if content is None:
            continue
        try:
            if path in paths:
                terms += _terms(path.name, content)
            else:
                phrases += _phrases(content)
        except (ValueError, KeyError, TypeError) as error:
            problems.append(f"{path.name} is no list of words that is known here: {error}.")
        digest = hashlib.sha256(content).hexdigest()
        used.append(RegisterFile(f"words/{path.name}", "", digest, content.count(b"\n")))
    if problems:
        raise ConfigError(problems)
    return TermList(_by_first(terms), _phrases_by_first(phrases), tuple(used))


def _bytes(path: Path, problems: list[str]) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        problems.append(f"{path.name} cannot be read: {error.strerror}.")
        return None


def _terms(name: str, content: bytes) -> Iterator[Term]:
    text = content.decode("utf-8-sig")
    if text.lstrip()[:1] == "[":
        found = _of_json(json.loads(text))
    else:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        columns = {column.strip().casefold() for column in reader.fieldnames or ()}
        if {"term", "group"} <= columns:
            found = _of_own(reader)
        elif {"text", "category_1", "severity_rating"} <= columns:
            found = _of_surge(reader)
        else:
            raise ValueError("it has no columns term and group")
    for line, written, group in found:
        phrase = tuple(words(written))
        if phrase and not all(word.isdigit() for word in phrase):
            yield Term(phrase, group, name, line)


def _of_own(reader: "csv.DictReader[str]") -> Iterator[tuple[int, str, str]]:
    for row in reader:
        cells = {
            name.strip().casefold(): (cell or "").strip() for name, cell in row.items() if name
        }
        if cells["group"] not in GROUPS:
            raise ValueError(
                f"line {reader.line_num}: group is {cells['group']!r}, not slur or profanity"
            )
        yield reader.line_num, cells["term"], cells["group"]


def _of_surge(reader: "csv.DictReader[str]") -> Iterator[tuple[int, str, str]]:
    for row in reader:
        if float(row["severity_rating"]) >= _STRONG:
            slur = row["category_1"] in _SLUR_KINDS
            yield reader.line_num, row["text"], SLUR if slur else PROFANITY


def _of_json(entries: Sequence[Mapping[str, object]]) -> Iterator[tuple[int, str, str]]:
    for number, entry in enumerate(entries, 1):
        tags, severity = entry["tags"], entry["severity"]
        if not isinstance(tags, list) or not isinstance(severity, int):
            raise TypeError(f"entry {number} has no tags or severity")
        if severity >= _SEVERE:
            group = SLUR if _SLUR_TAGS & set(tags) else PROFANITY
            for written in str(entry["match"]).split("|"):
                yield number, written, group


def _shipped() -> Iterator[Phrase]:
    return _phrases(files("audit.screen").joinpath("allowed.txt").read_bytes())


def _phrases(content: bytes) -> Iterator[Phrase]:
    for line in content.decode("utf-8-sig").splitlines():
        phrase = tuple(words(line.split(",", 1)[0]))
        if phrase and not line.startswith("#"):
            yield phrase


def _by_first(terms: Iterable[Term]) -> Mapping[str, tuple[Term, ...]]:
    table: dict[str, list[Term]] = {}
    for term in terms:
        table.setdefault(term.phrase[0], []).append(term)
    return {word: tuple(sorted(found, key=_longest)) for word, found in table.items()}


def _phrases_by_first(phrases: Iterable[Phrase]) -> Mapping[str, tuple[Phrase, ...]]:
    table: dict[str, list[Phrase]] = {}
    for phrase in dict.fromkeys(phrases):
        table.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(found) for word, found in table.items()}


def _longest(term: Term) -> tuple[int, int]:
    return -len(term.phrase), GROUPS.index(term.group)
