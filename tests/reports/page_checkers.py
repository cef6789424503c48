"""The checkers of pages that others keep: html-validate, the Nu HTML checker and axe-core."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers.required import not_there

_HERE = Path(__file__).parent / "checkers"
_FOLDER = Path(
    os.environ.get("FOLLOW_AUDIT_PAGE_CHECKERS")
    or Path(__file__).parents[2] / "build" / "page-checkers"
)
_MODULES = _FOLDER / "node_modules"
_PROGRAMS = ("node", "java", "chromium")


@dataclass(frozen=True)
class Stop:
    """Where the Tab key came to: its place among all controls, and whether people see it there."""

    place: int
    outlined: bool
    in_sight: bool


@dataclass(frozen=True)
class Tabbed:
    """All controls of a page in their order, and the stops; a null stop is outside the page."""

    controls: tuple[str, ...]
    stops: tuple[Stop | None, ...]


@dataclass(frozen=True)
class Looked:
    """What axe-core holds against a page, what else is wrong with it, and where the Tab key leads.

    ``letters`` and ``bars`` are the least contrasts of charts with the page, light or dark.
    """

    violations: tuple[str, ...]
    undecided: frozenset[str]
    wrong: Mapping[str, list[str]]
    moving: int
    letters: float
    bars: float
    wide: Tabbed
    narrow: Tabbed


def need_checkers() -> None:
    """Skip the test where the checkers are not installed; fail it where they must be."""
    missing = [name for name in _PROGRAMS if not shutil.which(name)]
    if missing or not (_FOLDER / "installed.json").is_file():
        not_there("A checker of pages", "run .ci/page-checkers; Chromium comes with .ci/run")


def html_validate(page: Path) -> str:
    """Give what html-validate says of a page, by its recommended rules; empty for nothing."""
    script = _MODULES / "html-validate" / "bin" / "html-validate.mjs"
    return _said(["node", str(script), "--preset", "recommended", str(page)], page.parent)


def nu_errors(page: Path) -> list[str]:
    """Give the errors that the Nu HTML checker finds in a page."""
    jar = _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--stdout", "--exit-zero-always", "--format", "json"]
    said = _said(["java", "-jar", str(jar), *options, str(page)], page.parent)
    messages = json.loads(said)["messages"]
    return [message["message"] for message in messages if message["type"] == "error"]


def look(page: Path, profile: Path) -> Looked:
    """Let axe-core and the Tab key go over a page in Chromium."""
    chromium = str(shutil.which("chromium"))
    command = ["node", str(_HERE / "look.cjs"), str(_MODULES), chromium, str(profile), str(page)]
    found = json.loads(_said(command, page.parent))
    tabbed = found["tabbed"]
    schemes = (found["light"], found["dark"])
    return Looked(
        tuple(found["violations"]),
        frozenset(found["undecided"]),
        {name: found[name] for name in ("outside", "logged", "small", "unsorted")},
        found["moving"],
        min(scheme["letters"] for scheme in schemes),
        min(scheme["bars"] for scheme in schemes),
        _tabbed(tabbed["wide"]),
        _tabbed(tabbed["narrow"]),
    )


def _tabbed(found: dict[str, list]) -> Tabbed:
    stops = (
        Stop(stop["place"], stop["outlined"], stop["inSight"]) if stop else None
        for stop in found["reached"]
    )
    return Tabbed(tuple(found["wanted"]), tuple(stops))


def _said(command: Sequence[str], folder: Path) -> str:
    ran = subprocess.run(
        command, capture_output=True, timeout=600, text=True, cwd=folder, check=False
    )
    assert not ran.stderr.strip(), ran.stderr
    return ran.stdout.strip()
