"""The Fleet as fleet.json, written as review.json is."""

from pydantic_core import to_jsonable_python

from audit.fleet.model import SCHEMA, Fleet
from audit.review.document import json_text


def document(fleet: Fleet) -> str:
    """Write the Fleet as the text of fleet.json."""
    return json_text(to_jsonable_python(fleet, inf_nan_mode="null"), SCHEMA)
