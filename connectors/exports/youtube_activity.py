"""My Activity: what the account did on YouTube, each entry a sentence in the account's language.

``[{header, title, titleUrl, subtitles: [{name, url}], time, products}]``; the verb at the start
of ``title`` tells a like from a video that was only watched.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from connectors.columns import Acts, Block
from connectors.exports.youtube_likes import Liked, Likes
from connectors.exports.youtube_values import channel_in, moment

NOT_AN_ENTRY = "not an entry of the form that Google writes"
UNKNOWN_WORDS = "in words that are not known here"
_LIKED = "liked "
_SUBSCRIBED = "subscribed to "
_WATCHED = "watched or viewed, which endorses nothing"
_SEARCHED = "searched for"
_OTHER = "another activity than a like or a subscription"
# English from Google; the others as public importers of watch histories have met them.
_BEGINNINGS: Mapping[str, str] = {
    **dict.fromkeys(("watched ", "viewed ", "visited ", "played ", "listened to "), _WATCHED),
    **dict.fromkeys(
        ("has visto ", "viste ", "vous avez regardé ", "vous avez consulté "), _WATCHED
    ),
    **dict.fromkeys(("hai guardato ", "hai visualizzato ", "obejrzano", "assistiu "), _WATCHED),
    **dict.fromkeys(("ați vizionat ", "ai vizionat ", "bekeken ", "angesehen: "), _WATCHED),
    **dict.fromkeys(("searched for ", "buscaste ", "has buscado ", "pesquisou por "), _SEARCHED),
    **dict.fromkeys(("vous avez recherché ", "hai cercato ", "gezocht naar "), _SEARCHED),
    **dict.fromkeys(("disliked ", "unsubscribed from ", "removed ", "dismissed "), _OTHER),
    **dict.fromkeys(("commented ", "voted ", "saved ", "added ", "used ", "answered "), _OTHER),
}
_ENDINGS = {" angesehen": _WATCHED, " gesucht": _SEARCHED}
_AT_THE_END = tuple(_ENDINGS)


class Activity:
    """Reads entries; ``since`` holds, by channel id, when it was last subscribed to."""

    def __init__(self, likes: Likes) -> None:
        self._likes = likes
        self.since: dict[str, datetime] = {}

    def entries(self, block: Block) -> Acts:
        """Read entries: a like gives a row, all others are counted by what they are."""
        reported: Counter[str] = Counter()
        liked: list[Liked] = []
        for place, record in enumerate(block.records):
            title, reason = self._entry(record)
            if reason:
                reported[reason] += 1
            else:
                liked.append(Liked(place, record, title))
        rows = self._likes.entries(liked, reported)
        return Acts([rows], {"evidence": block.evidence}, reported)

    def _entry(self, record: object) -> tuple[str, str]:
        """Give what was liked, or an empty text and what else the entry is."""
        title = record.get("title") if isinstance(record, dict) else None
        if not isinstance(record, dict) or not isinstance(title, str) or not title.strip():
            return "", NOT_AN_ENTRY
        if _of_another_service(record.get("products")):
            return "", "in another service of Google"
        said = title.strip()
        spoken = said.casefold().replace("\u00a0", " ")
        if spoken.startswith(_LIKED) and not spoken.endswith(_AT_THE_END):
            return said[len(_LIKED) :].strip(), ""
        if spoken.startswith(_SUBSCRIBED):
            return "", self._subscribed(record.get("titleUrl"), moment(record.get("time")))
        return "", _what(spoken)

    def _subscribed(self, address: object, time: datetime | None) -> str:
        channel = channel_in(address)
        if channel and time:
            self.since[channel] = max(time, self.since.get(channel, time))
        return "a subscription, which dates the list of subscriptions"


def _of_another_service(products: object) -> bool:
    if not isinstance(products, list) or not products or products == ["YouTube"]:
        return False
    return not any("YouTube" in str(product) for product in products)


def _what(spoken: str) -> str:
    endings = (what for ending, what in _ENDINGS.items() if spoken.endswith(ending))
    beginnings = (what for start, what in _BEGINNINGS.items() if spoken.startswith(start))
    return next(endings, None) or next(beginnings, UNKNOWN_WORDS)
