"""Item numbers for people: 26Q3-0007-N, given at first sight, kept for good, never used again.

The last character checks the rest: modulo 31 with weights by place, so that one wrong digit and
two digits swapped are always noticed. Its alphabet leaves out letters that look like others.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

_FORM = re.compile(r"(\d\dQ[1-4]-\d{4,})-([0-9A-Z])", re.ASCII)
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUVWX"


def item_number(quarter_of: date, number: int) -> str:
    """Write an item number for the quarter that holds a day: 26Q3-0007 and its check character."""
    quarter = (quarter_of.month + 2) // 3
    stem = f"{quarter_of.year % 100:02d}Q{quarter}-{number:04d}"
    return f"{stem}-{check_character(stem)}"


def check_character(stem: str) -> str:
    """Give the check character of the part before it, from its digits alone."""
    digits = [int(letter) for letter in stem if letter.isdigit()]
    total = sum(digit * weight for weight, digit in enumerate(reversed(digits), start=2))
    return _ALPHABET[total % len(_ALPHABET)]


def is_item(text: str) -> bool:
    """Tell whether a text is an item number whose check character is right."""
    match = _FORM.fullmatch(text)
    return match is not None and check_character(match[1]) == match[2]


def assign(keys: Sequence[str], known: Mapping[str, str], day: date) -> dict[str, str]:
    """Give every key its item number: the known one, or the next new one in the order given."""
    prefix = item_number(day, 0).split("-")[0]
    following = 1 + max(_used(known.values(), prefix), default=0)
    items = {}
    for key in keys:
        if key in known:
            items[key] = known[key]
        else:
            items[key] = item_number(day, following)
            following += 1
    return items


def _used(items: Iterable[str], prefix: str) -> list[int]:
    return [int(item.split("-")[1]) for item in items if item.startswith(f"{prefix}-")]
