"""The posts of a Page as the Graph API writes them: texts, links, and posts passed on.

{id, created_time, message, permalink_url, status_type, parent_id: "<page>_<post>", attachments:
{data: [{type, url, unshimmed_url, target: {id, url}, subattachments}]}}. ``url`` leads through
Meta; ``shared_story`` marks both a shared link and a shared post, of which the parent is missing
where this token may not see it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from connectors.collected import OwnAccount
from connectors.exports.facebook_reactions import author_of
from connectors.live.meta_post import PostFields, meta_post
from connectors.live.own_post_row import NOT_A_POST
from connectors.lookup.answers import Record, part, records, text
from connectors.post_addresses import leads_to_post
from connectors.profile_form import Profile, profile_of
from connectors.records import Outcome, Row
from connectors.text_links import links_in, plain_link

OF_OUR_OWN = "a share of our own post"
_NAMES = PostFields("message", "permalink_url", "created_time")


@dataclass
class Posts:
    """Reads own posts; ``page`` is our Page's number, which posts passed on are told apart by."""

    account: OwnAccount
    agency_account: str
    page: str
    profiles: dict[str, Profile] = field(default_factory=dict)

    def post(self, record: Record, evidence: str) -> Outcome:
        """Read one post with all that it passes on and links to."""
        if not text(record, "id"):
            return NOT_A_POST
        written, row = meta_post(record, _NAMES, self.account, self.agency_account, evidence)
        attached = [address for one in _attached(record) if (address := _address(one))]
        written_links = [one for one in links_in(written) if one not in attached]
        links = [one for one in [*attached, *written_links] if self._is_link(one)]
        ours = [{**row, "kind": "post"}, *({**row, "kind": "link", "url": one} for one in links)]
        ours += [{**row, "kind": "quote", **one} for one in self._quotes(written_links)]
        shared = self._shared(record, attached)
        if shared is not None:
            shared = {**row, "kind": "repost", **shared}
        if written or links or not _passes_on(record, attached):
            return [*ours, shared] if shared else ours
        return [shared] if shared else OF_OUR_OWN

    def _shared(self, record: Record, attached: list[str]) -> Row | None:
        """Give the post that is passed on and its author; None for none and for one of ours."""
        if not _passes_on(record, attached):
            return None
        parent = text(record, "parent_id")
        owner = profile_of("facebook", parent.partition("_")[0]) if "_" in parent else None
        posts = [one for one in attached if leads_to_post(one, "facebook")]
        named = next(filter(None, map(author_of, posts)), None)
        if self._is_ours(owner) or (owner is None and self._is_ours(named)):
            return None
        return self._of(owner, named, parent or None, next(iter(posts), None))

    def _quotes(self, links: list[str]) -> Iterator[Row]:
        """Give the posts of others that the text leads to."""
        for link in links:
            author = author_of(link)
            if leads_to_post(link, "facebook") and not self._is_ours(author):
                yield self._of(None, author, None, link)

    def _is_link(self, address: str) -> bool:
        if leads_to_post(address, "facebook"):
            return False
        return not self._is_ours(author_of(address))

    def _of(
        self, owner: Profile | None, named: Profile | None, post: str | None, address: str | None
    ) -> Row:
        """Name the author by number where it is given, with the name that the address shows."""
        row: Row = {"post_id": post, "post_url": address}
        known = owner or named
        if known is None:
            return {**row, "unknown_reason": "withheld"}
        handle = named.handle if named else None
        profile = Profile("facebook", known.account_id, handle, known.url)
        self.profiles.setdefault(profile.account_id, profile)
        return {**row, "account_id": profile.account_id}

    def _is_ours(self, author: Profile | None) -> bool:
        return author is not None and author.account_id in {self.page, self.agency_account}


def _passes_on(record: Record, attached: list[str]) -> bool:
    """Tell a share of a post; a shared story with nothing to see shares what is hidden from us."""
    parent = text(record, "parent_id")
    hidden = text(record, "status_type") == "shared_story" and not attached
    return hidden or bool(parent and parent != text(record, "id"))


def _attached(record: Record, key: str = "attachments") -> Iterator[Record]:
    for one in records(part(record, key).get("data")):
        yield one
        yield from _attached(one, "subattachments")


def _address(attachment: Record) -> str:
    target = text(part(attachment, "target"), "url")
    return plain_link(text(attachment, "unshimmed_url") or target or text(attachment, "url"))
