"""Checks a run folder against its manifest."""

from pathlib import Path

from audit.run import manifest
from audit.run.manifest import Verification
from connectors.errors import ConfigError


def verify(folder: Path) -> Verification:
    """Compare every file of a run folder with its manifest; raises ConfigError without one."""
    try:
        text = (folder / manifest.NAME).read_text(encoding="utf-8")
    except OSError as error:
        problem = f"{folder} has no {manifest.NAME}, so it is no run folder."
        raise ConfigError([problem]) from error
    return manifest.verify(folder, text)
