"""What runs along the top and the foot of every page of a PDF is no part of its text."""

import re
from collections import Counter
from collections.abc import Sequence

_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"(?:page |whārangi |p )?\d{1,3}(?: ?(?:of|/|o te) ?\d{1,3})?", re.IGNORECASE)
_MOST = 3  # lines at an end of a page


def without_edges(pages: Sequence[Sequence[str]]) -> list[str]:
    """Give the lines of all pages without page numbers and lines that several pages share."""
    whole = [_stripped(page) for page in pages]
    tops = Counter(sign for page in whole for sign in set(map(_plain, page[:_MOST])))
    feet = Counter(sign for page in whole for sign in set(map(_plain, page[-_MOST:])))
    return [line for page in whole for line in _trimmed(page, tops, feet)]


def _trimmed(page: Sequence[str], tops: Counter[str], feet: Counter[str]) -> Sequence[str]:
    head = 0
    while head < min(_MOST, len(page)) and _runs(page[head], tops):
        head += 1
    foot = len(page)
    while foot > max(head, len(page) - _MOST) and _runs(page[foot - 1], feet):
        foot -= 1
    return _stripped(page[head:foot])


def _runs(line: str, ends: Counter[str]) -> bool:
    return not line.strip() or ends[_plain(line)] > 1 or bool(_PAGE.fullmatch(line.strip()))


def _plain(line: str) -> str:
    """Give a line with its numbers alike, so that those of pages do not part it from others."""
    return _NUMBER.sub("0", " ".join(line.split()).casefold())


def _stripped(lines: Sequence[str]) -> Sequence[str]:
    filled = [place for place, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []
