"""The Review as review.json: UTF-8, sorted keys, LF, null for what is not known, ISO dates."""

import json
from typing import Any

from pydantic_core import to_jsonable_python

from audit.review.model import SCHEMA, Review


def document(review: Review) -> str:
    """Write the Review as the text of review.json; the evidence tables stay in the frames."""
    return json_text(to_jsonable_python(review, exclude={"evidence"}, inf_nan_mode="null"), SCHEMA)


def json_text(content: dict[str, Any], schema: int) -> str:
    """Write plain content as such a text, with its schema and the tool that made it."""
    content["schema"] = schema
    content["tool"] = {"name": "follow-audit", "version": content.pop("tool_version")}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"
