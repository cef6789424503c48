"""How a handle or a name looks once characters that look alike count as one.

Skeletons as in Unicode Technical Standard 39, section 4, with the table of confusables of the
package confusable_homoglyphs, as far as it leads to ASCII; then digits and pairs of letters that
are taken for others: 0 for o, 1 and i for l, rn for m, vv for w.
"""

import re
import unicodedata
from functools import cache

_APART = re.compile(r"[\W_]+")
_DIGITS = str.maketrans("01", "ol")
# Te reo Māori is written with macrons, without them, and once was with diaereses.
_TE_REO = str.maketrans("", "", "\u0304\u0308")
_LONG = "\u0304"


def spelling(written: str) -> str:
    """Give a text as its owner may spell it: upper and lower case alike, macrons left out."""
    apart = unicodedata.normalize("NFD", written.casefold())
    return unicodedata.normalize("NFC", apart.translate(_TE_REO))


def packed(written: str) -> str:
    """Give the spelling of a text without spaces, stops and other marks between its letters."""
    return _APART.sub("", spelling(written))


def doubled(written: str) -> str:
    """Give the packed spelling in which long vowels are written twice, as some iwi write them."""
    apart = unicodedata.normalize("NFD", written)
    return packed(re.sub(f"(.){_LONG}", r"\1\1", apart))


def skeleton(written: str) -> str:
    """Give the look of a text: marks dropped, other scripts' look-alikes and digits as letters."""
    before, now = "", written
    while now != before:
        before, now = now, _once(now)
    return now


def loose(written: str) -> str:
    """Give the skeleton in which letters that are only alike in some type count as one too."""
    return skeleton(written).replace("i", "l").replace("rn", "m").replace("vv", "w")


def _once(written: str) -> str:
    bare = _bare(written)
    if not bare.isascii():
        bare = _bare(bare.translate(_confusables()))
    return _APART.sub("", bare.casefold()).translate(_DIGITS)


def _bare(written: str) -> str:
    if written.isascii():
        return written
    apart = unicodedata.normalize("NFKD", written)
    return "".join(mark for mark in apart if unicodedata.category(mark)[0] not in "MPZC")


@cache
def _confusables() -> dict[int, str]:
    """Map each character outside ASCII to the ASCII letters and digits that it looks like."""
    # Nearly every name is ASCII once its marks are dropped, and need not wait for the table.
    from confusable_homoglyphs.confusables import confusables_data  # noqa: PLC0415

    table = {}
    for mark, alike in confusables_data.items():
        looks = [_bare(one["c"]) for one in alike]
        letters = [look for look in looks if look.isascii() and look.isalnum()]
        if len(mark) == 1 and not mark.isascii() and letters:
            table[ord(mark)] = letters[0]
    return table
