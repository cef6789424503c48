"""The manifest of a run folder, in the form that ``sha256sum -c`` reads."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

NAME = "manifest-sha256.txt"


@dataclass(frozen=True)
class Verification:
    """What comparing a folder with its manifest showed; paths are relative to the folder."""

    checked: int
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Tell whether every file of the manifest is there and unchanged."""
        return not self.changed and not self.missing


def manifest(folder: Path) -> str:
    """Write the manifest of all files now in a folder, sorted by name."""
    return "".join(f"{sha256(folder / name)}  {name}\n" for name in _names(folder))


def verify(folder: Path, text: str) -> Verification:
    """Compare a folder with the text of its manifest."""
    wanted = entries(text)
    present = _names(folder)
    there = [name for name in wanted if name in present]
    return Verification(
        checked=len(wanted),
        changed=tuple(name for name in there if sha256(folder / name) != wanted[name]),
        missing=tuple(name for name in wanted if name not in present),
        added=tuple(name for name in present if name not in wanted),
    )


def entries(text: str) -> dict[str, str]:
    """Give the SHA-256 that the text of a manifest has for each file."""
    return dict(_entry(line) for line in text.splitlines() if line.strip())


def sha256(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _names(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.relative_to(folder).as_posix() for path in files if path.name != NAME)


def _entry(line: str) -> tuple[str, str]:
    digest, _, name = line.partition("  ")
    return name, digest
