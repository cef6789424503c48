"""The one place where text from outside is made harmless for a cell or a page."""

import re
import unicodedata
from functools import lru_cache

LIMIT = 2000
SHORTENED = " [shortened]"
REPLACEMENT = "\u25a1"  # a white square

_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Controls, direction overrides, lone surrogates, non-characters and what a decoder could not read
# (U+FFFD); and Excel's own spelling of a control character (_x000D_), which it would turn back
# into one.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd-\uffff]"
    "|_x[0-9A-Fa-f]{4}_"
)
_SHORT = 64  # characters; columns repeat short texts, and long ones would fill the memory
_UNREAD = "\ufffd"  # of what is unsafe the only character that can be printed
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def clean(text: str, limit: int = LIMIT) -> str:
    """Make text safe to show: NFC, plain line ends, no controls, at most limit UTF-16 units.

    What is taken out shows as a white square and what is cut ends in "[shortened]". Cleaning
    twice gives the same as once, so that a returned workbook can be compared with what was issued.
    """
    if _harmless(text) and (len(text) if text.isascii() else 2 * len(text)) <= limit:
        return text.strip()
    plain = _UNSAFE.sub(REPLACEMENT, _LINE_END.sub("\n", text).replace("\t", " "))
    return shorten(unicodedata.normalize("NFC", plain).strip(), limit)


def _harmless(text: str) -> bool:
    """Tell of most texts, and quickly, that nothing but spaces at the ends needs to change.

    No control, override, lone surrogate or line end counts as printable.
    """
    if not text.isprintable() or "_x" in text:
        return False
    return text.isascii() or (_UNREAD not in text and unicodedata.is_normalized("NFC", text))


def one_line(text: str, limit: int = LIMIT) -> str:
    """Clean text and put it on one line, for a table's cell."""
    return (_short_line if len(text) <= _SHORT else _line)(text, limit)


def _line(text: str, limit: int) -> str:
    return clean(text.replace("\n", " "), limit).replace("\n", " ")


_short_line = lru_cache(maxsize=8192)(_line)


def shorten(text: str, limit: int) -> str:
    """Cut text to at most limit UTF-16 units, Excel's own measure, and say that it was cut."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * limit:
        return text
    kept = units[: 2 * (limit - len(SHORTENED))].decode("utf-16-le", "ignore")
    return kept.rstrip() + SHORTENED


def starts_a_formula(text: str) -> bool:
    """Tell whether a spreadsheet might take the text for a formula when someone edits it."""
    return text.startswith(_FORMULA_STARTS)


def csv_cell(text: str) -> str:
    """Clean a CSV cell and put an apostrophe before what a spreadsheet would run (OWASP)."""
    safe = _line(text, LIMIT)
    return f"'{safe}" if starts_a_formula(safe) else safe
