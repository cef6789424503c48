"""Every kind of page before the checkers that others keep, and under the Tab key alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reports.fleet.page import write_page as write_fleet
from reports.page import write_page
from reports.release import write_release
from tests.audit.fleet.reviews import three
from tests.reports import agencies, page_cases
from tests.reports import example as reviews
from tests.reports.page_checkers import (
    Looked,
    Tabbed,
    html_validate,
    look,
    need_checkers,
    nu_errors,
)
from tests.reports.test_release import released
from tests.run import job

pytestmark = pytest.mark.slow
Case = Callable[[Path], Path]


def of_review(review: Callable[[], reviews.model.Review]) -> Case:
    def write(folder: Path) -> Path:
        write_page(review(), folder / "review.html")
        return folder / "review.html"

    return write


def of_release(review: Callable[[], reviews.model.Review]) -> Case:
    def write(folder: Path) -> Path:
        write_release(released(review()), folder)
        return folder / "release-2026-Q3.html"

    return write


def of_fleet(folder: Path) -> Path:
    write_fleet(three(), folder / "fleet.html")
    return folder / "fleet.html"


CASES: dict[str, Case] = {
    "sample": lambda folder: job.run(job.lay_out(folder)).page,
    "nothing done": lambda folder: agencies.nothing_done(folder).page,
    "te reo Māori": lambda folder: agencies.te_reo(folder).page,
    "attacked": lambda folder: agencies.attacked(folder).page,
    "a later review": of_review(reviews.example),
    "nothing asked": of_review(reviews.nothing_asked),
    "hostile": of_review(reviews.hostile),
    "40,000 findings": of_review(lambda: page_cases.many(40_000)),
    "release": of_release(reviews.example),
    "hostile release": of_release(reviews.hostile),
    "several agencies": of_fleet,
}


@pytest.fixture(scope="module", params=CASES)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    need_checkers()
    return CASES[request.param](tmp_path_factory.mktemp("checked"))


@pytest.fixture(scope="module")
def looked(page: Path, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    return look(page, tmp_path_factory.mktemp("profile"))


def test_html_validate_and_the_nu_checker_find_no_error(page: Path) -> None:
    assert html_validate(page) == ""
    assert nu_errors(page) == []


def test_axe_finds_nothing_on_wide_narrow_and_dark_screens(looked: Looked) -> None:
    assert looked.violations == ()
    assert looked.undecided <= {"color-contrast"}  # of letters in a drawing: the next test


def test_nothing_is_loaded_logged_too_small_unsorted_faint_or_moving(looked: Looked) -> None:
    assert {name: said for name, said in looked.wrong.items() if said} == {}
    assert looked.letters >= 4.5
    assert looked.bars >= 3
    assert looked.moving == 0


@pytest.mark.parametrize("window", ["wide", "narrow"])
def test_the_tab_key_reaches_every_control_in_order_in_sight_and_leaves(
    looked: Looked, window: str
) -> None:
    tabbed: Tabbed = getattr(looked, window)
    *within, outside = tabbed.stops
    assert tabbed.controls[0].startswith("a Skip")
    assert [stop.place if stop else None for stop in within] == list(range(len(tabbed.controls)))
    unseen = [
        tabbed.controls[stop.place] for stop in within if not (stop.outlined and stop.in_sight)
    ]
    assert unseen == []
    assert outside is None
