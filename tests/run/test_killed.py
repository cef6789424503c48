"""Kill -9 at fifty random moments: nothing is lost, and nothing fetched twice but the last."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from audit.run import folder
from audit.run.verification import verify
from tests.run.job import lay_out
from tests.run.own_bluesky import FOLLOW, LIKE, POST, REPOST, Own, block, configured
from tests.servers.local import serving

ROOT = Path(__file__).parents[2]
COUNTS = {FOLLOW: 2000, LIKE: 800, REPOST: 100, POST: 100}
KILLS = 50
FRAMES = ("interactions", "accounts", "coverage")


@dataclass
class Killer:
    """Starts the command and kills it: soon after some request, or some time after the last."""

    base: Path
    own: Own
    rolls: random.Random

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "audit.cli", "run", "--now", "2026-10-05T06:30:00+13:00"],
            cwd=self.base,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            stdout=subprocess.DEVNULL,
            stderr=None,  # shown where it fails
        )

    def kill_once(self, *, fetched: bool) -> list[str] | None:
        """Give what was asked before the kill; None where the run had ended by itself."""
        self.own.asked = []
        wanted, delay = self.rolls.randint(1, 7), self.rolls.uniform(0, 0.02)
        late = self.rolls.uniform(1, 9)  # seconds; about as long as all takes but the fetching
        process, begun = self.start(), time.monotonic()
        while process.poll() is None:
            if len(self.own.asked) >= wanted or (fetched and time.monotonic() - begun > late):
                time.sleep(delay)
                break
            time.sleep(0.002)
        if process.poll() is not None:
            assert process.returncode == 0
            return None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return list(self.own.asked)


def undisturbed(tmp_path: Path, killer: Killer) -> tuple[Path, list[str]]:
    killer.own.asked = []
    assert killer.start().wait() == 0
    (made,) = folder.runs(tmp_path / "runs")
    shutil.move(made, tmp_path / "undisturbed")
    shutil.rmtree(tmp_path / "runs")
    return tmp_path / "undisturbed", killer.own.asked


@pytest.mark.slow
def test_a_run_killed_at_fifty_moments_ends_as_one_that_was_not(tmp_path: Path) -> None:
    lay_out(tmp_path)
    seed = random.SystemRandom().randrange(1 << 30)
    print("seed", seed)  # noqa: T201 - shown where it fails
    own = Own(dict(COUNTS))
    with serving(own.answer) as (address, _):
        configured(tmp_path, block(address))
        killer = Killer(tmp_path, own, random.Random(seed))  # noqa: S311 - no secret
        whole, asked = undisturbed(tmp_path, killer)
        fetched: list[str] = []
        kills = 0
        while kills < KILLS:
            here = killer.kill_once(fetched=set(fetched) == set(asked))
            if here is None:
                break
            kills += 1
            again = set(here) & set(fetched)
            assert again <= set(fetched[-1:]), f"fetched twice: {again}"
            fetched += here
            for made in folder.runs(tmp_path / "runs"):
                assert verify(made).whole
        if not folder.runs(tmp_path / "runs"):
            own.asked = []
            assert killer.start().wait() == 0
            fetched += own.asked
    print("kills", kills, "requests", len(fetched), "of", len(asked))  # noqa: T201
    assert kills >= KILLS // 2
    assert set(fetched) == set(asked)
    assert len(fetched) <= len(asked) + kills
    (made,) = folder.runs(tmp_path / "runs")
    assert verify(made).whole
    for name in FRAMES:
        one, other = (pd.read_parquet(run / "frames" / f"{name}.parquet") for run in (whole, made))
        pd.testing.assert_frame_equal(one, other)


@pytest.mark.slow
def test_a_person_can_stop_a_run_and_go_on(tmp_path: Path) -> None:
    lay_out(tmp_path)
    own = Own(dict(COUNTS))
    with serving(own.answer) as (address, _):
        configured(tmp_path, block(address))
        killer = Killer(tmp_path, own, random.Random())  # noqa: S311 - no secret
        process = killer.start()
        while len(own.asked) < 20:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert folder.runs(tmp_path / "runs") == []
        before = list(own.asked)
        own.asked = []
        assert killer.start().wait() == 0
    assert len(folder.runs(tmp_path / "runs")) == 1
    assert set(before) & set(own.asked) <= set(before[-1:])
