"""A run keeps its overlay, so that the folder rebuilds to the same bytes whatever happens to it."""

import shutil

from audit import config
from audit.run import make
from tests.run.job import lay_out, run

ROW = (
    "actor,platform,handle,platform_id,role,from,to,status,source,evidence_url,as_at\n"
    "per:hemi-mistwater,facebook,hemi.mistwater.tauira,,,,,current,OURS,,2026-10-01\n"
)


def test_a_run_keeps_the_overlay_and_rebuilds_without_it(tmp_path):
    lay_out(tmp_path)
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "accounts.csv").write_text(ROW, encoding="utf-8")
    path = tmp_path / "config.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[register]", '[register]\noverlay = "ours"'), encoding="utf-8")
    made = run(config.load(path))
    assert "overlay/accounts" in [file.name for file in made.review.registers]
    shutil.rmtree(tmp_path / "ours")
    again = make.rebuild(made.folder, tmp_path / "again", lambda message: None)
    assert again.page.read_bytes() == made.page.read_bytes()
    assert (again.folder / "review.json").read_bytes() == (made.folder / "review.json").read_bytes()
