"""Which sentences of a document say what a clause asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from audit.guidance.clauses import Part
from audit.screen.tokens import folded

# A sentence that promises, denies or drafts says nothing of what an agency does.
_NOT_SAID = re.compile(
    r"\b(?:will|shall|is to|are to|to) be (?:added|advised|completed|confirmed|developed|"
    r"determined|drafted|published|written)\b|\bto come\b|\btbc\b|\btbd\b|\bnot yet\b|"
    r"\bunder development\b|\b(?:do|does) not (?:currently )?have\b|"
    r"\b(?:have|has|is|are|there is) (?:currently )?no (?:\w+ )?"
    r"(?:policy|process|procedure|plan)\b|"
    r"\blorem ipsum\b|\[insert\b"
)


@dataclass(frozen=True)
class Found:
    """What was found of a clause: the sentences that say its parts, and the parts not found."""

    quotes: tuple[str, ...]
    missing: tuple[str, ...]


def find(parts: Sequence[Part], said: Sequence[str]) -> Found:
    """Look for each part of a clause among the sentences of a document."""
    first = [(part, next((one for one in said if says(part, one)), None)) for part in parts]
    quotes = tuple(dict.fromkeys(quote for _, quote in first if quote))
    return Found(quotes, tuple(part.says for part, quote in first if quote is None))


def says(part: Part, sentence: str) -> bool:
    """Tell whether one sentence says a part: each expression of one of its ways is in it."""
    plain = folded(sentence.replace("’", "'").replace("‘", "'"))
    if _NOT_SAID.search(plain) or any(_compiled(no).search(plain) for no in part.never):
        return False
    return any(all(_compiled(one).search(plain) for one in way) for way in part.ways)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
