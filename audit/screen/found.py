"""Where texts hold words of lists: the words allowed are taken away first, and a word counts whole.

What is found is shown with the words beside it and masked.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from audit.screen.forms import SLUR
from audit.screen.terms import Phrase, Term, TermList
from audit.screen.tokens import Token, tokens, words
from connectors.frames import TEXT

COLUMNS = (
    *("group", "number", "excerpt", "evidence"),
    *("list", "as_at", "file", "sha256", "correct", "url"),
)
RULES = "2"  # goes up when the way in which words are found changes, and stands in each finding
_BESIDE = 40
_Told = tuple[str, int, str, str, str, str, str, str, str, str]


@dataclass(frozen=True)
class _Hit:
    term: Term
    start: int
    end: int


def screened(texts: "pd.Series[str]", lists: TermList) -> pd.DataFrame:
    """Give one row for each text that holds a word of a list, with COLUMNS and the text's label.

    ``group`` is slur where one of its words is; ``number`` counts the places; ``excerpt`` shows the
    first with its letters masked, ``evidence`` is its place in the text, and the others are of the
    list that holds it (audit.screen.terms.WordList), ``file`` with the line.
    """
    labels, rows = [], []
    known: dict[str, _Told | None] = {}
    for label, text in texts.dropna().items():
        if lists.terms.keys().isdisjoint(words(text)):
            continue
        if text not in known:
            known[text] = _told(text, lists)
        told = known[text]
        if told is not None:
            labels.append(label)
            rows.append(told)
    table = pd.DataFrame(rows, columns=list(COLUMNS), index=labels)
    return table.astype({**dict.fromkeys(COLUMNS, TEXT), "number": "int64"})


def _told(text: str, lists: TermList) -> _Told | None:
    whole = unicodedata.normalize("NFC", text)
    hits = _hits(tokens(whole), lists)
    if not hits:
        return None
    slurs = [hit for hit in hits if hit.term.group == SLUR]
    first = (slurs or hits)[0]
    of = first.term.list
    evidence = f"characters {first.start + 1} to {first.end} of the text"
    file = f"{of.file}, line {first.term.line}"
    told = (first.term.group, len(hits), _excerpt(whole, first, hits), evidence)
    return (*told, of.title, of.as_at, file, of.sha256, of.correct, of.url)


def _hits(found: Sequence[Token], lists: TermList) -> list[_Hit]:
    spoken = [token.word for token in found]
    allowed = set(_covered(spoken, lists.allowed))
    hits: list[_Hit] = []
    at = 0
    while at < len(found):
        term = _at(spoken, at, lists.terms)
        length = len(term.phrase) if term else 1
        if term and not allowed.intersection(range(at, at + length)):
            hits.append(_Hit(term, found[at].start, found[at + length - 1].end))
        at += length
    return hits


def _at(spoken: Sequence[str], at: int, terms: Mapping[str, tuple[Term, ...]]) -> Term | None:
    return next(
        (
            term
            for term in terms.get(spoken[at], ())
            if tuple(spoken[at : at + len(term.phrase)]) == term.phrase
        ),
        None,
    )


def _covered(spoken: Sequence[str], allowed: Mapping[str, tuple[Phrase, ...]]) -> Iterator[int]:
    for at, word in enumerate(spoken):
        for phrase in allowed.get(word, ()):
            if tuple(spoken[at : at + len(phrase)]) == phrase:
                yield from range(at, at + len(phrase))


def _excerpt(text: str, shown: _Hit, hits: Sequence[_Hit]) -> str:
    """Show what stands around a place, with the letters of every place masked."""
    masked = list(text)
    for hit in hits:
        inside = range(hit.start + 1, hit.end)
        masked[hit.start + 1 : hit.end] = ["*" if text[at].isalnum() else text[at] for at in inside]
    start, end = max(0, shown.start - _BESIDE), min(len(text), shown.end + _BESIDE)
    before, behind = "…" if start else "", "…" if end < len(text) else ""
    return before + " ".join("".join(masked[start:end]).split()) + behind
