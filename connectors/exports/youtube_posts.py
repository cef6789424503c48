"""What a channel published itself: videos with their descriptions, posts, and links in comments.

``videos.csv`` has a column only for what is filled in, so that columns are told by a word in
their names; ``video texts.csv`` holds long texts in numbered pieces.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache

from connectors.collected import OwnAccount
from connectors.exports.youtube_segments import read_segments
from connectors.exports.youtube_values import moment, video_of, watch
from connectors.records import Outcome, Row

NOT_A_POST = "without the id of a video, a post or a comment"
JOINED = "the text of a video that stands in another file"
TITLE = re.compile(r"tit(?:le|el|lu|ul|re|olo|ulo)|t[ií]tul|pavadinim")
_DESCRIPTION = re.compile(r"descri|beschr(?:ei|ij)|apraš")
_LANGUAGE = re.compile(r"langu|limba|kalba|idioma|taal|sprache|langue|lingua")
_PRIVACY = re.compile(r"^(?:priva|confiden|datenschutz)")
_HIDDEN = re.compile(r"priv|unlist|draft|no listad|nelist|neįtrauk|verborgen|nicht gelist")
_TEXT = re.compile(r"text|tekst|metin")
_ID = re.compile(r"Ug[\w-]+(?:\.[\w-]+)?", re.ASCII)
Cells = Mapping[str, str]


class Posts:
    """Reads what is the channel's own, each video, post and comment once."""

    def __init__(self, account: OwnAccount, agency_account: str) -> None:
        self._base = {"platform": account.platform, "agency_account": agency_account}
        self._seen: set[str] = set()
        self._texts: dict[str, str] = {}

    def learn_texts(self, records: Iterable[Cells]) -> None:
        """Keep the long texts of videos, for the rows of the videos themselves."""
        for cells in records:
            video = _video(cells)
            if video:
                self._texts.setdefault(video, _own_text(cells))

    def video(self, record: object, evidence: str) -> Outcome:
        """Read a row of the videos: a post, and a link for each address in its description."""
        cells = _cells(record)
        video = _video(cells)
        if video is None:
            return NOT_A_POST
        if any(_part(one) == "privacy" and _HIDDEN.search(cells[one].casefold()) for one in cells):
            self._seen.add(video)
            return "not public: private, unlisted or a draft"
        known = self._texts.get(video, "")
        own = _own_text(cells)
        text = own if known in own else "\n".join(filter(None, [own, known]))
        return self._published(video, watch(video), text, _latest(cells), evidence)

    def text(self, record: object, evidence: str) -> Outcome:
        """Read a row of the texts whose video stands in no other file."""
        cells = _cells(record)
        video = _video(cells)
        if video is None:
            return NOT_A_POST
        if video in self._seen:
            return JOINED
        return self._published(video, watch(video), _own_text(cells), None, evidence)

    def post(self, record: object, evidence: str) -> Outcome:
        """Read a post on the channel's own page."""
        cells = _cells(record)
        post = _id(cells)
        if post is None:
            return NOT_A_POST
        address = f"https://www.youtube.com/post/{post}"
        return self._published(post, address, _written(cells), _latest(cells), evidence)

    def comment(self, record: object, evidence: str) -> Outcome:
        """Read a comment: an answer to somebody, of which only the links count."""
        cells = _cells(record)
        comment = _id(cells)
        if comment is None:
            return NOT_A_POST
        video = next(filter(None, map(video_of, cells.values())), None)
        address = f"{watch(video)}&lc={comment}" if video else None
        made = self._published(comment, address, _written(cells), _latest(cells), evidence)
        links = made if isinstance(made, str) else made[1:]
        return links or "a comment without a link"

    def _published(
        self, key: str, address: str | None, cell: str, time: datetime | None, evidence: str
    ) -> Outcome:
        if key in self._seen:
            return "the same post twice"
        self._seen.add(key)
        text, links = read_segments(cell)
        ours: Row = {
            **self._base,
            "kind": "post",
            "post_id": key,
            "post_url": address,
            "text": text or None,
            "happened_at": time,
            "evidence": evidence,
        }
        return [ours, *({**ours, "kind": "link", "url": link} for link in links)]


def _cells(record: object) -> Cells:
    return record if isinstance(record, Mapping) else {}


def _video(cells: Cells) -> str | None:
    return video_of(next(iter(cells.values()), ""))


def _id(cells: Cells) -> str | None:
    return next((cell.strip() for cell in cells.values() if _ID.fullmatch(cell.strip())), None)


def _latest(cells: Cells) -> datetime | None:
    """Give the last of the times of a row: a video is published after it was made."""
    return max(filter(None, map(moment, cells.values())), default=None)


def _own_text(cells: Cells) -> str:
    """Give title and description, or in a language not known all columns that may be either."""
    found: dict[str, list[str]] = {}
    for name, cell in cells.items():
        found.setdefault(_part(name), []).append(cell.strip())
    parts = ["".join(found.get(part, ())) for part in ("title", "description")]
    marked = [cell for cell in found.get("marked", ()) if not cell.isdigit()]
    return "\n".join(filter(None, parts)) or "\n".join(filter(None, marked))


@lru_cache(maxsize=1_000)
def _part(name: str) -> str:
    """Tell what a column of the videos holds, by its name in lower case."""
    if _LANGUAGE.search(name):
        return ""
    if TITLE.search(name):
        return "title"
    if _DESCRIPTION.search(name):
        return "description"
    if _PRIVACY.match(name):
        return "privacy"
    return "marked" if "(" in name else ""


def _written(cells: Cells) -> str:
    """Give the cell with the text: JSON, or else by the name of its column, or else the last."""
    json = [cell for cell in cells.values() if cell.lstrip().startswith('{"')]
    named = [cell for name, cell in cells.items() if _TEXT.search(name)]
    return next(iter([*json, *named, *reversed(list(cells.values()))]), "").strip()
