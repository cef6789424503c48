"""The page as a PDF: which program prints it, and what is said where none can."""

import os
import shutil
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reports.page import write_page
from reports.pdf import NO_BROWSER, find_browser, print_page
from tests.reports import page_cases

MADE = datetime(2026, 10, 4, 17, 30, tzinfo=UTC)
CHROMIUM = find_browser(os.environ)
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="writes a shell script")


def program(place: Path, script: str = "exit 0") -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    place.chmod(place.stat().st_mode | stat.S_IXUSR)
    return place


@ON_POSIX
def test_a_browser_is_found_on_the_path_first(tmp_path: Path) -> None:
    edge = program(tmp_path / "Programs" / "Microsoft" / "Edge" / "Application" / "msedge.exe")
    variables = {"PATH": str(tmp_path / "bin"), "ProgramFiles(x86)": str(tmp_path / "Programs")}
    assert find_browser(variables) == edge
    chromium = program(tmp_path / "bin" / "chromium")
    assert find_browser(variables) == chromium


def test_without_a_browser_there_is_a_sentence_and_no_file(tmp_path: Path) -> None:
    assert find_browser({"PATH": str(tmp_path), "ProgramFiles": str(tmp_path)}) is None
    assert print_page(tmp_path / "review.html", None, MADE) == NO_BROWSER
    assert not list(tmp_path.iterdir())


@ON_POSIX
@pytest.mark.parametrize("script", ["exit 0", "exit 7"])
def test_a_browser_that_does_not_print_is_said_and_leaves_no_file(
    tmp_path: Path, script: str
) -> None:
    page = tmp_path / "review.html"
    page.write_text("<!DOCTYPE html>", encoding="utf-8")
    why = print_page(page, program(tmp_path / "chromium", script), MADE)
    assert why.startswith("No PDF was made: chromium did not print it")
    assert f"exit code was {script[-1]}" in why
    assert not page.with_suffix(".pdf").exists()


def test_a_program_that_cannot_be_started_is_said(tmp_path: Path) -> None:
    why = print_page(tmp_path / "review.html", tmp_path / "gone", MADE)
    assert why.startswith("No PDF was made: gone could not be started")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="No browser is installed")
def test_the_same_page_gives_the_same_pdf_tagged_and_titled(tmp_path: Path) -> None:
    printed = []
    for name in ("one", "two"):
        page = tmp_path / name / "review.html"
        page.parent.mkdir()
        write_page(page_cases.many(30), page)
        assert print_page(page, CHROMIUM, MADE) == ""
        printed.append(page.with_suffix(".pdf"))
    assert printed[0].read_bytes() == printed[1].read_bytes()
    assert [path.name for path in printed[0].parent.iterdir()] == ["review.html", "review.pdf"]
    info = shutil.which("pdfinfo")
    if info is None:
        pytest.skip("pdfinfo is not installed")
    said = subprocess.run(
        [info, "-isodates", printed[0]], capture_output=True, check=True, text=True
    ).stdout
    fields = dict(line.split(":", 1) for line in said.splitlines() if ":" in line)
    assert fields["Tagged"].strip() == "yes"
    assert "Neutrality review" in fields["Title"]
    assert "A4" in fields["Page size"]
    assert fields["CreationDate"].strip() == "2026-10-04T17:30:00Z"
