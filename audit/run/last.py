"""Reads the follows of the last run folder, for a look before another one."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from audit.mix.with_one import LastFollows
from audit.run import folder, keep
from connectors.errors import SourceError


def last_follows(output: Path) -> LastFollows | None:
    """Read the run folder that was observed last; None where there is none.

    Raises SourceError where a run folder is broken.
    """
    runs = [(keep.read_json(path / "run.json"), path) for path in folder.runs(output)]
    try:
        dated = [(datetime.fromisoformat(run["observed_at"]), path) for run, path in runs]
        return _read(max(dated)[1]) if dated else None
    except (KeyError, TypeError, ValueError, StopIteration) as error:
        raise SourceError(f"A run folder in {output} is not one of this tool.") from error


def _read(path: Path) -> LastFollows:
    review: Any = keep.read_json(path / "review.json")
    row = next(r for r in review["balance"] if r["scope"] == "all" and r["kind"] == "follow")
    return LastFollows(
        run=path.name,
        day=date.fromisoformat(row["reference"]["date"]),
        accounts=keep.followed(path),
        counts=row["counts"],
        weights=row["reference"]["weights"],
        assessable=row["verdict"] != "not_assessable",
        whole=_whole(review["coverage"]),
    )


def _whole(coverage: list[dict[str, Any]]) -> frozenset[str]:
    follows = [row for row in coverage if row["kind"] == "follow"]
    short = {row["platform"] for row in follows if row["status"] != "complete"}
    return frozenset(row["platform"] for row in follows) - short
