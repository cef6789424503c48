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
    killed: bool = False

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "audit.cli", "run", "--now", "2026-10-05T06:30:00+13:00"],
            cwd=self.base,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            stdout=subprocess.DEVNULL,
            stderr=None,  # shown where it fails
        )

    def kill_once(self, *, fetched: bool) -> list[str]:
        """Kill it, unless it ends before; give what it asked."""
        self.own.asked = []
        wanted, delay = self.rolls.randint(1, 7), self.rolls.uniform(0, 0.02)
        late = self.rolls.uniform(1, 9)  # seconds; about as long as all takes but the fetching
        process, begun = self.start(), time.monotonic()
        while process.poll() is None:
            if len(self.own.asked) >= wanted or (fetched and time.monotonic() - begun > late):
                time.sleep(delay)
                break
            time.sleep(0.002)
        self.killed = process.poll() is None
        if self.killed:
            os.kill(process.pid, signal.SIGKILL)
        assert process.wait() in ({0, -signal.SIGKILL} if self.killed else {0})
        return list(self.own.asked)

    def to_its_end(self) -> list[str]:
        self.own.asked, self.killed = [], False
        assert self.start().wait() == 0
        return list(self.own.asked)


def undisturbed(tmp_path: Path, killer: Killer) -> tuple[Path, list[str]]:
    asked = killer.to_its_end()
    (made,) = folder.runs(tmp_path / "runs")
    shutil.move(made, tmp_path / "undisturbed")
    shutil.rmtree(tmp_path / "runs")
    return tmp_path / "undisturbed", asked


def killed_until_whole(killer: Killer, asked: list[str], most: int) -> int:
    """Kill a run at most so many times until it has ended; give how many times it was."""
    fetched: list[str] = []
    output = killer.base / "runs"
    kills = 0
    while not folder.runs(output):
        if kills < most:
            here = killer.kill_once(fetched=set(fetched) == set(asked))
        else:
            here = killer.to_its_end()
        again = set(here) & set(fetched)
        assert again <= set(fetched[-1:]), f"fetched twice: {again}"
        fetched += here
        kills += killer.killed
    assert set(fetched) == set(asked)
    assert len(fetched) <= len(asked) + kills
    return kills


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
        kills = 0
        while kills < KILLS:
            kills += killed_until_whole(killer, asked, KILLS - kills)
            (made,) = folder.runs(tmp_path / "runs")
            assert verify(made).whole
            for name in FRAMES:
                frame, again = (
                    pd.read_parquet(run / "frames" / f"{name}.parquet") for run in (whole, made)
                )
                pd.testing.assert_frame_equal(frame, again)
            shutil.rmtree(tmp_path / "runs")


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
