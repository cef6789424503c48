"""Recorded answers of real Mastodon servers, given again byte for byte.

Put under build/ by ``fetch_recordings.py``. A list is found by its path and cursor alone: how many
items a page held was for the recorded client to say.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import yaml

from tests.servers.local import Answering, Asked, Written
from tests.servers.required import not_there

FOLDER = Path(__file__).parents[3] / "build" / "servers" / "mastodon-recordings"
_CURSORS = ("max_id", "min_id", "since_id", "acct")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is 8 times as fast
_HOW = "python -m tests.servers.mastodon.fetch_recordings"


@dataclass(frozen=True)
class Recorded:
    """One request and its answer; header names are in lower case."""

    method: str
    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def key(self) -> tuple[str, ...]:
        """Tell what was asked for, but for the size of the page."""
        return _key(self.address)

    @property
    def value(self) -> Any:
        """Give the body as JSON, None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


def are_there(folder: Path) -> bool:
    """Tell whether a folder holds the recordings."""
    return next(folder.glob("*.yaml"), None) is not None


def need_recordings() -> None:
    """Skip or fail where the recordings are not there."""
    if not are_there(FOLDER):
        not_there("The recordings of Mastodon", _HOW)


@cache
def recorded(name: str) -> tuple[Recorded, ...]:
    """Give all that one recording holds, in order."""
    written = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    content = yaml.load(written, Loader=_LOADER)  # noqa: S506 - a safe loader
    return tuple(map(_recorded, content.get("interactions") or ()))


def every_answer() -> Iterator[tuple[str, Recorded]]:
    """Give every recorded answer that is JSON, with the name of its recording."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.name.endswith(".ws.yaml"):
            continue
        yield from ((path.stem, one) for one in recorded(path.stem) if one.value is not None)


def replaying(*names: str) -> Answering:
    """Give recorded answers again, with our own address in their Link headers.

    What was not recorded is answered as Mastodon answers for what it does not have, but the page
    after the last one recorded, which is empty.
    """
    known: dict[tuple[str, ...], Recorded] = {}
    for name in names:
        for one in recorded(name):
            if one.method == "GET":
                known.setdefault(one.key, one)

    def answer(asked: Asked) -> Written:
        found = known.get(_key(asked.path))
        if found is not None:
            return _written(found, f"http://{asked.headers['Host']}")
        if _key(asked.path)[0] in {key[0] for key in known}:
            return Written(b"[]", headers={"Content-Type": "application/json"})
        body = b'{"error":"Record not found"}'
        return Written(body, 404, {"Content-Type": "application/json"})

    return answer


def _recorded(one: Mapping[str, Any]) -> Recorded:
    request, response = one["request"], one["response"]
    body = response["body"]["string"] or ""
    return Recorded(
        request["method"],
        request["uri"],
        response["status"]["code"],
        {name.casefold(): values[0] for name, values in response["headers"].items()},
        body.encode() if isinstance(body, str) else body,
    )


def _written(one: Recorded, address: str) -> Written:
    origin = urlsplit(one.address)
    kept = {
        name: value.replace(f"{origin.scheme}://{origin.netloc}", address)
        for name, value in one.headers.items()
        if name in ("content-type", "link") or name.startswith("x-ratelimit")
    }
    return Written(one.body, one.status, kept)


def _key(address: str) -> tuple[str, ...]:
    parts = urlsplit(address)
    query = parse_qs(parts.query)
    return (
        parts.path.rstrip("/"),
        *(f"{name}={query[name][0]}" for name in _CURSORS if name in query),
    )
