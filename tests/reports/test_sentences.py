"""How the pages speak: short sentences, and no verdict about anybody."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.fleet.page import render_page as render_fleet
from reports.page import render_page
from reports.release.page import render_release
from tests.audit.fleet.reviews import three
from tests.reports import agencies, page_cases
from tests.reports import example as reviews
from tests.reports.page_dom import Node, read
from tests.reports.test_release import released
from tests.run import job

MOST_WORDS, AVERAGE = 35, 18
VERDICTS = re.compile(
    r"\b(bad|fake|false|biased|propagand\w+|misinform\w*|disinform\w*|mislead\w*|extrem\w+|"
    r"unreliable|untrust\w+|conspir\w+|hoax\w*|liar\w*|lied|guilt\w*|wrongdo\w+|suspicious|suspects?|"
    r"dodgy|offend\w+|partisan|radicals?|hate\w*|trolls?|junk|rogue|shady|worst|toxic|harmful|"
    r"left-wing|right-wing|far-\w+)\b",
    re.IGNORECASE,
)
# It says that nothing is said.
DENIED = ("To be on no list says nothing good or bad",)
CASES: dict[str, Callable[[Path], str]] = {
    "sample": lambda folder: job.run(job.lay_out(folder)).page.read_text("utf-8"),
    "nothing done": lambda folder: agencies.nothing_done(folder).page.read_text("utf-8"),
    "te reo Māori": lambda folder: agencies.te_reo(folder).page.read_text("utf-8"),
    "a later review": lambda _: render_page(reviews.example()),
    "nothing found": lambda _: render_page(reviews.nothing_found()),
    "nothing read": lambda _: render_page(reviews.nothing_read()),
    "nothing asked": lambda _: render_page(reviews.nothing_asked()),
    "40,000 findings": lambda _: render_page(page_cases.many(40_000)),
    "release": lambda _: render_release(released(reviews.example())),
    "several agencies": lambda _: render_fleet(three()),
}


@pytest.fixture(scope="module", params=CASES)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Node:
    return read(CASES[request.param](tmp_path_factory.mktemp("said"))).all("main")[0]


def sentences(page: Node, *tags: str) -> list[str]:
    said = (node.words for node in page.all(*tags))
    whole = (words for words in said if words.endswith((".", "!", "?")))
    return [one for words in whole for one in re.split(r"(?<=[.!?])”?\s+", words)]


def test_sentences_are_short(page: Node) -> None:
    lengths = {one: len(one.split()) for one in sentences(page, "p", "li")}
    assert lengths
    assert [one for one, words in lengths.items() if words > MOST_WORDS] == []
    assert sum(lengths.values()) / len(lengths) <= AVERAGE


def test_sentences_in_tables_and_in_the_method_are_short_too(page: Node) -> None:
    long = [one for one in sentences(page, "dd", "td", "caption") if len(one.split()) > MOST_WORDS]
    assert long == []


def test_nobody_is_judged(page: Node) -> None:
    said = page.words
    for denied in DENIED:
        said = said.replace(denied, "")
    assert [said[found.start() - 40 : found.end() + 40] for found in VERDICTS.finditer(said)] == []
