"""How long the balance check takes, each time as a ratio to its limit: run it with python.

Every law is made anew, except in the last line, which is one report: 200 lists, one reference.
"""

import time
from collections.abc import Callable

from audit.balance import assess
from audit.balance.law import _law

HOUSE = {f"party:{place}": seats for place, seats in enumerate((49, 34, 15, 11, 8, 6))}


def a_list(n: int) -> dict[str, int]:
    """Give a list of n accounts that leans to the first party."""
    rest = n // 4
    return {"party:0": n - rest, "party:1": rest - rest // 3, "party:2": rest // 3}


def one(n: int) -> Callable[[], None]:
    """Give a run of one assessment of n accounts, the corridor included."""

    def run() -> None:
        _law.cache_clear()
        assess(a_list(n), HOUSE)

    return run


def report() -> None:
    """Assess 200 lists of 1 to 100 accounts against one reference."""
    _law.cache_clear()
    for number in range(200):
        assess(a_list(number % 100 + 1), HOUSE)


def main() -> None:
    """Print seconds, limit and ratio of each run."""
    runs = [
        ("n = 60, no law kept", one(60), 1.0),
        ("n = 300, no law kept", one(300), 10.0),
        ("200 lists of one report", report, 3.0),
    ]
    print(f"{'run':<26}{'seconds':>9}{'limit':>8}{'ratio':>8}")
    for name, run, limit in runs:
        started = time.perf_counter()
        run()
        taken = time.perf_counter() - started
        print(f"{name:<26}{taken:>9.3f}{limit:>8.1f}{taken / limit:>8.3f}")


if __name__ == "__main__":
    main()
