"""How numbers, dates and names are written for people: New Zealand English, no ordinals."""

from collections.abc import Sequence
from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

PLATFORM_NAMES = {
    "x": "X",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "youtube": "YouTube",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "threads": "Threads",
    "linkedin": "LinkedIn",
    "tiktok": "TikTok",
}
KIND_NOUNS = {
    "follow": ("follow", "follows"),
    "like": ("like", "likes"),
    "repost": ("repost", "reposts"),
    "quote": ("quote", "quotes"),
    "link": ("link", "links"),
    "post": ("post", "posts"),
}


def day(value: date) -> str:
    """Write a date as people do: 30 October 2026."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def month(value: date) -> str:
    """Write the month of a date: October."""
    return _MONTHS[value.month - 1]


def weekday(value: date) -> str:
    """Write a date with its day of the week: Friday 30 October 2026."""
    return f"{_DAYS[value.weekday()]} {day(value)}"


def count(number: int, singular: str, plural: str = "") -> str:
    """Write a count with its noun: 1 item, 1,284 items."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def in_words(number: int) -> str:
    """Write a small number in words and a larger one in figures: three, 12, 1,284."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def listing(items: Sequence[str]) -> str:
    """Join items as a sentence does: a, b and c."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
