r"""Text as Meta writes it into JSON: each byte of UTF-8 as a character of its own.

Facebook, Instagram, Threads and Messenger write ``ā`` as ``\u00c4\u0081``. The repair belongs
right after the JSON is read and is done once: U+0081 is a control character, and a text repaired
twice, or cleaned before, is lost.
"""

import re
from functools import lru_cache
from typing import Any

# A beginning that is plain to see lets the search jump to it.
_BYTES = re.compile(rb"\\u00[89a-fA-F][0-9a-fA-F](?:\\u00[89a-fA-F][0-9a-fA-F])*")


def repaired(text: str) -> str:
    """Put the bytes of a text together again; one that is no such text stays as it is."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def repair(value: Any) -> Any:
    """Repair every text in a value just read from JSON, keys too; it is mended in place."""
    if isinstance(value, str):
        return repaired(value)
    if isinstance(value, list):
        value[:] = map(repair, value)
    elif isinstance(value, dict):
        _repair_object(value)
    return value


def repaired_json(written: bytes) -> bytes | None:
    """Repair all texts in JSON before it is read; None where each has to be looked at by itself.

    Where all that is not ASCII stands as bytes of UTF-8 that are whole, so does it in each text.
    """
    if (
        not written.isascii()
        or b"\\\\" in written
        or written.count(b"\\u") != written.count(b"\\u00")
    ):
        return None
    try:
        return _BYTES.sub(lambda match: _put_together(match[0]), written)
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=1_000)
def _put_together(escaped: bytes) -> bytes:
    whole = bytes.fromhex(escaped.replace(b"\\u00", b"").decode())
    whole.decode()
    return whole


def _repair_object(value: dict[str, Any]) -> None:
    # Nearly all texts are plain: looking before calling makes large files three times faster.
    for key, item in value.items():
        if isinstance(item, str):
            if not item.isascii():
                value[key] = repaired(item)
        elif isinstance(item, list | dict):
            repair(item)
    if not all(map(str.isascii, value)):
        mended = {repaired(key): item for key, item in value.items()}
        value.clear()
        value.update(mended)
