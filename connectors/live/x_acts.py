"""One user or post of X API v2 as rows, or the reason why it gives none.

Read as an archive's records are (connectors/exports/x_posts.py); but the API says which posts are
reposts and quotes, and gives the originals. A repost's own links are cut off with its text, so
they are read from the original.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from connectors.exports.x_posts import NO_ID
from connectors.exports.x_threads import replies_to_another
from connectors.exports.x_values import made_at, numeric_id, status_link, text_of
from connectors.live.x_known import Known
from connectors.lookup.answers import Record, part, records, text
from connectors.records import Outcome, Row
from connectors.times import iso_time

REPLY = "a reply without a link or quote"
_REPOST = re.compile(r"RT @(\w{1,15}): ", re.ASCII)


@dataclass(frozen=True)
class Acts:
    """Turns the users and posts of pages into rows, each with the evidence of its place."""

    agency_account: str
    handle: str
    known: Known

    def follow(self, user: Record, evidence: str) -> Outcome:
        """Read a user that we follow: X gives no date."""
        number = numeric_id(user.get("id"))
        return [self._row("follow", evidence, account_id=number)] if number else NO_ID

    def like(self, post: Record, evidence: str) -> Outcome:
        """Read a post that we like: X gives no date of the like."""
        number = numeric_id(post.get("id"))
        if number is None:
            return NO_ID
        target = self._target(number, post)
        return [self._row("like", evidence, **target, text=whole_text(post))]

    def post(self, post: Record, evidence: str) -> Outcome:
        """Read a post of our own: a repost with its links, or a post with its quotes and links."""
        number = numeric_id(post.get("id"))
        if number is None:
            return NO_ID
        ours = self._row(
            "post",
            f"{evidence} (post {number})",
            post_id=number,
            post_url=self._url(number, self.handle),
            text=whole_text(post),
            happened_at=iso_time(post.get("created_at")) or made_at(number),
        )
        reposted = referenced(post, "retweeted")
        if reposted:
            return list(self._repost(post, reposted, ours))
        named = _named_first(post)
        if named:
            return list(self._repost_by_text(post, named, ours))
        targets = list(self._targets(post, ours))
        if self._answers_another(post):
            return targets or REPLY
        return [ours, *targets]

    def _repost(self, post: Record, number: str, ours: Row) -> Iterator[Row]:
        original = self.known.posts.get(number)
        target = self._target(number, original, _named_first(post))
        shown = {**ours, **target, "text": whole_text(original or post)}
        yield {**shown, "kind": "repost"}
        linked = {**shown, "account_id": None, "unknown_reason": None}
        for url, written in addresses(original or post).items():
            status = status_link(written)
            if status and (self._is_us(status[0]) or status[1] == number):
                continue
            yield {**linked, **_link(ours, url, written)}

    def _repost_by_text(self, post: Record, handle: str, ours: Row) -> Iterator[Row]:
        """Read what its text alone shows to be a repost, as in an archive."""
        author = self.agency_account if self._is_us(handle) else self.known.id_of(handle)
        yield {**ours, "kind": "repost", "account_id": author}
        for url, written in addresses(post).items():
            yield {**ours, **_link(ours, url, written)}

    def _targets(self, post: Record, ours: Row) -> Iterator[Row]:
        quoted = referenced(post, "quoted")
        seen = {quoted} if quoted else set()
        by_link: dict[str, str | None] = {}
        for url, written in addresses(post).items():
            status = status_link(written)
            if status and (self._is_us(status[0]) or status[1] == ours["post_id"]):
                continue
            if status and not status[2]:
                by_link.setdefault(status[1], status[0])
            else:
                yield {**ours, **_link(ours, url, written)}
        for number in dict.fromkeys([*seen, *by_link]):
            target = self._target(number, self.known.posts.get(number), by_link.get(number))
            if target.get("account_id") != self.agency_account:
                yield {**ours, "kind": "quote", **target}

    def _target(self, number: str, post: Record | None, handle: str | None = None) -> Row:
        """Say whose post it is: its author, else whom a link or text names, else why not."""
        author = numeric_id(post.get("author_id")) if post else None
        if author is None and handle:
            author = self.agency_account if self._is_us(handle) else self.known.id_of(handle)
        place = {"post_id": number, "post_url": self._url(number, self._handle_of(author, handle))}
        if author:
            return {**place, "account_id": author}
        return {**place, "unknown_reason": self.known.gone.get(("post", number), "not_permitted")}

    def _handle_of(self, author: str | None, handle: str | None) -> str | None:
        return self.known.handles.get(author or "") or handle

    def _answers_another(self, post: Record) -> bool:
        replied = referenced(post, "replied_to")
        to = post.get("in_reply_to_user_id")
        if replied and not to:
            to = self.known.posts.get(replied, {}).get("author_id")
        said = {"in_reply_to_status_id": replied, "in_reply_to_user_id": to}
        return replies_to_another(said, text(post, "text"), self.agency_account, self.handle)

    def _is_us(self, handle: str | None) -> bool:
        return (handle or "").casefold() == self.handle.casefold()

    def _url(self, number: str, handle: str | None) -> str:
        return f"https://x.com/{handle or 'i/web'}/status/{number}"

    def _row(self, kind: str, evidence: str, **values: object) -> Row:
        base = {"platform": "x", "agency_account": self.agency_account}
        return {**base, "kind": kind, "evidence": evidence, **values}


def referenced(post: Record, kind: str) -> str | None:
    """Give the id of the post that a post reposts, quotes or replies to, in either spelling."""
    for name in ("referenced_tweets", "referenced_posts"):
        for one in records(post.get(name)):
            if one.get("type") == kind:
                return numeric_id(one.get("id"))
    return None


def whole_text(post: Record) -> str | None:
    """Give the text of a post, all of it where it is a long one."""
    return text_of(_note(post).get("text")) or text_of(post.get("text"))


def addresses(post: Record) -> dict[str, str]:
    """Give where the links of a post lead to, each once, and how X has them in the post.

    That is the expanded address, or where X was led on from there to another host.
    """
    found: dict[str, str] = {}
    for holder in (post, _note(post)):
        for entity in records(part(holder, "entities").get("urls")):
            written = text(entity, "expanded_url") or text(entity, "url")
            if written:
                found.setdefault(_led_to(written, text(entity, "unwound_url")), written)
    return found


def _note(post: Record) -> Record:
    return part(post, "note_tweet") or part(post, "note_post")


def _led_to(written: str, unwound: str) -> str:
    if status_link(written):
        return written
    try:
        elsewhere = urlsplit(unwound).hostname not in (None, urlsplit(written).hostname)
    except ValueError:
        return written
    return unwound if elsewhere else written


def _link(ours: Row, url: str, written: str) -> Row:
    led = "" if url == written else f"; written as {written}"
    return {"kind": "link", "url": url, "evidence": f"{ours['evidence']}{led}"}


def _named_first(post: Record) -> str | None:
    """Give whom a repost names: X begins its text with ``RT @handle: ``."""
    match = _REPOST.match(text(post, "text"))
    return match[1] if match else None
