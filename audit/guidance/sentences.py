"""The sentences of a document, each whole: a list stands with the words that lead into it."""

import re
from collections.abc import Iterator, Sequence

_END = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+(?=[“‘\"'(•]?[A-ZĀĒĪŌŪ])")
_BULLET = "• "
_FEWEST_WORDS = 5
_LONGEST_LIST = 12


def sentences(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Give the sentences that say something: no headings, no questions.

    A paragraph that ends with a colon takes the entries of the list behind it with it.
    """
    whole = [one for paragraph in _with_lists(paragraphs) for one in _END.split(paragraph)]
    said = (one.removeprefix(_BULLET).strip() for one in whole)
    return tuple(one for one in said if _says_something(one))


def _with_lists(paragraphs: Sequence[str]) -> Iterator[str]:
    for place, paragraph in enumerate(paragraphs):
        if not paragraph.endswith(":"):
            yield paragraph
            continue
        entries = list(_entries(paragraphs[place + 1 : place + 1 + _LONGEST_LIST]))
        yield " ".join([paragraph, "; ".join(entries)])


def _entries(following: Sequence[str]) -> Iterator[str]:
    """Give the entries of a list, each without its last stop, so that it stays one sentence."""
    for paragraph in following:
        if not (paragraph.startswith(_BULLET) or paragraph[:1].islower()):
            return
        yield paragraph.removeprefix(_BULLET).rstrip(" .;,")


def _says_something(sentence: str) -> bool:
    return len(sentence.split()) >= _FEWEST_WORDS and not sentence.endswith("?")
