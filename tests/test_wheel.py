"""The wheel alone, in an empty environment and outside the checkout, runs the main job."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

WHEELHOUSE = os.environ.get("FOLLOW_AUDIT_WHEELHOUSE", "")


def call(*arguments: str | Path, folder: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    result = subprocess.run(
        [str(argument) for argument in arguments],
        cwd=folder,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.mark.slow
def test_the_installed_wheel_runs_the_main_job(tmp_path: Path) -> None:
    assert WHEELHOUSE, "run .ci/run, which builds the wheels, or set FOLLOW_AUDIT_WHEELHOUSE"
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    install = ["-m", "pip", "install", "-q", "--no-index", "--find-links", WHEELHOUSE]
    call(scripts / "python", *install, "follow-audit", folder=tmp_path)
    job = tmp_path / "job"
    job.mkdir()
    call(scripts / "follow-audit", "init", folder=job)
    said = call(scripts / "follow-audit", "run", folder=job)
    assert "items need a decision" in said
    assert said.splitlines()[-1] == "Exit code 0: done."
    assert len(list(job.glob("runs/*/review-*.xlsx"))) == 1
    (job / "nz.toml").write_text(
        '[agency]\nname = "Ministry of Example"\n'
        '[[account]]\nplatform = "x"\nhandle = "manatu_tauira"\npath = "sample/x-archive.zip"\n',
        encoding="utf-8",
    )
    call(scripts / "follow-audit", "check", "--config", "nz.toml", folder=job)
