"""Finds the pages that the last whole run fetched of an account."""

from pathlib import Path

from audit.run import folder, keep, manifest
from connectors.live.pages import PageFolder


def last_pages(output: Path, name: str) -> Path | None:
    """Give the folder of the pages of an account in the last run that read it whole, or None.

    Pages that have changed since are not built upon. Raises SourceError for a broken run folder.
    """
    whole = [
        run / "collected" / name
        for run in folder.runs(output)
        if any(one.pages == name and one.whole for one in keep.own(run))
    ]
    begun = {path: PageFolder(path).begun() for path in whole if _unchanged(path)}
    dated = [(moment, path) for path, moment in begun.items() if moment is not None]
    return max(dated)[1] if dated else None


def _unchanged(pages: Path) -> bool:
    run = pages.parent.parent
    prefix = pages.relative_to(run).as_posix()
    text = (run / manifest.NAME).read_text(encoding="utf-8")
    wanted = [line for line in text.splitlines() if f"  {prefix}/" in line]
    return bool(wanted) and manifest.verify(run, "\n".join(wanted)).whole
