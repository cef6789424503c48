"""The Fleet as fleet.json: UTF-8, sorted keys, LF, ISO dates."""

import json

from pydantic_core import to_jsonable_python

from audit.fleet.model import SCHEMA, Fleet


def document(fleet: Fleet) -> str:
    """Write the Fleet as the text of fleet.json."""
    content = to_jsonable_python(fleet, inf_nan_mode="null")
    content["schema"] = SCHEMA
    content["tool"] = {"name": "follow-audit", "version": content.pop("tool_version")}
    return json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"
