"""The follows of the last run folder: the one that was observed last, whatever its name."""

from datetime import timedelta
from pathlib import Path

import pytest

from audit.run.last import last_follows
from connectors.errors import SourceError
from tests.run.job import NOW, lay_out, run


def test_the_last_observed_run_is_read(tmp_path: Path) -> None:
    assert last_follows(tmp_path / "runs") is None
    loaded = lay_out(tmp_path)
    run(loaded)
    run(loaded, "2026-Q2", NOW + timedelta(days=1))
    last = last_follows(tmp_path / "runs")
    assert last is not None
    assert last.run == "2026-Q2"
    assert sum(last.counts.values()) == 31
    assert "facebook" not in last.whole
    assert not last.accounts.duplicated(["platform", "account_id"]).any()


def test_a_folder_of_another_tool_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "2026-Q3"
    folder.mkdir()
    (folder / "manifest-sha256.txt").write_text("")
    (folder / "run.json").write_text('{"when": 1}')
    with pytest.raises(SourceError, match="is not one of this tool"):
        last_follows(tmp_path)
