"""Measure the matching of a million links with five lists, as a ratio to tldextract.

Run as ``python -m bench.bench_sources``. Links and lists are invented: 70,000 hosts, 17,000 rows of
lists, one link in fifty on a list, one in ten on a host that many writers share. tldextract finds
the registered name of each link, which is less than a match needs. Seconds are those of the
processor.
"""

import argparse
import random
import time
from collections.abc import Callable

import pandas as pd
import tldextract

from audit.sources import match
from audit.sources.listed import Listed
from audit.sources.rows import formed
from connectors import frames

_ENDS = ("tauira", "co.nz", "org.nz", "com", "net", "govt.nz", "co.uk", "blogspot.com")
_SHARED = (
    "www.youtube.com/watch?v={}",
    "x.com/name{}/status/1",
    "gull{}.substack.com/p/one",
    "www.facebook.com/page{}/posts/1",
    "medium.com/@gull{}/story",
)


def main() -> None:
    """Match the links and print seconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000, help="links")
    count = parser.parse_args().count
    rows, urls = _rows(), _urls(count)
    ready, listed = _seconds(lambda: Listed(rows))
    taken, found = _seconds(lambda: match.of_links(urls, listed))
    extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    plain, _ = _seconds(lambda: [extract(url) for url in urls.tolist()])
    print(f"{len(rows):,} rows made ready in {ready:.2f} s")
    print(f"{count:,} links matched in {taken:.2f} s, {len(found):,} matches")
    print(f"tldextract over the same links in {plain:.2f} s: ratio {taken / plain:.2f}")


def _rows() -> pd.DataFrame:
    names = [f"outlet{number}.{_ENDS[number % len(_ENDS)]}" for number in range(17_000)]
    writers = [f"x:@name{number}" for number in range(0, 2_000, 20)]
    tenants = [f"substack:gull{number}" for number in range(0, 2_000, 20)]
    table = pd.DataFrame(
        [
            *(("host", name) for name in names),
            *(("account", name) for name in writers),
            *(("tenant", name) for name in tenants),
        ],
        columns=["kind", "key"],
    )
    return formed(table.assign(level="look", list=[f"List {n % 5}" for n in range(len(table))]))


def _urls(count: int) -> "pd.Series[str]":
    dice = random.Random(1)  # noqa: S311 - the same links each time
    hosts = [f"www.site{number}.{_ENDS[number % len(_ENDS)]}" for number in range(70_000)]
    listed = [f"outlet{number}.{_ENDS[number % len(_ENDS)]}" for number in range(0, 17_000, 7)]
    written = []
    for number in range(count):
        if number % 10 == 0:
            written.append("https://" + dice.choice(_SHARED).format(number % 50_000))
        elif number % 50 == 1:
            written.append(f"https://{dice.choice(listed)}/news/{number}?utm_source=x")
        else:
            written.append(f"https://{dice.choice(hosts)}/news/{number}/story-{number}")
    return pd.Series(written, dtype=frames.TEXT)


def _seconds(work: Callable[[], object]) -> tuple[float, object]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


if __name__ == "__main__":
    main()
