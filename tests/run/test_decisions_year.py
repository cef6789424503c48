"""Decisions over a scripted year: done, overdue, back, kept until a date, escalated, ignored."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.run import make
from audit.run.make import Made
from tests.run.agency_year import (
    READ_ON,
    Network,
    serving_year,
    write_flagged,
    write_pages,
    write_register,
)
from tests.run.job import OUTSIDE, run
from tests.run.returning import fill

pytestmark = pytest.mark.slow  # each plays four reviews through

FLAGGED = ("bob", "cat", "eve", "gus", "fay")
SPRING = date(2026, 5, 29)
DECIDED = {
    ("follow", "bob"): {"decision": "Unfollow", "due": SPRING},
    ("follow", "cat"): {"decision": "Keep", "reason": "Partner", "due": date(2026, 8, 1)},
    ("follow", "eve"): {"decision": "Unfollow", "due": SPRING},
    ("follow", "gus"): {"decision": "Escalate", "owner": "DCE"},
    ("like", "cat"): {"decision": "Undo like", "due": SPRING},
    ("like", "fay"): {"decision": "Keep"},
}


def named(made: Made) -> Mapping[tuple[str, str], str]:
    """Give the numbers of the flagged items by kind and person."""
    return {
        (one.kind, one.subject.handle.split(".")[0]): one.item
        for one in made.review.findings
        if one.check.startswith("flagged")
    }


def statuses(made: Made) -> Mapping[str, str]:
    return {
        f"{one.kind} {one.subject.handle.split('.')[0]}": one.status
        for one in made.review.findings
        if one.check.startswith("flagged")
    }


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    folder = tmp_path_factory.mktemp("decided")
    network = Network(follows=["bob", "cat", "eve", "gus"], likes=["cat", "eve", "fay"])
    write_register(folder)
    write_flagged(folder, *(f"{name}.example" for name in FLAGGED))
    write_pages(folder, "page-a")
    whole = replace(OUTSIDE, full=True)
    with serving_year(folder, network) as loaded:
        made = [run(loaded, now=READ_ON[0], outside=whole)]
        items = named(made[0])
        fill(made[0].workbook, {items[key]: cells for key, cells in DECIDED.items()})
        network.follows = ["cat", "eve", "gus"]
        made.append(run(loaded, now=READ_ON[1], outside=whole))
        network.follows = ["bob", "cat", "gus"]
        network.likes = ["eve", "fay"]
        made.append(run(loaded, now=READ_ON[2], outside=whole))
        made.append(run(loaded, now=READ_ON[3], outside=whole))
    return made


def test_each_decision_lands_in_its_status(year: list[Made]) -> None:
    first, second, third, fourth = map(statuses, year)
    assert set(first.values()) == {"new"}
    assert second == {
        "follow bob": "done",
        "follow cat": "decided",
        "follow eve": "overdue",
        "follow gus": "open",
        "like cat": "overdue",
        "like eve": "open",  # nobody decided it, and it lies before the period
        "like fay": "open",  # kept without a reason
    }
    assert third == {
        "follow bob": "returned",
        "follow cat": "open",  # the Keep was for a time
        "follow eve": "done",
        "follow gus": "open",
        "like cat": "done",
        "like eve": "open",
        "like fay": "open",
    }
    gone = {"follow eve", "like cat"}
    assert fourth == {key: status for key, status in third.items() if key not in gone}


def test_the_numbers_stay_and_the_next_workbook_says_what_was_read(year: list[Made]) -> None:
    items = [named(made) for made in year]
    assert all(items[0].get(key, item) == item for one in items for key, item in one.items())
    said = year[1].review.decisions
    assert (said.read, said.used, said.noted, said.not_used, said.missing) == (
        len(year[0].review.findings), 5, 1, 0, 0,
    )  # fmt: skip
    assert year[2].review.decisions.read == 0
    kept = next(one for one in year[1].review.findings if one.item == items[0]["like", "fay"])
    assert (kept.decision.decision, kept.note) == ("Keep", "Keep still needs a reason.")


def test_a_review_with_decisions_is_rebuilt_to_the_byte(year: list[Made], tmp_path: Path) -> None:
    for made in year:
        target = tmp_path / made.folder.name
        again = make.rebuild(made.folder, target, lambda message: None)
        assert again.review.run_id == made.review.run_id
        for name in (made.page.name, "review.json", "findings.csv"):
            assert (target / name).read_bytes() == (made.folder / name).read_bytes()
        if made is not year[0]:  # which people have written in
            assert again.workbook.read_bytes() == made.workbook.read_bytes()
