"""A look at what the last reviews collected: the id behind a handle, and the account's signs."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from audit import purposes
from audit.inputs import Inputs
from audit.look import Ground, Look, look, read
from audit.look.collected import Collected
from audit.look.words import sentences
from audit.period import NEW_ZEALAND
from audit.register import load
from audit.signs import COULD_NOT_LOOK, NOT_SEEN, SEEN
from audit.sources import own
from connectors import frames
from tests.audit.small_pack import ROWS, SOURCED, write_pack

NOW = datetime(2026, 10, 20, 9, tzinfo=NEW_ZEALAND)
OCTOBER = datetime(2026, 10, 5, 9, tzinfo=NEW_ZEALAND)
JULY = datetime(2026, 7, 5, 9, tzinfo=NEW_ZEALAND)
OLD_HANDLE = f"per:aroha-example,x,aroha_before,11111,,,,older_or_second_account,{SOURCED}"


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    accounts = [row.replace(",111,", ",11111,") for row in ROWS["accounts"]]
    pack = write_pack(tmp_path / "pack", accounts=[*accounts, OLD_HANDLE])
    used = Inputs(load(str(pack), tmp_path), own.load([], NOW.date()), purposes.load([]), None)
    return Ground(used, None, (), NOW, own=[("x", "tohu_example")], names=["Ministry of Tohu"])


def reviewed(run: str, as_at: datetime, *rows: dict[str, Any]) -> Collected:
    given = [{"platform": "x", "status": "active", "as_at": as_at} | row for row in rows]
    return Collected(run, frames.make("accounts", given))


def at(ground: Ground, handle: str, stable_id: str = "") -> tuple[Look, str]:
    found = look(read([handle], "x", stable_id)[0], ground)
    return found, "\n".join(sentences(found, ground))


def state(found: Look, sign: str) -> str:
    return next(one.state for one in found.signs if one.id == sign)


def test_a_members_handle_that_another_id_has_now_is_not_labelled(ground: Ground) -> None:
    row = {"account_id": "98765", "handle": "arohaexample", "name": "Someone Else"}
    found, text = at(replace(ground, reviews=[reviewed("2026-Q3", OCTOBER, row)]), "@ArohaExample")
    assert found.owner is None
    assert found.found
    assert found.learned_id == "98765"
    assert "By what the review 2026-Q3 collected, its id is 98765." in text
    assert "This handle now belongs to another account than the register knows." in text
    assert "By register: id 11111 (OFFICIAL, as at 2026-06-01), as at 5 October 2026." in text
    assert "The register has this handle as that of Aroha Example." in text
    assert "Kauri" not in text


def test_a_handle_whose_account_was_seen_under_another_is_not_labelled(ground: Ground) -> None:
    row = {"account_id": "11111", "handle": "aroha_now", "name": "Aroha Example"}
    reviews = replace(ground, reviews=[reviewed("2026-Q3", OCTOBER, row)])
    found, text = at(reviews, "ArohaExample")
    assert found.owner is None
    assert "had the handle @aroha_now at the review 2026-Q3" in text
    named, text = at(reviews, "aroha_now")
    assert named.owner is not None
    assert (named.owner.matched_by, named.owner.known_as) == ("id", "ArohaExample")


def test_an_older_handle_is_matched_by_its_id_alone(ground: Ground) -> None:
    found, text = at(ground, "aroha_before")
    assert found.owner is None
    assert "may have passed to someone else" in text
    assert "The register has this handle as that of Aroha Example." in text
    assert "Kauri" not in text
    named, _ = at(ground, "aroha_before", "11111")
    assert named.owner is not None


def test_never_collected_is_said_and_is_not_nothing_found(ground: Ground) -> None:
    found, text = at(ground, "quiet_example")
    assert not found.found
    assert "No review here collected it, so nothing is known of its activity." in text
    assert state(found, "dormant") == state(found, "gone") == COULD_NOT_LOOK
    assert state(found, "look-alike") == NOT_SEEN
    assert all(one.as_at is None for one in found.signs)


def test_a_look_alike_needs_no_review(ground: Ground) -> None:
    found, text = at(ground, "t0hu_example")
    assert found.found
    assert "can be read as “@tohu_example”, of Ministry of Tohu" in text
    assert "your configuration" in text


def test_what_was_collected_shows_its_signs_with_their_day(ground: Ground) -> None:
    before = {"account_id": "4444", "handle": "kea", "name": "Kea Example"}
    now = {"account_id": "4444", "handle": "brix", "name": "WIN 0987", "status": "suspended"}
    silent = now | {"last_post_at": OCTOBER - timedelta(days=400), "description": "I am a bot"}
    reviews = [reviewed("2026-Q3", OCTOBER, silent), reviewed("2026-Q2", JULY, before)]
    found, text = at(replace(ground, reviews=reviews), "brix")
    seen = {one.id for one in found.signs if one.state == SEEN}
    assert seen == {"gone", "identity-changed", "dormant", "says-automated"}
    assert "its handle from @kea to @brix and" not in text
    assert "its handle from @kea to @brix, its name from “Kea Example” to “WIN 0987”." in text
    assert "The platform says that it is suspended. By status suspended, as at 5 October" in text
    assert "“I am a bot”" in text


def test_asked_under_a_new_handle_the_last_review_is_what_came_before(ground: Ground) -> None:
    row = {"account_id": "44444", "handle": "kea", "name": "Kea", "description": "Birds"}
    taken = row | {"account_id": "55555", "handle": "tui"}
    reviews = replace(ground, reviews=[reviewed("2026-Q3", OCTOBER, row, taken)])
    found, text = at(reviews, "tui", "44444")
    assert state(found, "handle-passed-on") == SEEN
    assert "this handle had the id 55555; now it has 44444." in text
    assert state(found, "identity-changed") == NOT_SEEN


def test_an_address_has_no_signs(ground: Ground) -> None:
    found = look(read(["https://gull.example/1"], None, "")[0], ground)
    assert found.signs == ()
