"""The page over several agencies in a real browser: its plots stand on paper, whole and marked."""

import subprocess

import pytest

from reports.fleet.page import write_page
from tests.audit.fleet.reviews import many, three
from tests.reports.test_page_browser import CHROMIUM, PDFTOTEXT, chromium

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.skipif(PDFTOTEXT is None, reason="pdftotext is not installed"),
]


@pytest.mark.parametrize("made", [three, lambda: many(40)], ids=["three", "forty"])
def test_every_sheet_is_marked_and_numbered_and_each_plot_has_its_limits(made, tmp_path) -> None:
    page = tmp_path / "fleet.html"
    write_page(made(), page)
    chromium(tmp_path, page, f"--print-to-pdf={page.with_suffix('.pdf')}")
    text = subprocess.run(
        [str(PDFTOTEXT), "-layout", page.with_suffix(".pdf"), "-"],
        capture_output=True, check=True, text=True,
    ).stdout  # fmt: skip
    sheets = [sheet for sheet in text.split("\f") if sheet.strip()]
    for number, sheet in enumerate(sheets, start=1):
        assert sheet.count("IN-CONFIDENCE") == 2
        assert f"Page {number} of {len(sheets)}" in sheet
    plots = [sheet for sheet in sheets if "99.5 per cent limits" in sheet and "100%" in sheet]
    assert plots
    assert text.count("The limits that the plot draws") == len(made().funnels[0].centres)


def test_nothing_is_wider_than_a_narrow_screen(tmp_path) -> None:
    page = tmp_path / "fleet.html"
    write_page(three(), page)
    # the policy forbids any other script, so the page stands in a frame of 320 pixels and tells
    # by its scroll width whether anything is wider
    frame = tmp_path / "frame.html"
    frame.write_text(
        '<iframe id="f" src="fleet.html" width="320" height="900" style="border:0"></iframe>'
        '<p id="said"></p><script>f.onload=()=>{const d=f.contentDocument.documentElement;'
        "said.textContent='wide '+d.scrollWidth+' in '+d.clientWidth}</script>",
        encoding="utf-8",
    )
    shown = chromium(tmp_path, frame, "--allow-file-access-from-files", "--dump-dom")
    wide, _, room = shown.partition("wide ")[2].partition("</p>")[0].partition(" in ")
    assert int(wide) == int(room) <= 320
