"""A person's name as it is said, from the way in which lists of members write it."""

import re

_HONORIFICS = (
    r"(?:the )?(?:rt\.?|right) hon(?:ourable|\.)?|(?:the )?hon(?:ourable|\.)?|dr\.?|sir|dame|"
    r"prof(?:essor|\.)?|rev(?:erend|\.)?|mr\.?|mrs\.?|ms\.?|miss"
)
_BEFORE = re.compile(rf"^(?:(?:{_HONORIFICS})\s+)+(?=\S)", re.IGNORECASE)
_AFTER = re.compile(r"(?:\s*,?\s+(?:MP|KC|QC))+$")
_TURNED = re.compile(r"([^,]+),\s*([^,]+)")


def plain_name(written: str) -> str:
    """Turn ``Bishop, Rt Hon Chris`` into ``Chris Bishop``; macrons and inner capitals stay."""
    text = _AFTER.sub("", " ".join(written.split()))
    turned = _TURNED.fullmatch(text)
    parts = (turned[2].strip(), turned[1].strip()) if turned else (text,)
    return _BEFORE.sub("", " ".join(_BEFORE.sub("", part, count=1) for part in parts), count=1)
