"""Measure the reading of a large X archive: peak memory and seconds.

Run as ``python -m bench.bench_x_archive 1000`` for 1,000 MB of tweets. The archive is invented,
written to a temporary folder in parts of 100 MB as X does, and removed afterwards. The reading
happens in a process of its own, so that making the archive does not count.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from connectors.collected import OwnAccount
from connectors.exports.registry import read_export

_MEGABYTE = 1_000_000
_PART = 100 * _MEGABYTE
_WORDS = ("road", "tree", "river", "school", "notice", "water", "island", "report", "open", "today")
_START = datetime(2012, 1, 1, tzinfo=UTC)


def main() -> None:
    """Make an archive of the size asked for, read it and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", type=int, nargs="?", default=1000)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        print(_read(given.read))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "twitter.zip"
        made = _write(path, given.megabytes * _MEGABYTE)
        print(f"{made / _MEGABYTE:,.0f} MB of tweets in a zip of {path.stat().st_size:,} bytes")
        command = [sys.executable, "-m", "bench.bench_x_archive", "--read", str(path)]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())


def _read(path: Path) -> str:
    account = OwnAccount("x", "example_agency", "export", (path,), (), datetime.now(UTC))
    start = time.perf_counter()
    collected = read_export(account)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    counts = collected.interactions["kind"].value_counts().to_dict()
    records = sum(tally.records for tally in collected.tallies)
    return (
        f"{records:,} records read in {seconds:,.0f} s, peak memory {peak / _MEGABYTE:,.0f} MB; "
        f"rows {counts}"
    )


def _write(path: Path, size: int) -> int:
    made, number, posts = 0, 0, _posts()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        while made < size:
            suffix = f"-part{number}" if number else ""
            with archive.open(f"data/tweets{suffix}.js", "w", force_zip64=True) as part:
                written = part.write(f"window.YTD.tweets.part{number} = [".encode())
                separator = b"\n"
                while written < min(_PART, size - made):
                    written += part.write(separator + next(posts))
                    separator = b",\n"
                written += part.write(b"\n]")
            made, number = made + written, number + 1
    return made


def _posts() -> Iterator[bytes]:
    dice, at = random.Random(1), _START  # noqa: S311 - an invented archive, no secret
    while True:
        at += timedelta(minutes=5)
        yield json.dumps({"tweet": _post(dice, at)}, indent=2).encode()


def _post(dice: random.Random, at: datetime) -> dict[str, object]:
    post_id, other = str(dice.randrange(10**18, 2 * 10**18)), dice.randrange(20_000)
    repost, linked = dice.random() < 0.3, dice.random() < 0.5
    words = " ".join(dice.choices(_WORDS, k=28))
    mention = {
        "name": f"Account {other}",
        "screen_name": f"account_{other}",
        "indices": ["3", "15"],
        "id_str": str(10**9 + other),
        "id": str(10**9 + other),
    }
    url = {
        "url": f"https://t.co/{post_id[:10]}",
        "expanded_url": f"https://site{other}.example/story/{post_id}",
        "display_url": f"site{other}.example/story/…",
        "indices": ["100", "123"],
    }
    return {
        "edit_info": {"initial": {"editTweetIds": [post_id], "editsRemaining": "5"}},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {
            "hashtags": [],
            "symbols": [],
            "user_mentions": [mention] if repost else [],
            "urls": [url] if linked else [],
        },
        "display_text_range": ["0", "140"],
        "favorite_count": "0",
        "id_str": post_id,
        "truncated": False,
        "retweet_count": "0",
        "id": post_id,
        "possibly_sensitive": False,
        "created_at": at.strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "favorited": False,
        "full_text": f"RT @account_{other}: {words}" if repost else words,
        "lang": "en",
    }


if __name__ == "__main__":
    main()
