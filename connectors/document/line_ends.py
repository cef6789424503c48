"""How a line of a PDF goes on with the next: a word or an address that was cut is made whole."""

import re
from collections.abc import Iterable

_SOFT = "\u00ad"
_HYPHENS = ("-", "\u2010")
_CUT = re.compile(r"(\w+)[-\u2010\u00ad]\s*\n\s*(\w+)")
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")
_ADDRESS = re.compile(r"\w@|://|\bwww\.", re.IGNORECASE)
_BEGUN = re.compile(r"(?<!\w)https?://\w|(?<!\w)www\.\w", re.IGNORECASE)
_ANOTHER = re.compile(r"https?:|www\.|mailto:", re.IGNORECASE)
# What stands inside an address, and at the end of no word that an address is followed by.
_INSIDE = re.compile(r"[/@=&?%_#]|\w\.\w")
_GOES_ON = ("@", "=", "&", "?", "_", "%", "#")
_LAST_PART = re.compile(r"(?:nz|com|org|net)\b")


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """Give the words of a document that stand whole on a line, in small letters."""
    whole = _CUT.sub(" ", "\n".join(lines))
    found = {word.replace("\u2010", "-").casefold() for word in _WORD.findall(whole)}
    return frozenset(found | {part for word in found for part in word.split("-")})


def together(before: str, after: str, words: frozenset[str]) -> str:
    """Give two lines as one text; ``words`` are those of the document.

    A hyphen that parts a word at the end of a line goes, one that belongs to the word stays: it
    stays where the document has the word with it, or both its parts as words, and in an address.
    """
    before, after = before.rstrip(), after.lstrip()
    if before.endswith(_SOFT):
        return before.rstrip(_SOFT) + after
    if not before or not after:
        return before + after
    last, first = before.rsplit(None, 1)[-1], after.split(None, 1)[0]
    if _is_one_address(last, first):
        return before + after
    if last.endswith(_HYPHENS) and len(last) > 1 and first[0].isalnum():
        return (before if _belongs(last, first, words) else before[:-1]) + after
    return f"{before} {after}"


def _is_one_address(last: str, first: str) -> bool:
    """Tell whether a line ends within an address that the next one goes on with."""
    if _ANOTHER.match(first):
        return False
    if _ADDRESS.search(last):
        return _goes_on(last, first)
    begun = _BEGUN.search(last + first) is not None
    return begun or (last.endswith(_HYPHENS) and "@" in first[1:])


def _goes_on(last: str, first: str) -> bool:
    if last.endswith("."):
        return _LAST_PART.match(first) is not None
    if not first[0].isalnum():
        return first[0] in "/?=&" and len(first) > 1
    inside = _INSIDE.search(first.rstrip(".,;:!?)")) is not None
    more = inside and first[0].islower() and last[-1] not in ",;:!)"
    return more or last.endswith((*_GOES_ON, *_HYPHENS))


def _belongs(last: str, first: str, words: frozenset[str]) -> bool:
    """Tell whether a hyphen at the end of a line is one of the word itself."""
    head, tail = _WORD.findall(last)[-1:], _WORD.findall(first)[:1]
    if not head or not tail or not tail[0][0].islower():
        return True
    one, two = head[0].casefold(), tail[0].casefold()
    if f"{one}{two}" in words:
        return False
    return f"{one}-{two}" in words or (one.split("-")[-1] in words and two in words)
