"""The words people use in a list for a platform and for what the agency did."""

import re

_PLATFORMS = {
    "x": r"x|twitter|tweets?",
    "mastodon": r"mastodon|fediverse",
    "bluesky": r"blue ?sky|bsky",
    "youtube": r"you ?tube|yt",
    "facebook": r"face ?book|fb",
    "instagram": r"instagram|insta|ig",
    "threads": r"threads",
    "linkedin": r"linked ?in",
    "tiktok": r"tik ?tok",
}
_PLATFORM_WORDS = {
    platform: re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE)
    for platform, words in _PLATFORMS.items()
}
# In this order; any other word, such as Page or Politician, says what is followed.
_KINDS = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        ("follow", r"follow\w*|subscri\w+"),
        ("quote", r"quot\w+"),
        ("link", r"links?|linked|urls?"),
        ("repost", r"re-?post\w*|re-?tweet\w*|rt|boost\w*|reblog\w*|share[sd]?"),
        ("like", r"like[sd]?|favou?rite[sd]?|reaction"),
        ("post", r"(?:own )?post(?:ed|s)?|(?:own )?tweet(?:ed|s)?"),
    )
)


def platforms_named(text: str) -> tuple[str, ...]:
    """Give the platforms that a text names, as in ``X (Twitter)``; empty where it names none."""
    return tuple(name for name, words in _PLATFORM_WORDS.items() if words.search(text))


def kind_named(text: str) -> str:
    """Give the kind that a text names; a word that names none means a follow."""
    return next((kind for kind, words in _KINDS if words.search(text)), "follow")
