"""One post of an X archive: what kind it is, and the record that X writes for it."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from make_account import Account

_EPOCH_MS = 1_288_834_974_657
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ROWS = {"post": ["post"], "repost": ["repost"], "quote": ["post", "quote"], "reply": []}
_LONGEST_REPOST = 140


@dataclass(frozen=True)
class Tweet:
    """A post to be written: ``kind`` is post, repost, quote or reply; ``other`` whom it is about.

    ``target`` is the id of the post that is quoted or answered; ``moment`` and ``number`` are
    given last, by ``at``.
    """

    kind: str
    text: str
    other: Account | None = None
    links: tuple[str, ...] = ()
    target: str = ""
    moment: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    number: int = 0

    def at(self, moment: datetime, number: int) -> "Tweet":
        """Give the same post with its time and its place in the archive."""
        return replace(self, moment=moment, number=number)

    def rows(self) -> list[str]:
        """Give the kinds of the rows that this post must yield."""
        return [*_ROWS[self.kind], *("link" for _ in self.links)]


def repost(text: str, other: Account, links: tuple[str, ...]) -> Tweet:
    """Give a repost as X keeps it: cut to 140 letters, and then without its links."""
    whole = f"RT @{other.x_handle}: {text}"
    if len(whole) <= _LONGEST_REPOST:
        return Tweet("repost", whole, other, links)
    return Tweet("repost", whole[: _LONGEST_REPOST - 1] + "…", other)


def snowflake(moment: datetime, number: int) -> str:
    """Give an id whose upper bits are the time, as X counts it, and whose lower are a number."""
    milliseconds = round(moment.timestamp() * 1000) - _EPOCH_MS
    return str((milliseconds << 22) + number)


def tweet_record(tweet: Tweet) -> Mapping[str, object]:
    """Give the record under ``tweet``: numbers are text, and texts are escaped for HTML."""
    post_id = snowflake(tweet.moment, tweet.number)
    links = list(tweet.links)
    if tweet.kind == "quote" and tweet.other:
        links.append(f"https://x.com/{tweet.other.x_handle}/status/{tweet.target}")
    short = [f"https://t.co/tauira{tweet.number:03}{place}" for place in range(len(links))]
    record = {
        "id_str": post_id,
        "id": post_id,
        "created_at": _created_at(tweet.moment),
        "full_text": html.escape(" ".join([tweet.text, *short]), quote=False),
        "lang": "en",
        "retweeted": False,
        "favorited": False,
        "truncated": False,
        "favorite_count": "3",
        "retweet_count": "1",
        "entities": {
            "hashtags": [],
            "symbols": [],
            "user_mentions": [_mention(tweet)] if tweet.kind in ("repost", "reply") else [],
            "urls": [
                {"url": url, "expanded_url": link, "display_url": link.removeprefix("https://")}
                for url, link in zip(short, links, strict=True)
            ],
        },
    }
    return {**record, **_answered(tweet)}


def _mention(tweet: Tweet) -> Mapping[str, object]:
    other = tweet.other
    if other is None:
        return {}
    start = 3 if tweet.kind == "repost" else 0
    return {
        "name": other.name,
        "screen_name": other.x_handle,
        "indices": [str(start), str(start + len(other.x_handle) + 1)],
        "id_str": other.x_id,
        "id": other.x_id,
    }


def _answered(tweet: Tweet) -> Mapping[str, object]:
    if tweet.kind != "reply" or tweet.other is None:
        return {}
    return {
        "in_reply_to_status_id_str": tweet.target,
        "in_reply_to_user_id_str": tweet.other.x_id,
        "in_reply_to_screen_name": tweet.other.x_handle,
    }


def _created_at(moment: datetime) -> str:
    # strftime writes the names of days and months in the language of the machine.
    return (
        f"{_DAYS[moment.weekday()]} {_MONTHS[moment.month - 1]} {moment.day:02} "
        f"{moment:%H:%M:%S} +0000 {moment.year}"
    )
