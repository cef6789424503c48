"""Reads what the review of a run folder says of changes."""

from pathlib import Path

from pydantic import TypeAdapter

from audit.review.model import Changes
from audit.run import keep
from connectors.errors import SourceError

_CHANGES = TypeAdapter(Changes)


def changes_said(folder: Path) -> Changes:
    """Give the changes of a run folder's review.json; raises SourceError where it has none."""
    path = folder / "review.json"
    content = keep.read_json(path)
    try:
        return _CHANGES.validate_python(content["changes"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"{path} is not one of this tool.") from error
