"""The words that a run screens for, by list, and the words that are never reported.

Words of te reo Māori, names and words by which people name themselves that lists hold by chance
are shipped as allowed.txt, and an agency may add its own.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from audit.review.model import RegisterFile
from audit.screen.forms import GROUPS, PROFANITY, SLUR, of_any
from audit.screen.public import WORD_LISTS
from audit.screen.tokens import words
from audit.sources import cached
from audit.sources.rows import LOOK
from connectors.errors import ConfigError, SourceError

Phrase = tuple[str, ...]
_OWN_CORRECT = "It is your own list: take the word out, or add it to [screen] allowed."
_CORRECT = "Its makers take corrections at {}. A word in [screen] allowed is never reported."


@dataclass(frozen=True)
class WordList:
    """A list of words as a finding names it; the title of an agency's own is empty."""

    title: str
    file: str
    as_at: str
    sha256: str
    correct: str
    url: str = ""


@dataclass(frozen=True)
class Term:
    """A word or phrase as it is compared, its group, its list, and the line it stands at."""

    phrase: Phrase
    group: str
    list: WordList
    line: int


@dataclass(frozen=True)
class TermList:
    """The terms by their first word, the phrases allowed by theirs, and the files used."""

    terms: Mapping[str, tuple[Term, ...]]
    allowed: Mapping[str, tuple[Phrase, ...]]
    files: tuple[RegisterFile, ...]


NO_WORDS = TermList({}, {}, ())


def load(paths: Sequence[Path], allowed: Sequence[Path], fetched: Sequence[Path] = ()) -> TermList:
    """Read the agency's own lists and those in folders of the cache, named as the lists are.

    Raises ConfigError with every problem, each with its file.
    """
    problems: list[str] = []
    terms: list[Term] = []
    used: list[RegisterFile] = []
    phrases = list(_shipped())
    for path in (*paths, *allowed):
        content = _bytes(path, problems)
        if content is None:
            continue
        digest = hashlib.sha256(content).hexdigest()
        try:
            if path in paths:
                terms += _own_terms(WordList("", path.name, "", digest, _OWN_CORRECT), content)
            else:
                phrases += _phrases(content)
        except (ValueError, KeyError, TypeError) as error:
            problems.append(f"{path.name} is no list of words that is known here: {error}.")
        used.append(RegisterFile(f"words/{path.name}", "", digest, content.count(b"\n")))
    for folder in fetched:
        try:
            found, file = _fetched(folder)
        except (ConfigError, SourceError) as error:
            problems.append(str(error))
            continue
        terms += found
        used.append(file)
    if problems:
        raise ConfigError(problems)
    return TermList(_by_first(terms), _phrases_by_first(phrases), tuple(used))


def _bytes(path: Path, problems: list[str]) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError as error:
        problems.append(f"{path.name} cannot be read: {error.strerror}.")
        return None


def _own_terms(of: WordList, content: bytes) -> Iterator[Term]:
    for one in of_any(content.decode("utf-8-sig")):
        if not one.unused:
            yield from _term(one.written, one.group, of, one.line)


def _fetched(folder: Path) -> tuple[list[Term], RegisterFile]:
    one = WORD_LISTS[folder.name]
    copy = cached.read(folder, one)
    found = cached.rows_of(copy, copy.as_at)
    file = found.files[0]
    where = found.rows["file"].iloc[0] if len(found.rows) else ""
    of = WordList(
        one.title, where, file.as_at, file.sha256, _CORRECT.format(one.correct), one.about_url
    )
    columns = (found.rows[name].tolist() for name in ("key", "level", "line"))
    return [
        term
        for written, level, line in zip(*columns, strict=True)
        for term in _term(written, SLUR if level == LOOK else PROFANITY, of, line)
    ], file


def _term(written: str, group: str, of: WordList, line: int) -> Iterator[Term]:
    """Give the term; none where it has no words, or numbers alone."""
    phrase = tuple(words(written))
    if phrase and not all(word.isdigit() for word in phrase):
        yield Term(phrase, group, of, line)


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
