"""A run keeps the lists of others that it used, and a rebuild of its folder needs nothing else."""

import hashlib
import shutil
from datetime import UTC, datetime

import pytest

from audit import config
from audit.run import make
from audit.sources import cached
from audit.sources.cached import Answer, Cached
from audit.sources.public import cred
from tests.run.job import lay_out, run

HELD = (
    "name,aliases,designated_on,expires,accounts,hosts\n"
    "Tauira Tales,,2024-06-20,,,news.tauira.example\n"
)
PUBLIC = b"domain,category,iffy_factual\ngull.tauira,fake,L\n"
FETCHED = datetime(2026, 10, 1, tzinfo=UTC)
SETTINGS = (
    '[sources]\nlists = ["cred-1"]\nfiles = { designated-entities = "designated-2026-09-01.csv" }'
)


@pytest.mark.slow
def test_a_run_keeps_fetched_lists_and_held_files(tmp_path):
    lay_out(tmp_path)
    folder = tmp_path / "sources" / "cred-1"
    folder.mkdir(parents=True)
    answer = Answer("answer-1.csv", "https://lists.example/cred.csv", PUBLIC)
    for name, content in cached.written(Cached(cred.LIST, (answer,), FETCHED)).items():
        (folder / name).write_bytes(content)
    (tmp_path / "designated-2026-09-01.csv").write_text(HELD, encoding="utf-8", newline="")
    path = tmp_path / "config.toml"
    text = path.read_text(encoding="utf-8").replace("[sources]", SETTINGS)
    path.write_text(text, encoding="utf-8")
    made = run(config.load(path))

    sha256 = hashlib.sha256(HELD.encode()).hexdigest()
    used = {file.name: file for file in made.review.registers}
    assert used["lists/cred-1"].as_at == "2026-10-01"
    assert used["files/designated-2026-09-01.csv"].sha256 == sha256
    said = [one for finding in made.review.findings for one in finding.evidence]
    named = {(one.file, one.sha256) for one in said if one.source.endswith("designated entities")}
    assert named == {("designated-2026-09-01.csv, line 2", sha256)}

    shutil.rmtree(tmp_path / "sources")
    (tmp_path / "designated-2026-09-01.csv").unlink()
    again = make.rebuild(made.folder, tmp_path / "again", lambda message: None)
    assert again.page.read_bytes() == made.page.read_bytes()
    assert (again.folder / "review.json").read_bytes() == (made.folder / "review.json").read_bytes()
