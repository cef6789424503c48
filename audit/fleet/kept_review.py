"""A review.json as the Review that it was made from, but for the evidence tables."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

import pandas as pd
from pydantic import TypeAdapter, ValidationError

from audit.review.model import EVIDENCE_COLUMNS, SCHEMA, EvidenceTables, Review
from connectors.errors import SourceError

_ELSEWHERE = {"evidence", "tool_version"}
_NO_EVIDENCE = EvidenceTables(
    **{name: pd.DataFrame(columns=list(columns)) for name, columns in EVIDENCE_COLUMNS.items()}
)
_KEPT: Mapping[str, TypeAdapter[Any]] = {
    name: TypeAdapter(kind)
    for name, kind in get_type_hints(Review).items()
    if name not in _ELSEWHERE
}
_NEEDED = {one.name for one in fields(Review)} - _ELSEWHERE


def review_of(content: Any) -> Review:
    """Read the Review from the content of a review.json; its evidence tables are empty.

    Raises SourceError where it is not one, or one of another version of the tool.
    """
    if not isinstance(content, dict) or not content.keys() >= _NEEDED:
        raise SourceError("its review.json is not a review of this tool.")
    if content.get("schema") != SCHEMA:
        raise SourceError("its review.json is of another version of this tool.")
    try:
        parts = {name: kept.validate_python(content[name]) for name, kept in _KEPT.items()}
        version = str(content["tool"]["version"])
    except (ValidationError, KeyError, TypeError) as error:
        raise SourceError("its review.json is not a review of this tool.") from error
    return Review(**parts, evidence=_NO_EVIDENCE, tool_version=version)
