"""The page in a real browser: what its script adds, and how it prints."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from reports.page import render_page, write_page
from tests.reports import agencies, page_cases
from tests.reports.page_dom import Node, read

CHROMIUM = shutil.which("chromium")
PDFTOTEXT = shutil.which("pdftotext")
LONG_LIMITS = (
    "The register: " + "It names who sits in Parliament and no one else. " * 8,
    *["2 of 39 likes of this account could not be attributed: the archive does not say who."] * 5,
)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


def chromium(folder: Path, page: Path, *options: str) -> str:
    command = [
        str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={folder / 'profile'}", *options, page.as_uri(),
    ]  # fmt: skip
    ran = subprocess.run(command, capture_output=True, check=True, timeout=120, text=True)
    return ran.stdout


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("page") / "review.html"
    write_page(replace(page_cases.many(150), limits=LONG_LIMITS), path)
    return path


@pytest.fixture(scope="module")
def printed(page) -> list[str]:
    if PDFTOTEXT is None:
        pytest.skip("pdftotext is not installed")
    return sheets_of(page)


def sheets_of(page: Path) -> list[str]:
    chromium(page.parent, page, f"--print-to-pdf={page.with_suffix('.pdf')}")
    text = subprocess.run(
        [str(PDFTOTEXT), "-layout", page.with_suffix(".pdf"), "-"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    return [sheet for sheet in text.split("\f") if sheet.strip()]


def test_the_script_passes_the_policy_and_adds_its_controls(page):
    shown = read(without_doctype(chromium(page.parent, page, "--dump-dom")))
    table = shown.by_id("all-findings")
    assert all(head.all("button") for head in table.all("thead")[0].all("th"))
    status = next(node for node in shown.walk() if node.attrs.get("role") == "status")
    assert status.words == "Showing 100 of 150 rows"
    pick = shown.by_id("all-findings-pick")
    assert [option.words for option in pick.all("option")] == [
        "All", "High", "Medium", "Low", "For information",
    ]  # fmt: skip
    assert len([row for row in table.all("tr") if "later" in row.attrs.get("class", "")]) == 50


def test_the_marking_and_the_number_stand_on_every_printed_page(printed):
    for number, sheet in enumerate(printed, start=1):
        assert sheet.count("IN-CONFIDENCE") == 2
        assert f"Page {number} of {len(printed)}" in sheet


@pytest.mark.parametrize("run", [agencies.nothing_done, agencies.te_reo, agencies.attacked])
def test_page_one_of_any_agency_is_one_marked_sheet(run, tmp_path):
    if PDFTOTEXT is None:
        pytest.skip("pdftotext is not installed")
    page = tmp_path / "page" / "review.html"
    page.parent.mkdir()
    page.write_bytes(run(tmp_path / "agency").page.read_bytes())
    sheets = sheets_of(page)
    assert "This counts accounts by party" in sheets[0].partition("cannot tell you")[2]
    assert "Balance" in sheets[1]
    assert all(sheet.count("IN-CONFIDENCE") == 2 for sheet in sheets)
    info = subprocess.run(
        ["pdfinfo", page.with_suffix(".pdf")], capture_output=True, check=True, text=True
    ).stdout
    assert re.search(r"Title: +Neutrality review, Quarter 1 of 2026/27", info)
    assert re.search(r"Tagged: +yes", info)
    assert "(A4)" in info


def test_page_one_stands_alone_and_table_heads_repeat(printed):
    assert "What this review cannot tell you" in printed[0]
    assert "our count" not in printed[0]
    assert "our count" in printed[1]
    sheets = [sheet for sheet in printed[2:] if re.search(r"26Q3-\d{4}", sheet)]
    assert len(sheets) > 1
    assert all("Suggested" in sheet for sheet in sheets)


@pytest.mark.parametrize("width", [320, 992, 993, 1000, 1280])
def test_the_page_is_no_wider_than_its_window(page, width):
    frame = page.with_name(f"window-{width}.html")
    frame.write_text(
        f'<iframe src="{page.name}" width="{width}" height="900" style="border: 0" onload="'
        "const shown = this.contentDocument;"
        "shown.querySelectorAll('details').forEach((part) => part.open = true);"
        "const root = shown.documentElement;"
        "document.title = `${root.scrollWidth - root.clientWidth} too wide`"
        '"></iframe>',
        encoding="utf-8",
    )
    seen = chromium(
        page.parent, frame, "--allow-file-access-from-files", "--window-size=1400,900", "--dump-dom"
    )
    assert "<title>0 too wide</title>" in seen


@pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed")
def test_no_table_is_wider_than_the_paper(page, printed):
    boxes = subprocess.run(
        [PDFTOTEXT, "-bbox", "-l", "1", page.with_suffix(".pdf"), "-"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip

    def points(word: str) -> float:
        top, bottom = re.search(rf'yMin="(.*?)".* yMax="(.*?)">{word}<', boxes).groups()
        return float(bottom) - float(top)

    # Chromium shrinks the text of a page that is too wide, never the 8pt of its margins.
    assert points(r"26Q3-\d{4}-N") == pytest.approx(points("Page") * 7.5 / 8, rel=0.03)


def test_print_has_all_rows_to_decide_all_details_and_no_controls(printed):
    whole = "".join(printed)
    findings = page_cases.many(150).findings
    shown = {one.item for one in findings if one.priority != "info"}
    assert shown < {one.item for one in findings}
    assert set(re.findall(r"26Q3-\d{4}-N", whole)) == shown
    left = len(findings) - len(shown)
    assert f"{left} findings for information not printed here" in " ".join(whole.split())
    assert "counts against the agreed range, by party" in whole
    assert "Reviewed by (name and role)" in whole
    assert not re.search("Find in this table|Skip to|Table of the figures", whole)


def without_doctype(dumped: str) -> str:
    return dumped.strip().removeprefix("<!DOCTYPE html>")


def test_the_dumped_page_is_the_page_with_controls_and_nothing_more(page):
    def tags(document: Node) -> set[str]:
        return {node.tag for node in document.walk()}

    shown = read(without_doctype(chromium(page.parent, page, "--dump-dom")))
    added = tags(shown) - tags(read(render_page(page_cases.many(150))))
    assert added == {"label", "input", "select", "option", "button"}
