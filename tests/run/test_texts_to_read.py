"""The texts of posts that a review reads back: only those that it covers and a screen sees."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from audit.history import History
from audit.review.model import Period
from audit.run import kept_acts
from audit.run.texts_to_read import texts_to_read
from connectors import frames

QUARTER = Period("2026-Q3", "July to September 2026", date(2026, 7, 1), date(2026, 9, 30))
BEFORE = History(reviewed=frozenset({"x:900"}))


def act(text: str | None, day: str | None = "2026-08-01", **given: Any) -> dict[str, Any]:
    moment = f"{day}T02:00:00Z" if day else None
    told = {"platform": "x", "agency_account": "900", "kind": "post", "evidence": "a file"}
    return {**told, "text": text, "happened_at": moment, **given}


def read(folder: Path, *rows: dict[str, Any], history: History = BEFORE) -> list[Any]:
    kept_acts.save(folder, frames.make("interactions", rows))
    texts = texts_to_read(QUARTER, history, lambda text: "kauri" in text)
    acts = kept_acts.read(folder, texts)
    return [None if pd.isna(text) else text for text in acts["text"]]


def test_a_text_in_which_something_is_seen_comes_back(tmp_path: Path) -> None:
    assert read(tmp_path, act("a kauri"), act("a river"), act(None), act("")) == [
        "a kauri",
        "",
        None,
        "",
    ]


def test_what_is_shared_keeps_its_text(tmp_path: Path) -> None:
    shared = act("a river", kind="repost", account_id="1")
    assert read(tmp_path, shared, act("a river")) == ["a river", ""]


def test_a_post_that_the_review_does_not_cover_is_not_read(tmp_path: Path) -> None:
    rows = [act("a kauri", "2026-02-01"), act("a kauri", None)]
    assert read(tmp_path, *rows) == ["", "a kauri"]
    assert read(tmp_path, *rows, history=History()) == ["a kauri", "a kauri"]


def test_posts_are_read_part_by_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_acts, "_AT_A_TIME", 3)
    texts = [f"a kauri, {number}" if number % 4 == 0 else "a river" for number in range(11)]
    expected = [text if "kauri" in text else "" for text in texts]
    assert read(tmp_path, *map(act, texts)) == expected
