"""A review.json as the Review that it was made from, but for the evidence tables."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
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
_NEEDED = {one.name for one in fields(Review) if one.default is MISSING} - _ELSEWHERE
_NO_REVIEW = "its review.json is not one that this version of the tool reads."


def review_of(content: Any) -> Review:
    """Read the Review from the content of a review.json; its evidence tables are empty.

    Raises SourceError where it is not one, or one of another version of the tool.
    """
    whole = isinstance(content, dict) and content.keys() >= _NEEDED
    if not whole or content.get("schema") != SCHEMA:
        raise SourceError(_NO_REVIEW)
    try:
        parts = {
            name: kept.validate_python(content[name])
            for name, kept in _KEPT.items()
            if name in content
        }
        version = str(content["tool"]["version"])
    except (ValidationError, KeyError, TypeError) as error:
        raise SourceError(_NO_REVIEW) from error
    return Review(**parts, evidence=_NO_EVIDENCE, tool_version=version)
