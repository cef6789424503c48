"""The run folder: whole or absent."""

import hashlib
from pathlib import Path

import pytest
from filelock import FileLock

from audit.run import folder, manifest
from connectors.errors import ConfigError
from tests.run.job import lay_out, run


def test_a_folder_that_cannot_be_finished_leaves_nothing(tmp_path: Path) -> None:
    def fill() -> None:
        with folder.new(tmp_path, "2026-Q3") as target:
            (target / "half").write_text("made")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fill()
    assert list(tmp_path.iterdir()) == []


def test_names_count_up(tmp_path: Path) -> None:
    for expected in ("2026-Q3", "2026-Q3-2", "2026-Q3-3"):
        name = folder.next_name(tmp_path, "2026-Q3")
        assert name == expected
        with folder.new(tmp_path, name):
            pass
    assert [path.name for path in folder.runs(tmp_path)] == ["2026-Q3", "2026-Q3-2", "2026-Q3-3"]


def test_the_manifest_is_as_sha256sum_writes_it(tmp_path: Path) -> None:
    with folder.new(tmp_path, "2026-Q3") as target:
        (target / "a b").write_bytes(b"x")
    digest = hashlib.sha256(b"x").hexdigest()
    assert (tmp_path / "2026-Q3" / manifest.NAME).read_text() == f"{digest}  a b\n"


def test_an_output_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file")
    with (
        pytest.raises(ConfigError, match="cannot be written"),
        folder.new(tmp_path / "runs", "2026-Q3"),
    ):
        pass


def test_one_run_at_a_time(tmp_path: Path) -> None:
    loaded = lay_out(tmp_path)
    (tmp_path / "runs").mkdir()
    with (
        FileLock(tmp_path / "runs" / ".follow-audit.lock"),
        pytest.raises(ConfigError, match="Another run is at work"),
    ):
        run(loaded)
