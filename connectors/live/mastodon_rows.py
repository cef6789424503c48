"""The rows of what a server gives: follows, likes, and posts with their reposts and quotes.

Entities Account, Status and Quote (mastodon/documentation, entities). Akkoma gives a quoted post
itself under ``quote``, Pleroma under ``pleroma``. Ids and times are as the archive has them, so
that an act is the same act whichever way it was read.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, TypeGuard

from connectors.collected import OwnAccount
from connectors.exports.mastodon_posts import NOT_A_RECORD
from connectors.exports.mastodon_uris import account_of, host_of, is_web, page_of
from connectors.html_text import HtmlText, read_html
from connectors.live.mastodon_own import Own
from connectors.lookup.answers import Record, part, records, text
from connectors.mastodon_answers import account_in, row_of, shown_to_all
from connectors.mastodon_rows import NOT_PUBLIC, on_our_thread, post_rows, text_of
from connectors.records import Outcome, Row
from connectors.times import iso_time


class Rows:
    """Reads items one by one; ``accounts`` gathers a row for each account that they name."""

    def __init__(self, account: OwnAccount, own: Own) -> None:
        self._own = own
        self._as_at = account.read_at
        self._base = {
            "platform": account.platform,
            "agency_account": own.account.profile.account_id,
        }
        self.accounts: dict[str, Mapping[str, Any]] = {}

    def follow(self, record: object, evidence: str) -> Outcome:
        """Read an account that we follow."""
        account_id = self._account(record)
        if account_id is None:
            return NOT_A_RECORD
        return [{**self._row("follow", evidence), "account_id": account_id}]

    def like(self, record: object, evidence: str) -> Outcome:
        """Read a post that we like; the words of one that is not public are left out."""
        if not _is_status(record):
            return NOT_A_RECORD
        words = _text(record) if shown_to_all(record) else None
        return [{**self._row("like", evidence), "text": words, **self._target(record)}]

    def post(self, record: object, evidence: str) -> Outcome:
        """Read a post of our own or a repost; what not everybody may see is not read."""
        if not _is_status(record):
            return NOT_A_RECORD
        if not shown_to_all(record):
            return NOT_PUBLIC
        original = record.get("reblog")
        if original is None:
            return self._post(record, evidence)
        return self._repost(record, original, evidence) if _is_status(original) else NOT_A_RECORD

    def _repost(self, record: Record, original: Record, evidence: str) -> Outcome:
        row = self._row("repost", evidence, happened_at=_time(record), text=_text(original))
        repost = {**row, **self._target(original)}
        links = _links(original, _content(original))
        linked = {**row, "kind": "link", "post_id": repost["post_id"]}
        linked["post_url"] = repost["post_url"]
        return [repost, *({**linked, "url": one} for one in links)]

    def _post(self, record: Record, evidence: str) -> Outcome:
        content = _content(record)
        ours = self._row(
            "post",
            evidence,
            post_id=text(record, "uri"),
            post_url=text(record, "url") or page_of(text(record, "uri")),
            text=_text(record),
            happened_at=_time(record),
        )
        quoted = _quoted(record)
        # A post that quotes holds the address of what it quotes, for servers without quotes.
        links = [one for one in _links(record, content) if one not in _addresses(quoted)]
        plain, alone = HtmlText(content.text, ()), self._alone(record, content)
        return post_rows(ours, plain, links, self._quote(record, quoted, ours), alone=alone)

    def _alone(self, record: Record, content: HtmlText) -> bool:
        """Tell a post that replies to nobody, or to ourselves and speaks to everybody."""
        if not record.get("in_reply_to_id"):
            return True
        ours = text(record, "in_reply_to_account_id") == self._own.account.number
        return ours and on_our_thread(content.text)

    def _quote(self, record: Record, quoted: Record, ours: Row) -> list[Row]:
        """Give the quote of a post; whose it is, is not told where its author withdrew it."""
        if _is_status(quoted):
            return [{**ours, "kind": "quote", **self._target(quoted)}]
        told, address = part(record, "quote"), text(part(record, "pleroma"), "quote_url")
        if not told and not is_web(address):
            return []
        author = account_of(address) if address else None
        place = {"post_id": address or None, "post_url": page_of(address) or None}
        row = {**ours, "kind": "quote", **place}
        if author is not None:
            return [{**row, "account_id": author.account_id}]
        state = text(told, "state")
        return [{**row, "unknown_reason": "deleted" if state == "deleted" else "not_permitted"}]

    def _target(self, status: Record) -> Row:
        uri = text(status, "uri")
        account_id = self._account(status.get("account"))
        post = {"post_id": uri, "post_url": page_of(uri)}
        if account_id is None:
            return {**post, "unknown_reason": "withheld"}
        return {**post, "account_id": account_id}

    def _account(self, record: object) -> str | None:
        if not isinstance(record, dict):
            return None
        found = account_in(record, self._own.server.domain)
        if found is None:
            return None
        account_id = found.profile.account_id
        self.accounts.setdefault(account_id, row_of(found, record, self._as_at))
        return account_id

    def _row(self, kind: str, evidence: str, **values: object) -> Row:
        return {**self._base, "kind": kind, "evidence": evidence, **values}


def _is_status(record: object) -> TypeGuard[Record]:
    return isinstance(record, dict) and is_web(record.get("uri"))


def _quoted(record: Record) -> Record:
    """Give the post that a post quotes, empty where it quotes none or the server keeps it back."""
    told = part(record, "quote") or part(part(record, "pleroma"), "quote")
    return told if "account" in told else part(told, "quoted_status")


def _addresses(status: Record) -> frozenset[str]:
    return frozenset({text(status, "uri"), text(status, "url")})


def _time(record: Record) -> datetime | None:
    """Give the time of a post to the second, as the archive does."""
    moment = iso_time(record.get("created_at"))
    return moment.replace(microsecond=0) if moment else None


def _content(record: Record) -> HtmlText:
    return read_html(str(record.get("content") or ""))


def _text(record: Record) -> str | None:
    return text_of(record.get("spoiler_text"), _content(record))


def _links(record: Record, content: HtmlText) -> tuple[str, ...]:
    """Give the links in a post but for names and hashtags, however a server marks those."""
    named = [*records(record.get("mentions")), *records(record.get("tags"))]
    marks = {text(one, "url") for one in named}
    links = tuple(one for one in content.links if one not in marks)
    return (*links, *_behind(part(record, "card"), links))


def _behind(card: Record, links: tuple[str, ...]) -> Iterator[str]:
    """Give where a short address led when the server made its preview, if to another host."""
    address = text(card, "url")
    if is_web(address) and _site(address) not in {_site(one) for one in links}:
        yield address


def _site(address: str) -> str:
    return host_of(address).removeprefix("www.")
