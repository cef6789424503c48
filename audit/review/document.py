"""The Review as review.json: UTF-8, sorted keys, LF, null for what is not known, ISO dates."""

import json

from pydantic_core import to_jsonable_python

from audit.review.model import SCHEMA, Review


def document(review: Review) -> str:
    """Write the Review as the text of review.json; the evidence tables stay in the frames."""
    content = to_jsonable_python(review, exclude={"evidence"}, inf_nan_mode="null")
    content["schema"] = SCHEMA
    content["tool"] = {"name": "follow-audit", "version": content.pop("tool_version")}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"
