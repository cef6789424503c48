"""Reads the last run folders: whom we followed, and what was collected of accounts."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from audit.look.collected import Collected
from audit.mix.with_one import LastFollows
from audit.run import folder, keep
from connectors.errors import SourceError


def last_follows(output: Path) -> LastFollows | None:
    """Read the run folder that was observed last; None where there is none.

    Raises SourceError where a run folder is broken.
    """
    runs = newest_first(output)
    try:
        return _read(runs[0]) if runs else None
    except (KeyError, TypeError, ValueError, StopIteration) as error:
        raise _not_ours(output) from error


def last_collected(output: Path) -> tuple[Collected, ...]:
    """Read the accounts that the last two run folders collected, those of the newest first.

    Raises SourceError where a run folder is broken.
    """
    newest = newest_first(output)[:2]
    return tuple(Collected(path.name, keep.accounts(path)) for path in newest)


def newest_first(output: Path) -> list[Path]:
    """List the run folders, the one observed last first; raises SourceError for a broken one."""
    runs = [(keep.read_json(path / "run.json"), path) for path in folder.runs(output)]
    try:
        dated = [(datetime.fromisoformat(run["observed_at"]), path) for run, path in runs]
    except (KeyError, TypeError, ValueError) as error:
        raise _not_ours(output) from error
    return [path for _, path in sorted(dated, reverse=True)]


def _not_ours(output: Path) -> SourceError:
    return SourceError(f"A run folder in {output} is not one of this tool.")


def _read(path: Path) -> LastFollows:
    review: Any = keep.read_json(path / "review.json")
    row = next(r for r in review["balance"] if r["scope"] == "all" and r["kind"] == "follow")
    return LastFollows(
        run=path.name,
        day=date.fromisoformat(row["reference"]["date"]),
        accounts=keep.followed(path, keep.accounts(path)),
        counts=row["counts"],
        weights=row["reference"]["weights"],
        assessable=row["verdict"] != "not_assessable",
        whole=_whole(review["coverage"]),
    )


def _whole(coverage: list[dict[str, Any]]) -> frozenset[str]:
    follows = [row for row in coverage if row["kind"] == "follow"]
    short = {row["platform"] for row in follows if row["status"] != "complete"}
    return frozenset(row["platform"] for row in follows) - short
