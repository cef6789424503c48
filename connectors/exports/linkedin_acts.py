"""The acts in a LinkedIn member's export, each with what LinkedIn gives of the other side.

Organisations and people are given by name alone, so that the name stands as their id. Of a post
that was reacted to or reposted there is the address, never the author.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from connectors import columns
from connectors.collected import OwnAccount
from connectors.columns import Block, Places, Rows, Values, unknown_reasons
from connectors.exports.linkedin_files import Cells
from connectors.exports.linkedin_shares import rows_of, shares_of
from connectors.exports.linkedin_values import comments_of, posts_of, times_of
from connectors.exports.reading import NOT_A_RECORD
from connectors.profiles import clean
from connectors.repeats import Firsts
from connectors.text_columns import filled, joined, known, taken, texts, told_of_each, trimmed

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
    _seen: defaultdict[str, Firsts] = field(default_factory=lambda: defaultdict(Firsts))

    def organisation(self, block: Block) -> columns.Acts:
        """Read rows of Company Follows.csv."""
        cells: Cells = block.records
        return self._follows(block, cells.fitting, cells.of("organization"), cells.of("followedon"))

    def person(self, block: Block) -> columns.Acts:
        """Read rows of Member_Follows.csv, which keeps those who were unfollowed."""
        cells: Cells = block.records
        unfollowed = known(told_of_each(cells.of("status"), _unfollowed))
        followed = cells.fitting[~unfollowed[cells.fitting]]
        return self._follows(block, followed, cells.of("fullname"), cells.of("date"))

    def reaction(self, block: Block) -> columns.Acts:
        """Read rows of Reactions.csv, to posts and to comments."""
        types = told_of_each(block.records.of("type"), lambda one: clean(one) or "no type")
        return self._of_posts("like", block, block.evidence_with(types))

    def repost(self, block: Block) -> columns.Acts:
        """Read rows of InstantReposts.csv."""
        return self._of_posts("repost", block, block.evidence)

    def share(self, block: Block) -> columns.Acts:
        """Read rows of Shares.csv: posts, with what they link to, quote or pass on."""
        cells: Cells = block.records
        shares, dates = shares_of(cells), cells.of("date")
        said = cells.fitting[shares.filled[cells.fitting]]
        told = joined(dates, "\n", pc.fill_null(shares.texts, ""))
        places = self._fresh("share", said, [pc.coalesce(shares.addresses, told)])
        own, targets, plain = rows_of(shares, places)
        self.plain_shares += plain
        shared = self._shared(times_of(dates, shares.posts), block.evidence, places)
        return columns.Acts(
            [own, targets],
            {
                **shared,
                "post_id": shares.posts,
                "post_url": shares.addresses,
                "text": shares.texts,
            },
            {
                NOT_A_RECORD: len(cells) - len(cells.fitting),
                EMPTY: len(cells.fitting) - len(said),
                TWICE: len(said) - len(places),
            },
        )

    def _follows(
        self, block: Block, followed: Places, written: pa.Array, dates: pa.Array
    ) -> columns.Acts:
        told = list(map(clean, written.to_pylist()))
        # An id must not begin with @, which would make a handle of it.
        names = [one.lstrip("@ ") for one in told]
        times = times_of(dates)
        places = self._fresh("follow", followed, [texts(names), trimmed(dates)], times)
        for at in places:
            if names[at]:
                self.names.setdefault(names[at], told[at])
        ids = [names[at] or None for at in places]
        rows = {"kind": "follow", "account_id": ids, "unknown_reason": unknown_reasons(ids)}
        cells: Cells = block.records
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(times, block.evidence, places),
            {
                NOT_A_RECORD: len(cells) - len(cells.fitting),
                UNFOLLOWED: len(cells.fitting) - len(followed),
                TWICE: len(followed) - len(places),
            },
        )

    def _of_posts(self, kind: str, block: Block, evidence: Values) -> columns.Acts:
        cells: Cells = block.records
        dates, links = cells.of("date"), trimmed(cells.of("link"))
        times = times_of(dates)
        places = self._fresh(kind, cells.fitting, [trimmed(dates), links], times)
        addresses = taken(links, places)
        comments = comments_of(addresses)
        if kind == "like":
            self.of_comments += len(comments) - comments.null_count
        rows = {
            "kind": kind,
            "unknown_reason": "not_in_export",
            "post_id": pc.coalesce(comments, posts_of(addresses)),
            "post_url": filled(addresses),
        }
        return columns.Acts(
            [Rows(places, rows)],
            self._shared(times, evidence, places),
            {
                NOT_A_RECORD: len(cells) - len(cells.fitting),
                TWICE: len(cells.fitting) - len(places),
            },
        )

    def _shared(self, times: pa.Array, evidence: Values, places: Places) -> dict[str, Values]:
        """Give what every row has, and count the acts without a date."""
        self.undated += taken(times, places).null_count
        return {
            "platform": "linkedin",
            "agency_account": self.agency_account,
            "happened_at": times,
            "evidence": evidence,
        }

    def _fresh(
        self, kind: str, places: Places, keys: Sequence[pa.Array], times: pa.Array | None = None
    ) -> Places:
        """Give the places at which an act stands that did not come before."""
        of_times = None if times is None else taken(times, places)
        first = self._seen[kind].of([taken(key, places) for key in keys], of_times)
        kept: Places = places[first]
        return kept


def _unfollowed(state: str) -> str | None:
    return UNFOLLOWED if state.strip().casefold().startswith(_UNFOLLOWED) else None
