"""How numbers, dates and names are written for people: New Zealand English, no ordinals."""

from collections.abc import Sequence
from datetime import date

from connectors import frames, handles

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
_NEARLY_ALWAYS, _NEARLY_NEVER = 0.99, 0.001
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

PLATFORM_NAMES = frames.PLATFORM_NAMES
at_handle = handles.at_handle
KIND_NOUNS = {
    "follow": ("follow", "follows"),
    "like": ("like", "likes"),
    "repost": ("repost", "reposts"),
    "quote": ("quote", "quotes"),
    "link": ("link", "links"),
    "post": ("post", "posts"),
}
ELECTION_NAMES = {"pre-election": "pre-election period", "regulated": "regulated period"}
VERDICT_WORDS = {
    "none": "No politicians found",
    "too_few": "Too few to tell",
    "no_sign": "No sign of imbalance beyond luck",
    "uneven": "Worth a look",
    "strongly_uneven": "Needs an explanation",
    "not_assessable": "Not assessable",
}


def day(value: date) -> str:
    """Write a date as people do: 30 October 2026."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def day_as_written(value: str) -> str:
    """Write an ISO date for people; other text stays as it is."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


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


def listing(items: Sequence[str], last: str = "and") -> str:
    """Join items as a sentence does: a, b and c; ``last`` is the word before the last one."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def per_cent(share: float) -> str:
    """Write a share of 0 to 1 in whole per cents: 32 per cent, less than 1 per cent."""
    if 0 < share < 0.005:
        return "less than 1 per cent"
    return f"{_whole(100 * share)} per cent"


def odds(p: float) -> str:
    """Write how often something happens: about 98 times in 100, about once in 80 times."""
    if p >= _NEARLY_ALWAYS:
        return "more than 99 times in 100"
    if p < _NEARLY_NEVER:
        return "less than once in 1,000 times"
    if p >= 0.1:
        return f"about {_whole(100 * p)} times in 100"
    once_in = 1 / p
    step = 1 if once_in < 20 else 5 if once_in < 50 else 10 if once_in < 100 else 50
    return f"about once in {_whole(once_in / step) * step:,} times"


def chance(p: float) -> str:
    """Write a chance for a bracket: 44 in 100, 1 in 200, less than 1 in 1,000."""
    if _NEARLY_NEVER <= p < 0.01:
        return f"1 in {_whole(0.02 / p) * 50:,}"
    return _in_hundred(p)


def _in_hundred(p: float) -> str:
    if p >= _NEARLY_ALWAYS:
        return "more than 99 in 100"
    return "less than 1 in 1,000" if p < _NEARLY_NEVER else f"{_whole(100 * p)} in 100"


def _whole(value: float) -> int:
    """Round half up, as people do."""
    return int(value + 0.5)


def platform_name(platform: str) -> str:
    """Write a platform's name as it writes itself."""
    return PLATFORM_NAMES.get(platform, platform)


def own_account(platform: str, handle: str) -> str:
    """Write one of our own accounts: @example_govt on X."""
    return f"{at_handle(platform, handle)} on {platform_name(platform)}"
