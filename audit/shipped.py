"""The configuration and the sample that come with the tool, laid out for a first run."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from connectors.errors import ConfigError


def lay_out(folder: Path) -> list[Path]:
    """Copy config.toml and sample/ into a folder; raises ConfigError rather than overwrite."""
    wanted = {folder / name: entry for name, entry in _files(_root(), "")}
    there = [path for path in wanted if path.exists()]
    if there:
        raise ConfigError([f"{there[0]} is there already. Choose another folder."])
    for path, entry in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(entry.read_bytes())
    return [folder / "config.toml", folder / "sample"]


def _root() -> Traversable:
    """Find the shipped files: inside the package when installed, beside it in a checkout."""
    installed = files("audit").joinpath("shipped")
    return installed if installed.is_dir() else Path(__file__).parent.parent


def _files(root: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for name in ("config.toml", "sample") if not prefix else sorted(e.name for e in root.iterdir()):
        entry = root.joinpath(name)
        if entry.is_file():
            yield f"{prefix}{name}", entry
        elif name != "__pycache__":
            yield from _files(entry, f"{prefix}{name}/")
