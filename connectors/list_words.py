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
_ACT = (
    r"(?:follow|subscrib|lik(?:e|ing)|shar(?:e|ing)|re-?post|re-?tweet|boost|quot|favou?rit|"
    r"link|post)"
)
# What says that an act is over or never was; Not-for-profit, Former MP and the UN are none of it.
_UNDONE = re.compile(
    rf"\b(?:un-? ?(?:{_ACT}|subscri|friend)\w*|removed?|deleted?|blocked|muted|withdrawn|"
    rf"(?:not|never|no longer|no more|(?:do|did|does|is|are)n['’]?t|stopp?e?d?|ceased?|ended|"
    rf"formerly|previously|used to)(?: \w+)? {_ACT}\w*)\b|^(?:no|none|nil)$",
    re.IGNORECASE,
)


def platforms_named(text: str) -> tuple[str, ...]:
    """Give the platforms that a text names, as in ``X (Twitter)``; empty where it names none."""
    return tuple(name for name, words in _PLATFORM_WORDS.items() if words.search(text))


def kind_named(text: str) -> str:
    """Give the kind that a text names; a word that names none means a follow."""
    return next((kind for kind, words in _KINDS if words.search(text)), "follow")


def undone(text: str) -> str:
    """Give the words by which a text says that the agency does not do so, or no longer."""
    match = _UNDONE.search(text)
    return match[0].casefold() if match else ""
