r"""LinkedIn's “little text format”, in which it writes the text of a post, as plain text.

``@[Name](urn:li:organization:1)`` is a mention, ``{hashtag|\#|topic}`` a hashtag, and a backslash
stands before each character that would else have a meaning.
"""

import re

_PART = re.compile(
    r"\\(?P<escaped>[\\|{}@\[\]()<>#*_~])"
    r"|@\[(?P<name>(?:\\.|[^\]\\])*)\]\([^()\s]*\)"
    r"|\{hashtag\|\\?[#＃]\|(?P<tag>(?:\\.|[^}\\])*)\}"
)


def plain_text(written: str) -> str:
    """Give what a reader sees of a text in the little text format."""
    return _PART.sub(_seen, written)


def _seen(match: re.Match[str]) -> str:
    if match["escaped"] is not None:
        return match["escaped"]
    if match["name"] is not None:
        return plain_text(match["name"])
    return f"#{plain_text(match['tag'])}"
