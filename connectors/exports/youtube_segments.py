"""The text of a comment or a post, which Takeout writes as pieces of JSON inside one cell.

To June 2024 ``{"takeoutSegments": [{"text": …}]}``, since then the same pieces one after another,
``{"text": …},{"text": …, "link": {"linkUrl": …}}``; older files hold plain text.
"""

import json
from collections.abc import Iterator
from typing import Any

from connectors.exports.youtube_values import inside, text_of, video_of, watch
from connectors.text_links import links_in, plain_link


def read_segments(cell: str) -> tuple[str, tuple[str, ...]]:
    """Give the text of a cell and the addresses that it links to, each once."""
    pieces = _pieces(cell) if cell.lstrip().startswith("{") else None
    if pieces is None:
        return cell.strip(), links_in(cell)
    texts = [piece["text"] for piece in pieces if isinstance(piece.get("text"), str)]
    links = (link for piece in pieces for link in _links(piece))
    return "".join(texts).strip(), tuple(dict.fromkeys(links))


def _pieces(cell: str) -> list[dict[str, Any]] | None:
    try:
        listed = json.loads(f"[{cell}]")
    except (ValueError, RecursionError):
        return None
    pieces: list[dict[str, Any]] = []
    for piece in listed:
        inner = piece.get("takeoutSegments") if isinstance(piece, dict) else None
        pieces += filter(_is, inner if isinstance(inner, list) else [piece])
    return pieces


def _is(piece: object) -> bool:
    return isinstance(piece, dict)


def _links(piece: dict[str, Any]) -> Iterator[str]:
    address = text_of(inside(piece, "link").get("linkUrl"))
    video = video_of(inside(piece, "videoLink").get("externalVideoId"))
    if address:
        yield plain_link(address)
    elif video:
        yield watch(video)
    elif isinstance(piece.get("text"), str):
        # The visible text of a link may be cut: it counts where nothing else names the address.
        yield from links_in(piece["text"])
