"""The activities of a Mastodon outbox and the likes, as rows.

ActivityStreams: ``Create`` holds a post of our own, ``Announce`` the URI of a boosted post, with
its author's URI first in ``cc``; likes are the URIs of the liked posts, without dates.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import compress

from connectors.collected import OwnAccount
from connectors.columns import Acts, Block, Rows, Values, first_of_each
from connectors.exports.mastodon_known import Known
from connectors.exports.mastodon_notes import (
    Json,
    Target,
    boosted_by,
    cards_of,
    is_public,
    quoted_by,
)
from connectors.exports.mastodon_uris import is_web, page_of
from connectors.html_text import HtmlText, read_html
from connectors.mastodon_rows import ANSWERS_ALONE, NOT_PUBLIC, links_of, on_our_thread, text_of
from connectors.post_columns import PostColumns
from connectors.profile_form import Profile
from connectors.times import iso_times

NOT_A_RECORD = "not a record of the form that Mastodon writes"
_NONE = Target(None, None)
# A record with its place in its block.
_Found = Sequence[tuple[int, Json]]


class Posts:
    """Reads activities and likes; ``profiles`` holds the accounts that they name."""

    def __init__(self, account: OwnAccount, agency_account: str, known: Known) -> None:
        self._platform, self._agency_account = account.platform, agency_account
        self._known = known
        self._seen: dict[str, set[str]] = defaultdict(set)
        self.profiles: dict[str, Profile] = {}

    def likes(self, block: Block) -> Acts:
        """Read likes: each the URI of a post, as text or as ``id`` of an object."""
        uris = [one.get("id") if isinstance(one, dict) else one for one in block.records]
        known = [place for place, uri in enumerate(uris) if is_web(uri)]
        first = first_of_each([uris[place] for place in known], self._seen["like"])
        places = list(compress(known, first))
        columns = self._targets([Target(uris[place], None) for place in places])
        reported = {
            NOT_A_RECORD: len(uris) - len(known),
            "the same like twice": len(known) - len(places),
        }
        return Acts([Rows(places, {"kind": "like", **columns})], self._shared(block), reported)

    def activities(self, block: Block) -> Acts:
        """Read activities of the outbox; what not everybody may see is not read."""
        reported: Counter[str] = Counter()
        boosts: list[tuple[int, Json]] = []
        posts: list[tuple[int, Json]] = []
        for place, record in enumerate(block.records):
            reason = self._set_aside(record)
            if reason:
                reported[reason] += 1
            else:
                (boosts if record["type"] == "Announce" else posts).append((place, record))
        rows = [self._boosts(boosts, reported), *self._posts(posts, reported)]
        return Acts(rows, self._shared(block), reported)

    def _set_aside(self, record: object) -> str:
        """Give the reason why an activity is not read; empty where it is."""
        if not isinstance(record, dict):
            return NOT_A_RECORD
        kind, uri = record.get("type"), record.get("id")
        if kind not in ("Create", "Announce"):
            return f"an activity of the type {str(kind)[:40]}"
        if not is_public(record):
            return NOT_PUBLIC
        if isinstance(uri, str) and uri in self._seen[kind]:
            return "the same post twice"
        if isinstance(uri, str):
            self._seen[kind].add(uri)
        return ""

    def _boosts(self, found: _Found, reported: Counter[str]) -> Rows:
        known = [(*one, target) for one in found if (target := boosted_by(one[1]))]
        reported[NOT_A_RECORD] += len(found) - len(known)
        columns = {
            "kind": "repost",
            "happened_at": iso_times([record.get("published") for _, record, _ in known]),
            **self._targets([target for *_, target in known]),
        }
        return Rows([place for place, *_ in known], columns)

    def _posts(self, found: _Found, reported: Counter[str]) -> Sequence[Rows]:
        given = [one for one in found if isinstance(one[1].get("object"), dict)]
        notes: list[Json] = [record["object"] for _, record in given]
        contents = [read_html(_text(note.get("content")) or "") for note in notes]
        own = [n for n, note in enumerate(notes) if self._goes_on(note, contents[n])]
        quotes = {n: target for n, note in enumerate(notes) if (target := quoted_by(note))}
        links = [
            (n, link)
            for n, note in enumerate(notes)
            if contents[n].links or note.get("attachment")
            for link in links_of(contents[n], cards_of(note), quotes.get(n, _NONE).uri)
        ]
        linking = [n for n, _ in links]
        reported[NOT_A_RECORD] += len(found) - len(given)
        reported[ANSWERS_ALONE] += len(notes) - len({*own, *linking, *quotes})
        posts = PostColumns([place for place, _ in given], _columns(given, contents))
        return [
            posts.rows(own, {"kind": "post"}),
            posts.rows(linking, {"kind": "link", "url": [link for _, link in links]}),
            posts.rows(list(quotes), {"kind": "quote", **self._targets(list(quotes.values()))}),
        ]

    def _goes_on(self, note: Json, content: HtmlText) -> bool:
        """Tell a post that replies to nobody, or to ourselves and does not begin with a name."""
        replied = note.get("inReplyTo")
        if not replied:
            return True
        author = self._known.account_of(replied) if is_web(replied) else None
        ours = author is not None and author.account_id == self._agency_account
        return ours and on_our_thread(content.text)

    def _targets(self, targets: Sequence[Target]) -> dict[str, Values]:
        """Give the columns of acts on posts, which are gone where they have no URI."""
        authors = [self._author(uri, actor) if uri else None for uri, actor in targets]
        uris = [uri for uri, _ in targets]
        reasons = [
            None if author else "not_in_export" if uri else "deleted"
            for uri, author in zip(uris, authors, strict=True)
        ]
        post = {"post_id": uris, "post_url": [uri and page_of(uri) for uri in uris]}
        return {**post, "account_id": authors, "unknown_reason": reasons}

    def _author(self, uri: str, actor: object) -> str | None:
        profile = self._known.account_of(uri, actor)
        if profile is None:
            return None
        self.profiles.setdefault(profile.account_id, profile)
        return profile.account_id

    def _shared(self, block: Block) -> dict[str, Values]:
        return {
            "platform": self._platform,
            "agency_account": self._agency_account,
            "evidence": block.evidence,
        }


def _columns(given: _Found, contents: Sequence[HtmlText]) -> dict[str, Values]:
    notes = [record["object"] for _, record in given]
    ids = [_text(note.get("id")) for note in notes]
    published = [
        record["object"].get("published") or record.get("published") for _, record in given
    ]
    return {
        "post_id": ids,
        "post_url": [
            _text(note.get("url")) or (uri and page_of(uri))
            for note, uri in zip(notes, ids, strict=True)
        ],
        "text": [
            text_of(note.get("summary"), content)
            for note, content in zip(notes, contents, strict=True)
        ],
        "happened_at": iso_times(published),
    }


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
