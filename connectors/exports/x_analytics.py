"""The table of own posts that X Analytics makes (Content, Export): a poor substitute.

Own posts of the days chosen, with their text; nothing of follows, likes, reposts and quotes, and
links only as they stand in the text, where X has put t.co in place of nearly all of them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from connectors import frames
from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.exports import x_archive
from connectors.exports.another import refuse
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.ordering import ORDER
from connectors.exports.x_analytics_rows import CUT, NOT_A_POST, Table, read_table, tables
from connectors.exports.x_values import made_at, stand_in
from connectors.records import Gathered, Outcome, Row, gather
from connectors.text_links import links_in

_POSTS_ALONE = f"A table of X Analytics holds own posts alone. {ORDER['x']}"
_NO_ARCHIVE = (
    "The posts come from a table of X Analytics, not from an archive: what the account follows, "
    "likes and reposts is not in it."
)
_DAYS = "Posts of the days chosen when the table was made; times are read from the posts' ids."
_LINKS = "Addresses are those in the text alone."
_SHORT = "https://t.co/"


@dataclass
class _Posts:
    """Reads the rows of the tables; each post counts once."""

    account: OwnAccount
    agency_account: str
    handle: str
    links: int = 0
    short: int = 0
    _seen: set[str] = field(default_factory=set)

    def post(self, table: Table, row: Sequence[str], number: int) -> Outcome:
        """Read one row; a reply, which begins with a name, gives its links alone."""
        found = table.post(row)
        if isinstance(found, str):
            return found
        _, post_id, address, text = found
        if post_id in self._seen:
            return "the same post twice"
        self._seen.add(post_id)
        base: Row = {
            "platform": "x",
            "agency_account": self.agency_account,
            "post_id": post_id,
            "post_url": address,
            "text": text or None,
            "happened_at": made_at(post_id),
            "evidence": f"{table.member.name}, row {number + 1} (post {post_id})",
        }
        links = links_in(text)
        self.links += len(links)
        self.short += sum(link.startswith(_SHORT) for link in links)
        rows = [{**base, "kind": "link", "url": link} for link in links]
        if text.startswith("@") and not text.casefold().startswith(f"@{self.handle.casefold()} "):
            return rows or "a reply without a link"
        return [{**base, "kind": "post"}, *rows]


def recognise(archive: Archive) -> bool:
    """Tell tables of X Analytics; beside an archive, which holds more, they are not read."""
    return bool(tables(archive)) and not x_archive.recognise(archive)


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read the posts; raises SourceError where a table is not written in UTF-8."""
    read_ = tuple(read_table(archive, member) for member in tables(archive))
    handle = next(_handles(read_), account.handle)
    if handle.casefold() != account.handle.casefold():
        refuse(account, handle)
    posts = _Posts(account, stand_in(handle), handle)
    gathered = tuple(_gathered(posts, table) for table in read_)
    interactions = frames.concat("interactions", [one.interactions for one in gathered])
    as_at = account.as_at or account.read_at
    reach = _reach(posts, read_, gathered)
    return Collected(
        agency_account=posts.agency_account,
        interactions=interactions,
        accounts=frames.empty("accounts"),
        coverage=coverage(account, posts.agency_account, interactions, reach, as_at),
        inputs=archive.inputs,
        tallies=tuple(one.tally for one in gathered),
        notes=(_NO_ARCHIVE,),
    )


def _gathered(posts: _Posts, table: Table) -> Gathered:
    return gather(table.member.name, table.rows, partial(posts.post, table), posts.account)


def _handles(read_: Sequence[Table]) -> Iterator[str]:
    for table in read_:
        for row in table.rows:
            found = table.post(row)
            if not isinstance(found, str) and found[0]:
                yield found[0]


def _reach(
    posts: _Posts, read_: Sequence[Table], gathered: Sequence[Gathered]
) -> Mapping[str, Reach]:
    cut = [table.trouble for table in read_ if table.trouble]
    for one in gathered:
        bad = sum(one.tally.reported.get(reason, 0) for reason in (CUT, NOT_A_POST))
        if bad:
            cut.append(f"{bad:,} of {one.tally.records:,} rows of {one.tally.source} are no posts.")
    short = (
        f"{posts.short:,} of {posts.links:,} are short addresses (t.co), which do not say where "
        "they lead; some lead to a picture of the post itself."
        if posts.short
        else ""
    )
    nothing = Reach("unavailable", _POSTS_ALONE)
    return {
        **dict.fromkeys(("follow", "like", "repost", "quote"), nothing),
        "link": Reach("complete").but(_LINKS, short, *cut),
        "post": Reach("complete", _DAYS).but(*cut),
    }


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account that the addresses of the posts name."""
    handle = next(_handles([read_table(archive, member) for member in tables(archive)]), None)
    return (ExportOwner(handle),) if handle else ()


FORMAT = ExportFormat("x", "X Analytics table", recognise, read, owners)
