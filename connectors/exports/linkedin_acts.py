"""The acts in a LinkedIn member's export, each with what LinkedIn gives of the other side.

Organisations and people are given by name alone, so that the name stands as their id. Of a post
that was reacted to or reposted there is the address, never the author.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any

import pyarrow as pa

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import Block, Rows, Values, first_of_each, unknown_reasons
from connectors.exports.linkedin_files import Cells
from connectors.exports.linkedin_shares import rows_of, shares_of
from connectors.exports.linkedin_values import comment_of, post_of, times_of
from connectors.exports.reading import NOT_A_RECORD
from connectors.profiles import clean

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
    _seen: defaultdict[str, set[Any]] = field(default_factory=lambda: defaultdict(set))

    def organisation(self, block: Block) -> columns.Acts:
        """Read rows of Company Follows.csv."""
        cells: Cells = block.records
        return self._follows(block, cells.fitting, cells.of("organization"), cells.of("followedon"))

    def person(self, block: Block) -> columns.Acts:
        """Read rows of Member_Follows.csv, which keeps those who were unfollowed."""
        cells: Cells = block.records
        states = [state.strip().casefold() for state in cells.of("status")]
        followed = [at for at in cells.fitting if not states[at].startswith(_UNFOLLOWED)]
        return self._follows(block, followed, cells.of("fullname"), cells.of("date"))

    def reaction(self, block: Block) -> columns.Acts:
        """Read rows of Reactions.csv, to posts and to comments."""
        written = block.records.of("type")
        names = {one: clean(one) or "no type" for one in set(written)}
        evidence = block.evidence_with([names[one] for one in written])
        return self._of_posts("like", block, evidence)

    def repost(self, block: Block) -> columns.Acts:
        """Read rows of InstantReposts.csv."""
        return self._of_posts("repost", block, block.evidence)

    def share(self, block: Block) -> columns.Acts:
        """Read rows of Shares.csv: posts, with what they link to, quote or pass on."""
        cells: Cells = block.records
        shares = shares_of(cells)
        said = [at for at in cells.fitting if not shares[at].empty]
        dates = cells.of("date")
        keys = [shares[at].address or f"{dates[at]}\n{shares[at].text}" for at in said]
        places = self._fresh("share", said, keys)
        posts = [post_of(share.address) for share in shares]
        own, targets, plain = rows_of(shares, posts, places)
        self.plain_shares += plain
        shared = self._shared(dates, block.evidence, places, posts)
        return columns.Acts(
            [own, targets],
            {
                **shared,
                "post_id": posts,
                "post_url": [share.address or None for share in shares],
                "text": [share.text or None for share in shares],
            },
            {
                NOT_A_RECORD: len(cells) - len(cells.fitting),
                EMPTY: len(cells.fitting) - len(said),
                TWICE: len(said) - len(places),
            },
        )

    def _follows(
        self, block: Block, followed: Sequence[int], written: list[str], dates: list[str]
    ) -> columns.Acts:
        # An id must not begin with @, which would make a handle of it.
        names = [clean(one).lstrip("@ ") for one in written]
        acts = [(names[at], dates[at].strip()) for at in followed]
        places = self._fresh("follow", followed, acts)
        for at in places:
            if names[at]:
                self.names.setdefault(names[at], clean(written[at]))
        ids = [names[at] or None for at in places]
        rows = {"kind": "follow", "account_id": ids, "unknown_reason": unknown_reasons(ids)}
        cells: Cells = block.records
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(dates, block.evidence, places),
            {
                NOT_A_RECORD: len(cells) - len(cells.fitting),
                UNFOLLOWED: len(cells.fitting) - len(followed),
                TWICE: len(followed) - len(places),
            },
        )

    def _of_posts(self, kind: str, block: Block, evidence: Values) -> columns.Acts:
        cells: Cells = block.records
        dates, links = cells.of("date"), list(map(str.strip, cells.of("link")))
        acts = [(links[at], dates[at].strip()) for at in cells.fitting]
        places = self._fresh(kind, cells.fitting, acts)
        addresses = [links[at] for at in places]
        comments = list(map(comment_of, addresses))
        if kind == "like":
            self.of_comments += len(comments) - comments.count(None)
        rows = {
            "kind": kind,
            "unknown_reason": "not_in_export",
            "post_id": [
                comment or post_of(link) for comment, link in zip(comments, addresses, strict=True)
            ],
            "post_url": [link or None for link in addresses],
        }
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(dates, evidence, places),
            {
                NOT_A_RECORD: len(cells) - len(cells.fitting),
                TWICE: len(cells.fitting) - len(places),
            },
        )

    def _shared(
        self,
        dates: list[str],
        evidence: Values,
        places: Sequence[int],
        posts: Sequence[str | None] = (),
    ) -> dict[str, Values]:
        """Give what every row has; a share without a date has the time in its own number."""
        times = times_of(dates, posts)
        self.undated += times.take(pa.array(places, pa.int64())).null_count
        return {
            "platform": "linkedin",
            "agency_account": self.agency_account,
            "happened_at": times,
            "evidence": evidence,
        }

    def _fresh(self, kind: str, places: Sequence[int], acts: Sequence[Any]) -> list[int]:
        """Give the places at which an act stands that did not come before."""
        return list(compress(places, first_of_each(acts, self._seen[kind])))
