"""Checks a run folder against its manifest."""

from pathlib import Path

from audit.run import manifest
from audit.run.manifest import Verification
from connectors.errors import SourceError


def verify(folder: Path) -> Verification:
    """Compare every file of a run folder with its manifest; raises SourceError without one."""
    try:
        text = (folder / manifest.NAME).read_text(encoding="utf-8")
    except OSError as error:
        raise SourceError(f"{folder} has no {manifest.NAME}, so it is no run folder.") from error
    return manifest.verify(folder, text)
