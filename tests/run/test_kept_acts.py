"""The interactions of a run folder, written whole and read back as a review needs them."""

from pathlib import Path

import pandas as pd
import pytest

from audit.run import kept_acts
from connectors import frames
from connectors.frames import KINDS, TEXT


def interactions(rows: int) -> pd.DataFrame:
    return frames.make("interactions", [_act(KINDS[place % len(KINDS)]) for place in range(rows)])


def every(part: pd.DataFrame) -> "pd.Series[bool]":
    return pd.Series(data=True, index=part.index)


def _act(kind: str) -> dict[str, object]:
    return {
        "platform": "x",
        "agency_account": "900",
        "kind": kind,
        "account_id": "1" if kind not in {"link", "post"} else None,
        "url": "https://site.example/" if kind == "link" else None,
        "text": f"Kua tuhia: {kind}",
        "happened_at": None if kind == "follow" else "2026-08-01T00:00:00Z",
        "evidence": "a file, record 1",
    }


@pytest.mark.parametrize("rows", [0, 6, 20])
def test_what_a_review_needs_comes_back(
    rows: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_acts, "_AT_A_TIME", 7)
    table = interactions(rows)
    kept_acts.save(tmp_path, table)
    shown = table["kind"].isin(["follow", "like", "repost", "quote", "post"])
    expected = table.drop(columns="evidence").assign(text=table["text"].where(shown).astype(TEXT))
    pd.testing.assert_frame_equal(kept_acts.read(tmp_path, every), expected)


def test_the_file_holds_everything(tmp_path: Path) -> None:
    kept_acts.save(tmp_path, interactions(6))
    whole = pd.read_parquet(tmp_path / kept_acts.NAME)
    pd.testing.assert_frame_equal(frames.retyped("interactions", whole), interactions(6))


def test_a_file_without_a_column_is_refused(tmp_path: Path) -> None:
    interactions(6).drop(columns="post_id").to_parquet(tmp_path / kept_acts.NAME)
    with pytest.raises(KeyError, match="lacks post_id"):
        kept_acts.read(tmp_path, every)
