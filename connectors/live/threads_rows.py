"""The posts of a Threads account as its interface writes them: posts, reposts, quotes, links.

{id, media_type, permalink, username, text, timestamp, is_quote_post, quoted_post: {id},
reposted_post: {id}, link_attachment_url}; a repost has the media_type REPOST_FACADE.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from connectors.collected import OwnAccount
from connectors.live.meta_post import PostFields, meta_post
from connectors.live.own_post_row import NOT_A_POST
from connectors.lookup.answers import Record, part, text
from connectors.profile_form import Profile, profile_of
from connectors.records import Outcome, Row
from connectors.text_links import links_in, plain_link

OF_OUR_OWN = "a repost of our own post"
_REPOST = "REPOST_FACADE"
_NAMES = PostFields("text", "permalink", "timestamp")


@dataclass(frozen=True)
class Author:
    """Whose a post is; without a username Threads does not show it to us."""

    username: str = ""
    permalink: str = ""


@dataclass
class Posts:
    """Reads own posts; ``authors`` are those of the posts passed on, by the ids of these."""

    account: OwnAccount
    agency_account: str
    authors: Mapping[str, Author]
    profiles: dict[str, Profile] = field(default_factory=dict)

    def post(self, record: Record, evidence: str) -> Outcome:
        """Read one post with all that it passes on and links to."""
        if not text(record, "id"):
            return NOT_A_POST
        written, own = meta_post(record, _NAMES, self.account, self.agency_account, evidence)
        passed = {**own, "post_url": None}
        if is_repost(record):
            return list(self._passed_on("repost", record, {**passed, "text": None})) or OF_OUR_OWN
        quoted = self._passed_on("quote", record, passed) if is_quote(record) else ()
        return [{**own, "kind": "post"}, *quoted, *_links(record, written, own)]

    def _passed_on(self, kind: str, record: Record, row: Row) -> Iterator[Row]:
        post = passed_on(record)
        author = self.authors.get(post)
        row = {**row, "kind": kind, "post_id": post or None}
        if author is None or not author.username:
            reason = "not_permitted" if author is None else "withheld"
            yield {**row, "unknown_reason": reason}
            return
        profile = profile_of("threads", f"@{author.username}")
        if profile is None or profile.account_id == self.agency_account:
            return
        self.profiles.setdefault(profile.account_id, profile)
        address = author.permalink or None
        yield {**row, "account_id": profile.account_id, "post_url": address}


def is_repost(record: Record) -> bool:
    """Tell a repost from a post."""
    return text(record, "media_type") == _REPOST


def is_quote(record: Record) -> bool:
    """Tell a post that quotes another."""
    return record.get("is_quote_post") is True or bool(part(record, "quoted_post"))


def passed_on(record: Record) -> str:
    """Give the id of the post that is reposted or quoted; empty for none."""
    return text(part(record, "reposted_post"), "id") or text(part(record, "quoted_post"), "id")


def _links(record: Record, written: str, row: Row) -> Iterator[Row]:
    attached = text(record, "link_attachment_url")
    links = [*map(plain_link, filter(None, [attached])), *links_in(written)]
    return ({**row, "kind": "link", "url": link} for link in dict.fromkeys(links))
