"""The page and tables of the copy for release, from reviews that are empty, long or hostile."""

import csv
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.release.review import released_review
from audit.review.model import Review
from audit.review.released import WITHHELD, Act, Item, ListUsed, Released, Site, Withheld
from reports.release import text, write_release
from reports.release.page import render_release
from tests.reports import example as reviews
from tests.reports.example import HOSTILE, poisoned
from tests.reports.page_dom import read
from tests.reports.test_page_safety import ELEMENTS, UNSEEN

NOTHING = Withheld(0, 0, 0, 0, 0, 0)
ITEM = Item(
    "26Q3-0001-G", "high", "new", "Political account liked, reposted or quoted", "x",
    "example_ministry", "like", "Hōne Example (@hone_kauri)", "Kauri", "Member", date(2026, 8, 1),
    "", "", "Undo like", "Keep", date(2026, 10, 9), "Statutory partner",
)  # fmt: skip
ACT = Act(
    "x", "example_ministry", "like", "named", "hone_kauri", "Hōne Example", "Kauri", "member",
    date(2026, 8, 1), 1, 1,
)  # fmt: skip
SITE = Site("x", "example_ministry", "tall-tales.example", "Ministry's own list", 2)
USED = (
    ListUsed("nz/accounts", "2026-10-05", 314, of_sources=False),
    ListUsed("Ministry's own list", "2026-09-01", None, of_sources=True),
)


def released(review: Review, **changed: object) -> Released:
    whole = Released(released_review(review, ""), (ITEM,), (ACT,), (SITE,), USED, NOTHING)
    return replace(whole, **changed)


def bare(review: Review) -> Released:
    return released(review, items=(), acts=(), sites=(), lists=())


@pytest.mark.parametrize("poison", HOSTILE)
def test_hostile_text_stays_text_on_the_page_and_in_the_tables(tmp_path: Path, poison: str) -> None:
    hostile = released(
        reviews.hostile(),
        items=(poisoned(ITEM, poison),),
        acts=(replace(ACT, account=poison, name=poison, party=poison),),
        sites=(replace(SITE, site=poison, listed=poison),),
        lists=(replace(USED[1], name=poison),),
    )
    write_release(hostile, tmp_path)
    page = (tmp_path / "release-2026-Q3.html").read_text(encoding="utf-8")
    document = read(page)
    assert {node.tag for node in document.walk()} <= ELEMENTS - {"script"}
    assert not UNSEEN.search(page)
    assert not re.search(r'href="(?!#)', page)
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as source:
            cells = [cell for row in csv.reader(source) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_nothing_found_and_nothing_read_never_read_alike() -> None:
    found = read(render_release(bare(reviews.nothing_found()))).words
    assert "Nothing is withheld from this copy." in found
    for review in (reviews.nothing_read(), reviews.nothing_asked()):
        said = read(render_release(bare(review))).words
        assert said.count("cannot say whether there are any") >= 3
        assert "cannot say whether there are any items" in said
        assert "found none" not in said


def test_the_paragraph_says_that_no_list_was_used() -> None:
    assert text.NO_LIST in text.plain(bare(reviews.nothing_found()))
    with_list = text.plain(released(reviews.example()))
    assert " Lists used: Ministry's own list (as at 1 September 2026). " in with_list


def test_a_long_table_is_cut_on_the_page_alone_and_the_page_says_so(tmp_path: Path) -> None:
    items = tuple(replace(ITEM, item=f"26Q3-{place:04d}-X") for place in range(600))
    write_release(released(reviews.example(), items=items), tmp_path)
    page = (tmp_path / "release-2026-Q3.html").read_text(encoding="utf-8")
    assert page.count("26Q3-0") == 500
    assert "This page shows the first 500 of 600 rows; items.csv has them all." in page
    assert (tmp_path / "items.csv").read_text(encoding="utf-8").count("26Q3-0") == 600


def test_an_item_says_its_decision_in_one_and_its_withheld_date() -> None:
    hidden = replace(ITEM, item="26Q3-0002-J", about=WITHHELD, party="", on=None, reason="")
    page = read(render_release(released(reviews.example(), items=(ITEM, hidden))))
    rows = [row.all("th", "td") for row in page.by_id("items").all("tr")][1:]
    assert [cell.words for cell in rows[0]][-1] == "Keep, 9 October 2026: Statutory partner"
    assert [cell.words for cell in rows[1]].count(WITHHELD) == 2


def test_accounts_that_are_withheld_and_those_not_known_have_rows_of_their_own() -> None:
    held = replace(ACT, state="withheld", account="", name=WITHHELD, party="", office="", on=None)
    unknown = replace(held, state="unknown", name="", acts=180, accounts=None)
    page = read(
        render_release(released(reviews.example(), acts=(ACT, replace(held, acts=9), unknown)))
    )
    rows = [row.all("th", "td") for row in page.by_id("accounts").all("tr")][1:]
    assert [[cell.words for cell in row][2] for row in rows] == [
        "Hōne Example (@hone_kauri)", WITHHELD, text.NOT_KNOWN,
    ]  # fmt: skip
    assert [[cell.words for cell in row][-2:] for row in rows] == [
        ["1", "1"], ["9", "1"], ["180", ""],
    ]  # fmt: skip


def test_marking_notes_and_steps_of_the_working_copy_are_not_on_the_page() -> None:
    page = render_release(released(reviews.example()))
    for words in ("IN-CONFIDENCE", "Sign-off", "Findings sheet", ".xlsx", "What to do now"):
        assert words not in page


def test_sentences_of_the_paragraph_are_short() -> None:
    told = Withheld(41, 63, 3, 7, 12, 2)
    whole = released(reviews.example(), withheld=told)
    said = (*text.withheld(whole), *text.before_release(whole), text.WHO_IS_NAMED, text.WHO_IS_NOT)
    sentences = [one for part in said for one in re.split(r"(?<=[.!?]) ", part)]
    assert max(len(one.split()) for one in sentences) <= 35
    assert sum(len(one.split()) for one in sentences) <= 20 * len(sentences)
