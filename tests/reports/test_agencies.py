"""What the reports of agencies that were really run say, and what they must not."""

import unicodedata
import zipfile
from pathlib import Path

import pytest

from audit.run import make
from audit.run.make import Made
from tests.reports import agencies
from tests.reports.page_dom import read
from tests.reports.test_page_safety import ELEMENTS, UNSEEN

RUNS = (agencies.nothing_done, agencies.te_reo, agencies.attacked)


@pytest.fixture(scope="module", params=RUNS, ids=lambda run: run.__name__)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return request.param(tmp_path_factory.mktemp("agency"))


def texts(made: Made) -> dict[str, str]:
    """Give the page, and every part of the workbook, as text."""
    with zipfile.ZipFile(made.workbook) as package:
        parts = {name: package.read(name).decode("utf-8") for name in package.namelist()}
    return parts | {"page": made.page.read_text("utf-8")}


def test_no_report_says_where_on_the_machine_it_was_made(made: Made) -> None:
    place = str(made.folder.parents[1])
    assert [name for name, text in texts(made).items() if place in text] == []


def test_all_text_is_composed_and_nothing_is_unseen(made: Made) -> None:
    for name, text in texts(made).items():
        assert unicodedata.is_normalized("NFC", text), name
        assert not UNSEEN.search(text), name


def test_no_text_makes_an_element(made: Made) -> None:
    page = read(made.page.read_text("utf-8"))
    assert {node.tag for node in page.walk()} <= ELEMENTS
    assert len(page.all("script")) == 1


def test_every_link_and_button_has_words(made: Made) -> None:
    page = read(made.page.read_text("utf-8"))
    assert all(node.words for node in page.all("a"))


def test_a_report_made_again_of_the_same_run_is_the_same(made: Made, tmp_path: Path) -> None:
    again = make.rebuild(made.folder, tmp_path / "again", lambda _: None)
    assert again.page.read_bytes() == made.page.read_bytes()
    assert again.workbook.read_bytes() == made.workbook.read_bytes()


def test_te_reo_is_marked_wherever_the_agency_is_named(tmp_path: Path) -> None:
    page = read(agencies.te_reo(tmp_path).page.read_text("utf-8"))
    name = "Te Tari Whenua ā-Motu o Tauira"
    spans = [node for node in page.walk() if node.attrs.get("lang") == "mi"]
    assert {span.words for span in spans} == {name}
    assert page.all("body")[0].text.count(name) == len(spans) == 2


def test_nothing_done_reads_as_looked_and_found_none(tmp_path: Path) -> None:
    page = read(agencies.nothing_done(tmp_path).page.read_text("utf-8")).by_id("main").words
    assert "No items were found in what we checked, on 1 of 1 account." in page
    assert "cannot say" not in page
