"""The acts in a LinkedIn member's export, each with what LinkedIn gives of the other side.

Organisations and people are given by name alone, so that the name stands as their id. Of a post
that was reacted to or reposted there is the address, never the author.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from connectors.collected import OwnAccount
from connectors.exports.linkedin_values import comment_of, post_of, time_of, utc_time
from connectors.exports.reading import NOT_A_RECORD
from connectors.post_addresses import leads_to_post
from connectors.profiles import clean
from connectors.records import Outcome, Row
from connectors.text_links import links_in, plain_link

TWICE = "the same act twice"
UNFOLLOWED = "no longer followed, as its status says"
EMPTY = "without anything in it"
_UNFOLLOWED = ("unfollow", "inactive", "removed")


@dataclass
class Acts:
    """Reads the rows of one own account; each act counts once, in however many exports it is."""

    account: OwnAccount
    agency_account: str
    names: dict[str, str] = field(default_factory=dict)
    of_comments: int = 0
    plain_shares: int = 0
    undated: int = 0
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def organisation(self, record: object, evidence: str) -> Outcome:
        """Read a row of Company Follows.csv."""
        if not isinstance(record, Mapping) or not record:
            return NOT_A_RECORD
        return self._follow(record["organization"], record["followedon"], evidence)

    def person(self, record: object, evidence: str) -> Outcome:
        """Read a row of Member_Follows.csv, which keeps those who were unfollowed."""
        if not isinstance(record, Mapping) or not record:
            return NOT_A_RECORD
        if record["status"].strip().casefold().startswith(_UNFOLLOWED):
            return UNFOLLOWED
        return self._follow(record["fullname"], record["date"], evidence)

    def reaction(self, record: object, evidence: str) -> Outcome:
        """Read a row of Reactions.csv, to a post or to a comment."""
        if not isinstance(record, Mapping) or not record:
            return NOT_A_RECORD
        reaction = clean(record["type"]) or "no type"
        rows = self._of_a_post("like", record, f"{evidence} ({reaction})")
        if not isinstance(rows, str) and comment_of(record["link"]):
            self.of_comments += 1
        return rows

    def repost(self, record: object, evidence: str) -> Outcome:
        """Read a row of InstantReposts.csv."""
        if not isinstance(record, Mapping) or not record:
            return NOT_A_RECORD
        return self._of_a_post("repost", record, evidence)

    def share(self, record: object, evidence: str) -> Outcome:
        """Read a row of Shares.csv: a post, with what it links to, quotes or passes on."""
        if not isinstance(record, Mapping) or not record:
            return NOT_A_RECORD
        address, date = record["sharelink"].strip(), record["date"]
        # Paragraphs come with the quotes of the file left at their joints.
        text = record["sharecommentary"].replace("\r\n", "\n").replace('"\n"', "\n").strip()
        shared, media = (record.get(one, "").strip() for one in ("sharedurl", "mediaurl"))
        if not any((address, text, shared, media)):
            return EMPTY
        if self._again("share", address or f"{date}\n{text}"):
            return TWICE
        row = {
            **self._base(date, evidence, post_of(address)),
            "post_id": post_of(address),
            "post_url": address or None,
            "text": text or None,
        }
        return list(self._shared(row, text, shared, media))

    def _shared(self, row: Row, text: str, shared: str, media: str) -> Iterator[Row]:
        links = tuple(dict.fromkeys([*map(plain_link, filter(None, [shared])), *links_in(text)]))
        # Taking each address apart would take most of the time, and most lead elsewhere.
        ours = [link for link in links if "linkedin." in link.casefold()]
        posts = [link for link in ours if leads_to_post(link, "linkedin")]
        if text or media or set(links) - set(posts):
            yield {**row, "kind": "post"}
        elif not posts:
            # Nothing of the owner's own: passed on as it was. Its address shows what.
            self.plain_shares += 1
            yield {**row, "kind": "repost", "unknown_reason": "not_in_export"}
        for link in links:
            if link not in posts:
                yield {**row, "kind": "link", "url": link}
            elif post_of(link) is None or post_of(link) != row["post_id"]:
                yield {
                    **row,
                    "kind": "quote" if text else "repost",
                    "post_id": post_of(link),
                    "post_url": link,
                    "unknown_reason": "not_in_export",
                }

    def _follow(self, written: str, date: str, evidence: str) -> Outcome:
        # An id must not begin with @, which would make a handle of it.
        name = clean(written).lstrip("@ ")
        if self._again("follow", name, date.strip()):
            return TWICE
        row = {**self._base(date, evidence), "kind": "follow"}
        if not name:
            return [{**row, "unknown_reason": "not_in_export"}]
        self.names.setdefault(name, clean(written))
        return [{**row, "account_id": name}]

    def _of_a_post(self, kind: str, record: Mapping[str, str], evidence: str) -> Outcome:
        link, date = record["link"].strip(), record["date"]
        if self._again(kind, link, date.strip()):
            return TWICE
        return [
            {
                **self._base(date, evidence),
                "kind": kind,
                "unknown_reason": "not_in_export",
                "post_id": comment_of(link) or post_of(link),
                "post_url": link or None,
            }
        ]

    def _base(self, date: str, evidence: str, made: str | None = None) -> Row:
        at = utc_time(date) or time_of(made)
        self.undated += at is None
        return {
            "platform": "linkedin",
            "agency_account": self.agency_account,
            "happened_at": at,
            "evidence": evidence,
        }

    def _again(self, *act: str) -> bool:
        seen = act in self._seen
        self._seen.add(act)
        return seen
