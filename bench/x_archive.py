"""Makes an invented X archive of any size, with posts, reposts and links as X writes them."""

import json
import random
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

_PART = 100_000_000
_WORDS = ("road", "tree", "river", "school", "notice", "water", "island", "report", "open", "today")
_START = datetime(2012, 1, 1, tzinfo=UTC)
_MINUTES = 10 * 365 * 24 * 60


def write_archive(path: Path, size: int, reposts: float = 0.3, links: float = 0.5) -> int:
    """Write an archive with about ``size`` bytes of tweets and give the bytes of JSON in it.

    ``reposts`` and ``links`` are the shares of posts that are a repost and that hold a link.
    """
    made, number, posts = 0, 0, _posts(reposts, links)
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


def _posts(reposts: float, links: float) -> Iterator[bytes]:
    dice = random.Random(1)  # noqa: S311 - an invented archive, no secret
    while True:
        # X does not write posts in the order of their time
        at = _START + timedelta(minutes=dice.randrange(_MINUTES))
        post = _post(dice, at, repost=dice.random() < reposts, linked=dice.random() < links)
        yield json.dumps({"tweet": post}, indent=2).encode()


def _post(dice: random.Random, at: datetime, *, repost: bool, linked: bool) -> dict[str, object]:
    post_id, other = str(dice.randrange(10**18, 2 * 10**18)), dice.randrange(20_000)
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
