"""Words by which a post says that it is paid for or sponsored."""

import re

_MARKERS = re.compile(
    r"(?<![\w#&])#(?:ad|ads|advert|advertisement|advertorial|sponsored|sponsoredpost|spon|sp|gifted|"
    r"paidad|paidpartnership|paidpartner|paidpost|partnerad|collabad)(?!\w)|"
    r"\b(?:paid (?:partnership|promotion|advertisement|post|content)|sponsored (?:by|post|content)|"
    r"in paid partnership|paid for by|advertisement feature|promoted post)\b",
    re.IGNORECASE,
)


def paid_in(text: str) -> list[str]:
    """Give the markers that a text holds, as written, each once."""
    return list(dict.fromkeys(match[0] for match in _MARKERS.finditer(text)))
