"""How long a look before you follow takes: run it with python, with the machine at rest.

A whole ``follow-audit look`` in a process of its own, with the shipped New Zealand register and a
review of the sample to look in, against ``python -c "import pandas"``, without which it cannot
begin. Each is the median of some runs; CPU is user and system time together.

Measured on 24 November 2026 on a machine of two cores that others kept busy: CPU 1.08 s against
0.40 s, ratio 2.7; by the clock 1.20 s against 0.44 s, ratio 2.7. At rest, importing pandas takes
0.37 s by the clock there.
"""

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROUNDS = 7
LOOK = ["-m", "audit.cli", "look", "https://x.com/example_nobody"]
RUN = ["-m", "audit.cli", "run", "--now", "2026-10-06T09:00:00+13:00"]


def measured(arguments: list[str], folder: Path) -> tuple[float, float]:
    """Give the seconds that a Python process takes: by the clock, and of CPU."""
    path = os.pathsep.join([str(Path(__file__).parent.parent), os.environ.get("PYTHONPATH", "")])
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        check=False,
    )
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr!r}")
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return ended - started, cpu


def lay_out(folder: Path) -> None:
    """Put the sample and its review into a folder, then name the New Zealand register there."""
    measured(["-m", "audit.cli", "init", "."], folder)
    measured(RUN, folder)
    if not list((folder / "runs").glob("2026-*")):
        raise SystemExit("The sample's review was not made, so there is nothing to look in.")
    told = (folder / "config.toml").read_text(encoding="utf-8")
    told = told.replace('jurisdiction = "sample/register"', 'jurisdiction = "nz"')
    (folder / "config.toml").write_text(told, encoding="utf-8")


def main() -> None:
    """Print the seconds of each, and their ratio."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder)
        taken: dict[str, list[tuple[float, float]]] = {"import pandas": [], "look": []}
        for _ in range(ROUNDS):
            taken["import pandas"].append(measured(["-c", "import pandas"], folder))
            taken["look"].append(measured(LOOK, folder))
    print(f"{'':<15}{'clock, s':>10}{'CPU, s':>10}")
    medians = {
        what: [statistics.median(column) for column in zip(*times, strict=True)]
        for what, times in taken.items()
    }
    for what, (clock, cpu) in medians.items():
        print(f"{what:<15}{clock:>10.2f}{cpu:>10.2f}")
    ratios = [
        look / base for look, base in zip(medians["look"], medians["import pandas"], strict=True)
    ]
    print(f"{'ratio':<15}{ratios[0]:>10.2f}{ratios[1]:>10.2f}")


if __name__ == "__main__":
    main()
