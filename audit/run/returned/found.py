"""Which workbooks there are to read: files and folders named, and those in the run folders."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from audit.run import folder, manifest
from connectors.errors import ConfigError

SUFFIXES = (".xlsx", ".xls", ".ods", ".xlsm")


def workbooks_in(paths: Sequence[Path]) -> list[Path]:
    """List the workbooks among files and in folders, each once; raises ConfigError.

    A file named outright is taken whatever its name; Excel's own lock files (~$) never.
    """
    lacking = [path for path in paths if not path.exists()]
    if lacking:
        raise ConfigError([f"{path} is not there. Mend the path." for path in lacking])
    found = [one for path in paths for one in (_inside(path) if path.is_dir() else (path,))]
    return list(dict.fromkeys(path for path in found if not path.name.startswith("~$")))


def written_in(output: Path) -> list[Path]:
    """List the workbooks in run folders that are not as the run made them, or came later."""
    return [path for run in folder.runs(output) for path in _changed(run)]


def _changed(run: Path) -> Iterator[Path]:
    lines = (run / manifest.NAME).read_text(encoding="utf-8").splitlines()
    made = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    for path in _inside(run):
        if not path.name.startswith("~$") and made.get(path.name) != manifest.sha256(path):
            yield path


def _inside(path: Path) -> Iterable[Path]:
    return sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES)
