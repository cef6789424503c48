"""The page as a PDF, printed by Chromium, Chrome or Edge where the machine has one of them."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

NO_BROWSER = (
    "No PDF was made: neither Chromium, Chrome nor Edge was found. "
    "Open the page in a browser and print it to a PDF from there."
)
_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chrome",
)
_WINDOWS_FOLDERS = ("ProgramFiles(x86)", "ProgramFiles", "LocalAppData")
_WINDOWS_PLACES = ("Microsoft/Edge/Application/msedge.exe", "Google/Chrome/Application/chrome.exe")
_MACINTOSH_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
_SECONDS = 120
_TIMES = re.compile(rb"/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)")


def find_browser(variables: Mapping[str, str]) -> Path | None:
    """Give the program that can print a page, by the path and the usual places; None without one.

    ``variables`` are those of the environment, which on Windows say where programs are.
    """
    on_path = (shutil.which(name, path=variables.get("PATH", "")) for name in _NAMES)
    usual = (place for place in _usual(variables) if place.is_file())
    return next(chain((Path(place) for place in on_path if place), usual), None)


def print_page(page: Path, browser: Path | None, made_at: datetime) -> str:
    """Print a page beside itself, under the same name as ``.pdf``; give why not, or empty text.

    The file's own times are set to ``made_at``, so that the same page gives the same bytes from
    the same browser.
    """
    if browser is None:
        return NO_BROWSER
    target = page.with_suffix(".pdf")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        printed = Path(profile) / "page.pdf"
        problem = _run(browser, page, printed, profile)
        if problem:
            return f"No PDF was made: {browser.name} {problem}. Print the page from a browser."
        target.write_bytes(_timed(printed.read_bytes(), made_at))
    return ""


def _run(browser: Path, page: Path, printed: Path, profile: str) -> str:
    command = [str(browser), *_OPTIONS, *_as_root(), f"--user-data-dir={profile}/profile"]
    command += [f"--print-to-pdf={printed}", page.resolve().as_uri()]
    try:
        ended = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return f"had not printed it after {_SECONDS} seconds"
    except OSError as error:
        return f"could not be started ({error.strerror})"
    if ended.returncode or not printed.is_file():
        return f"did not print it (its exit code was {ended.returncode})"
    return ""


def _as_root() -> tuple[str, ...]:
    """Chromium refuses to start as root with its sandbox, as in a container."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("--no-sandbox",) if root else ()


def _usual(variables: Mapping[str, str]) -> Iterator[Path]:
    for folder in _WINDOWS_FOLDERS:
        if folder in variables:
            yield from (Path(variables[folder]) / place for place in _WINDOWS_PLACES)
    yield from map(Path, _MACINTOSH_PLACES)


def _timed(printed: bytes, made_at: datetime) -> bytes:
    """Put a time in place of the clock's, in as many bytes, so that the index still holds."""
    stamp = made_at.astimezone(UTC).strftime("%Y%m%d%H%M%S").encode("ascii")
    return _TIMES.sub(rb"/\1 (D:" + stamp + rb"+00'00')", printed)
