"""What a run folder keeps of earlier ones, so that its changes can be made again without them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import TypeAdapter

from audit.changes.past import Past, Run, nothing
from audit.review.model import Quarter

_FRAMES = ("names", "lists", "acts", "people", "labels")
_RUNS = TypeAdapter(tuple[Run, ...])
_TREND = TypeAdapter(tuple[Quarter, ...])


def save(frames_folder: Path, past: Past) -> Mapping[str, Any]:
    """Write the frames beside those of the run, and give the rest for run.json."""
    for name in _FRAMES if past.runs else ():
        getattr(past, name).to_parquet(_path(frames_folder, name), index=False)
    return {
        "runs": _RUNS.dump_python(past.runs, mode="json"),
        "handles": dict(past.handles),
        "trend": _TREND.dump_python(past.trend, mode="json"),
        "notes": list(past.notes),
    }


def load(frames_folder: Path, told: Mapping[str, Any]) -> Past:
    """Read what ``save`` wrote; raises OSError, KeyError or ValueError where it is not that."""
    runs = _RUNS.validate_python(told["runs"])
    if not runs:
        return nothing()
    return Past(
        runs=runs,
        handles=told["handles"],
        trend=_TREND.validate_python(told["trend"]),
        notes=tuple(told["notes"]),
        **{name: pd.read_parquet(_path(frames_folder, name)) for name in _FRAMES},
    )


def _path(frames_folder: Path, name: str) -> Path:
    return frames_folder / f"past_{name}.parquet"
