"""LibreOffice as a person at a desk has it: a name, a language, and workbooks that it opens."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from tests.servers.required import not_there

KINDS = ("xlsx", "ods", "xls")
PYTHON = "/usr/bin/python3"  # python3-uno is made for the system's own Python
SCRIPT = Path(__file__).with_name("acts.py")
_HOW = "install the packages libreoffice-calc-nogui and python3-uno"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{language}</value></prop></item>
<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="givenname" oor:op="fuse">
<value>{name}</value></prop></item>
</oor:items>
"""
Act = tuple[str | int, ...]


@dataclass(frozen=True)
class Office:
    """A LibreOffice that runs: the pipe it listens on, and a folder of its own."""

    pipe: str
    folder: Path

    def edit(self, workbook: Path, acts: Sequence[Act], kinds: Sequence[str] = KINDS) -> list[Path]:
        """Open a workbook, do the acts, and save a copy of each kind; gives their paths."""
        folder = self.folder / uuid4().hex
        folder.mkdir()
        copies = [folder / f"back.{kind}" for kind in kinds]
        asked = {
            "pipe": self.pipe,
            "workbook": str(workbook),
            "acts": acts,
            "copies": [(str(path), kind) for path, kind in zip(copies, kinds, strict=True)],
        }
        done = subprocess.run(
            [PYTHON, str(SCRIPT)],
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return copies


@contextmanager
def libreoffice(folder: Path, *, language: str = "en-NZ", name: str = "") -> Iterator[Office]:
    """Start LibreOffice with a language and a person's name; it ends with the block."""
    _needed()
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    settings = _SETTINGS.format(language=language, name=name)
    (user / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
    pipe = f"follow-audit-{uuid4().hex}"
    program = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--norestore", "--nologo", f"--accept=pipe,name={pipe};urp;"],
        env=os.environ | {"HOME": str(folder)}, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        yield Office(pipe, folder)
    finally:
        os.killpg(program.pid, 15)
        program.wait(60)


def _needed() -> None:
    """Skip where LibreOffice or its Python is lacking; fail where .ci/run has installed them."""
    asked = [PYTHON, "-c", "import uno"]
    there = bool(shutil.which("soffice")) and Path(PYTHON).exists()
    if not there or subprocess.run(asked, capture_output=True, check=False).returncode:
        not_there("LibreOffice with python3-uno", _HOW)
