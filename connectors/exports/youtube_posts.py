"""What a channel published itself: videos with their descriptions, posts, and links in comments.

``videos.csv`` has a column only for what is filled in, so that columns are told by a word in
their names; ``video texts.csv`` holds long texts in numbered pieces.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from connectors.collected import OwnAccount
from connectors.columns import Acts, Block
from connectors.exports.youtube_segments import read_segments
from connectors.exports.youtube_values import latest, moment, video_of, watch
from connectors.post_columns import PostColumns
from connectors.records import Outcome, Row

NOT_A_POST = "without the id of a video, a post or a comment"
TWICE = "the same post twice"
JOINED = "the text of a video that stands in another file"
TITLE = re.compile(r"tit(?:le|el|lu|ul|re|olo|ulo)|t[ií]tul|pavadinim")
_DESCRIPTION = re.compile(r"descri|beschr(?:ei|ij)|apraš")
_LANGUAGE = re.compile(r"langu|limba|kalba|idioma|taal|sprache|langue|lingua")
_PRIVACY = re.compile(r"^(?:priva|confiden|datenschutz)")
_HIDDEN = re.compile(r"priv|unlist|draft|no listad|nelist|neįtrauk|verborgen|nicht gelist")
_TEXT = re.compile(r"text|tekst|metin")
_ID = re.compile(r"Ug[\w-]+(?:\.[\w-]+)?", re.ASCII)
Cells = Mapping[str, str]
Columns = Mapping[str, Sequence[str]]


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

    def videos(self, block: Block) -> Acts:
        """Read rows of the videos: a post, and a link for each address in its description."""
        columns: Columns = block.records.columns
        ids = [video_of(cell) for cell in next(iter(columns.values()), ())]
        reported: Counter[str] = Counter()
        places: list[int] = []
        for place, hidden in enumerate(_hidden(columns, len(ids))):
            reason = self._set_aside(ids[place], hidden)
            if reason:
                reported[reason] += 1
            else:
                places.append(place)
        texts = [self._joined(ids[place], own) for place, own in _own_texts(columns, places)]
        read = [read_segments(text) for text in texts]
        links = [(n, link) for n, (_, found) in enumerate(read) for link in found]
        posts = PostColumns(
            places,
            {
                "post_id": [ids[place] for place in places],
                "post_url": [watch(ids[place] or "") for place in places],
                "text": [text or None for text, _ in read],
            },
        )
        rows = [
            posts.rows(range(len(places)), {"kind": "post"}),
            posts.rows([n for n, _ in links], {"kind": "link", "url": [one for _, one in links]}),
        ]
        shared = {
            **self._base,
            "evidence": block.evidence,
            "happened_at": latest(columns.values(), len(ids)),
        }
        return Acts(rows, shared, reported)

    def _set_aside(self, video: str | None, hidden: bool) -> str:
        """Give the reason why a video is not read; empty where it is."""
        if video is None:
            return NOT_A_POST
        again = video in self._seen
        self._seen.add(video)
        if hidden:
            return "not public: private, unlisted or a draft"
        return TWICE if again else ""

    def _joined(self, video: str | None, own: str) -> str:
        known = self._texts.get(video or "", "")
        return own if known in own else "\n".join(filter(None, [own, known]))

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
            return TWICE
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
    ((_, text),) = _own_texts({name: [cell] for name, cell in cells.items()}, [0])
    return text


def _own_texts(columns: Columns, places: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Give for each row named its place and what ``_own_text`` says."""
    parts = {part: _named(columns, part) for part in ("title", "description", "marked")}
    for place in places:
        title, description, marked = (
            [cells[place].strip() for cells in found] for found in parts.values()
        )
        told = "\n".join(filter(None, ["".join(title), "".join(description)]))
        yield place, told or "\n".join(one for one in marked if one and not one.isdigit())


def _named(columns: Columns, part: str) -> list[Sequence[str]]:
    return [cells for name, cells in columns.items() if _part(name) == part]


def _hidden(columns: Columns, count: int) -> list[bool]:
    """Tell for each row whether it says that not everybody may see the video."""
    hidden = [False] * count
    for cells in _named(columns, "privacy"):
        words = {word for word in set(cells) if _HIDDEN.search(word.casefold())}
        hidden = [before or cell in words for before, cell in zip(hidden, cells, strict=True)]
    return hidden


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
