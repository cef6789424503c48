"""Builds the store of issued items from the run folders."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from audit.decisions.model import Decided, Issued
from audit.decisions.store import Store
from audit.review.model import Finding
from audit.run import keep
from audit.run.last import newest_first
from audit.run.returned.layout import issued
from connectors.errors import SourceError

_FINDINGS = TypeAdapter(tuple[Finding, ...])


def store_of(output: Path, recorded: tuple[Decided, ...]) -> Store:
    """Give the items of every run folder, the newest run first; raises SourceError."""
    items = [one for path in newest_first(output) for one in _issued(path)]
    return Store(items, recorded)


def findings_of(folder: Path) -> tuple[Finding, ...]:
    """Read the findings of a run folder; raises SourceError where it is not whole."""
    review = keep.read_json(folder / "review.json")
    try:
        return _FINDINGS.validate_python(review["findings"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"{folder / 'review.json'} is not one of this tool.") from error


def observed_at(review: Mapping[str, Any], folder: Path) -> datetime:
    """Say when the data of a run's review was read; raises SourceError."""
    try:
        return datetime.fromisoformat(review["observed_at"])
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"{folder / 'review.json'} is not one of this tool.") from error


def _issued(folder: Path) -> list[Issued]:
    review = keep.read_json(folder / "review.json")
    read_at = observed_at(review, folder)
    run_id = str(review.get("run_id", ""))
    return [issued(finding, run_id, read_at) for finding in findings_of(folder)]
