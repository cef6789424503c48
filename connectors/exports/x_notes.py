"""Posts of more than 280 characters: note-tweet.js holds them whole, tweets.js their beginning.

``{"noteTweet": {"noteTweetId", "createdAt", "core": {"text", "urls": [{"shortUrl",
"expandedUrl"}]}}}``. The file does not say which post a long text belongs to; both are made in the
same second and begin alike.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from connectors.collected import OwnAccount, Tally
from connectors.exports.x_reading import FileRead
from connectors.exports.x_values import Record, numeric_id, text_of
from connectors.records import NOT_ASKED_FOR, Outcome
from connectors.times import iso_time

UNTIED = "a long post that could not be tied to one post"
_GIVES = ("link", "post", "quote")
_SAME_TIME = timedelta(seconds=60)
_BEGINNING = 40
_ADDRESS = re.compile(r"https?://\S+")
_NAMED_FIRST = re.compile(r"(?:@\w+\s+)+", re.ASCII)


@dataclass(frozen=True)
class Note:
    """One long post: its text, the addresses in it, and the file and record it stands in."""

    file: str
    place: str
    at: datetime | None
    text: str
    urls: tuple[str, ...]


@dataclass
class Notes:
    """Collects the long posts, then ties each to the one post that it can be of."""

    _by_id: dict[str, Note] = field(default_factory=dict)
    _by_beginning: dict[str, list[Note]] = field(default_factory=dict)
    _tied: set[str] = field(default_factory=set)
    tied_in: Counter[str] = field(default_factory=Counter)

    def note(self, record: object, evidence: str) -> Outcome:
        """Read a record of note-tweet.js; it gives no row, and is untied until its post is met."""
        inner = record.get("noteTweet") if isinstance(record, dict) else None
        core = inner.get("core") if isinstance(inner, dict) else None
        if not isinstance(inner, dict) or not isinstance(core, dict):
            return "not readable: not a record"
        text = text_of(core.get("text"))
        if text is None:
            return "not readable: no text"
        ids = [numeric_id(inner.get(name)) for name in ("noteTweetId", "tweetId")]
        if ids[0] in self._by_id:
            return "the same long post twice"
        file = evidence.rpartition(", record ")[0]
        note = Note(file, evidence, iso_time(inner.get("createdAt")), text, _urls(core))
        self._by_id.update({one: note for one in ids if one})
        self._by_beginning.setdefault(_compared(text)[:_BEGINNING], []).append(note)
        return UNTIED

    def of(self, post_id: str, at: datetime | None, text: str | None) -> Note | None:
        """Give the long post that a post begins; None where none can be it, or more than one."""
        if not self._by_beginning:
            return None
        note = self._by_id.get(post_id) or self._alike(at, _compared(text or ""))
        if note is None or note.place in self._tied:
            return None
        self._tied.add(note.place)
        self.tied_in[note.file] += 1
        return note

    def _alike(self, at: datetime | None, shown: str) -> Note | None:
        if at is None or len(shown) < _BEGINNING:
            return None
        found = [
            note
            for note in self._by_beginning.get(shown[:_BEGINNING], ())
            if note.at
            and abs(note.at - at) <= _SAME_TIME
            and _compared(note.text).startswith(shown)
        ]
        return found[0] if len(found) == 1 else None

    def settled(self, files: Sequence[FileRead], account: OwnAccount) -> tuple[FileRead, ...]:
        """Count in the tally of each file what was tied to a post since as kept."""
        asked = any(map(account.wants, _GIVES))
        return tuple(self._settled(file, asked=asked) for file in files)

    def _settled(self, file: FileRead, *, asked: bool) -> FileRead:
        if file.tally is None:
            return file
        reported = dict(file.tally.reported)
        found = reported.pop(UNTIED, 0)
        kept = self.tied_in[file.tally.source] if asked else 0
        if found > kept:
            reported[UNTIED if asked else NOT_ASKED_FOR] = found - kept
        tally = Tally(file.tally.source, file.tally.records, kept, dict(sorted(reported.items())))
        return replace(file, tally=tally)


def _compared(text: str) -> str:
    """Give what two forms of one post share: without addresses, names in front, and the cut."""
    without = " ".join(_ADDRESS.sub(" ", text).split())
    named = _NAMED_FIRST.match(without)
    return without[named.end() if named else 0 :].rstrip("… ")


def _urls(core: Record) -> tuple[str, ...]:
    listed = core.get("urls")
    urls = listed if isinstance(listed, list) else []
    found = (one.get("expandedUrl") or one.get("shortUrl") for one in urls if isinstance(one, dict))
    return tuple(url for url in found if isinstance(url, str) and url)
