"""Damages the structure of JSON files: values left out, exchanged, or taken out of their list."""

import copy
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

_ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 1.5, 10**30, float("nan"), "", "\x00", "ā", "\ud83d", "http://[", "@"),
    *([], {}, [None], {"": ""}, {"name": []}, [[1]]),
)


@st.composite
def damaged(draw: st.DrawFn, files: Mapping[str, Any]) -> dict[str, Any]:
    """Give the files, by name, with up to six places of their structure damaged."""
    tree = copy.deepcopy(dict(files))
    for _ in range(draw(st.integers(0, 6))):
        found = _places(tree)
        if not found:
            break
        container, key = found[draw(st.integers(0, len(found) - 1))]
        change = draw(st.integers(0, len(_ODD) + 3))
        inner = container[key]
        if change < len(_ODD):
            container[key] = copy.deepcopy(_ODD[change])
        elif isinstance(inner, list) and inner:
            container[key] = inner[0]
        else:
            del container[key]
    return tree


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Give every place inside a value, as the container and the key in it."""
    pairs = list(enumerate(value)) if isinstance(value, list) else list(value.items())
    found: list[tuple[Any, Any]] = []
    for key, inner in pairs:
        found.append((value, key))
        if isinstance(inner, list | dict):
            found += _places(inner)
    return found
