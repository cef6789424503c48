"""The posts of an organisation as LinkedIn's Posts API writes them.

{id: urn:li:share:… or urn:li:ugcPost:…, commentary, content: {article: {source}}, reshareContext:
{parent, root}, lifecycleState, publishedAt, createdAt (milliseconds since 1970)}. Whose the parent
of a reshare is, its URN does not say, and LinkedIn shows the posts of others to nobody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from connectors.collected import OwnAccount
from connectors.exports.linkedin_values import post_of, time_of
from connectors.live.linkedin_text import plain_text
from connectors.live.own_post_row import NOT_A_POST, own_post_row, written_text
from connectors.lookup.answers import Record, part, text
from connectors.post_addresses import leads_to_post
from connectors.records import Outcome, Row
from connectors.text_links import links_in, plain_link

NOT_PUBLISHED = "not published: a draft, or removed"
OF_OUR_OWN = "a reshare of our own post"


@dataclass(frozen=True)
class Posts:
    """Reads own posts; ``own`` are the URNs of all of them."""

    account: OwnAccount
    agency_account: str
    own: frozenset[str]

    def post(self, record: Record, evidence: str) -> Outcome:
        """Read one post with what it passes on and links to."""
        urn = text(record, "id")
        if not urn:
            return NOT_A_POST
        if text(record, "lifecycleState") not in ("PUBLISHED", ""):
            return NOT_PUBLISHED
        written = plain_text(written_text(record.get("commentary"))).strip()
        row = own_post_row(
            self.account,
            self.agency_account,
            post=urn,
            address=_address(urn),
            written=written,
            happened_at=_time(record) or time_of(urn),
            evidence=evidence,
        )
        parent = text(part(record, "reshareContext"), "parent")
        links = list(_links(record, written))
        passed = list(self._passed_on(parent, links, "quote" if written else "repost", row))
        if parent and not written and not links:
            return passed or OF_OUR_OWN
        others = [one for one in links if not leads_to_post(one, "linkedin")]
        return [
            {**row, "kind": "post"},
            *({**row, "kind": "link", "url": one} for one in others),
            *passed,
        ]

    def _passed_on(self, parent: str, links: list[str], kind: str, row: Row) -> Iterator[Row]:
        reason = {"kind": kind, "unknown_reason": "not_permitted"}
        if parent and parent not in self.own:
            yield {**row, **reason, "post_id": parent, "post_url": _address(parent)}
        for link in links:
            urn = post_of(link)
            if leads_to_post(link, "linkedin") and urn not in self.own and urn != parent:
                yield {**row, **reason, "kind": "quote", "post_id": urn, "post_url": link}


def _links(record: Record, written: str) -> Iterator[str]:
    card = text(part(part(record, "content"), "article"), "source")
    found = [*map(plain_link, filter(None, [card])), *links_in(written)]
    yield from dict.fromkeys(found)


def _time(record: Record) -> datetime | None:
    for name in ("publishedAt", "createdAt"):
        value = record.get(name)
        if isinstance(value, int) and 0 < value < 10**14:
            return datetime.fromtimestamp(value / 1000, UTC)
    return None


def _address(urn: str) -> str:
    return f"https://www.linkedin.com/feed/update/{urn}/"
