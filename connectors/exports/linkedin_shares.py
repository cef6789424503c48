"""The shares of a LinkedIn member: own posts, links, and posts of others quoted or passed on."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from connectors.columns import Places, Rows
from connectors.exports.linkedin_files import Cells
from connectors.exports.linkedin_values import post_of, posts_of
from connectors.post_addresses import leads_to_post
from connectors.text_columns import TEXT, Flags, filled, known, taken, texts, trimmed
from connectors.text_links import links_of, plain_link


@dataclass(frozen=True)
class Shares:
    """Rows of Shares.csv as columns: address, text, what is shared, and a picture or film.

    Null where there is none; ``posts`` are the shares themselves as URNs.
    """

    addresses: pa.Array
    texts: pa.Array
    shared: pa.Array
    media: pa.Array
    posts: pa.Array

    @property
    def filled(self) -> Flags:
        """Tell which have anything in them."""
        cells = (self.addresses, self.texts, self.shared, self.media)
        there: Flags = np.logical_or.reduce(list(map(known, cells)))
        return there

    def at(self, places: Places) -> "Shares":
        """Give some of them."""
        columns = (self.addresses, self.texts, self.shared, self.media, self.posts)
        return Shares(*(taken(column, places) for column in columns))


def shares_of(cells: Cells) -> Shares:
    """Give the shares of some rows."""
    written = (cells.of(name) for name in ("sharelink", "sharedurl", "mediaurl"))
    addresses, shared, media = (filled(trimmed(column)) for column in written)
    text = filled(trimmed(_joined(cells.of("sharecommentary"))))
    return Shares(addresses, text, shared, media, posts_of(addresses))


def rows_of(shares: Shares, places: Places) -> tuple[Rows, Rows, int]:
    """Give rows of the shares at some places, rows of what they lead to, and how many are plain.

    A plain share is passed on as it was: its address alone shows what.
    """
    chosen = shares.at(places)
    of, links = _links(chosen)
    theirs = _lead_to_posts(links)
    leading, quoting = np.zeros(len(places), bool), np.zeros(len(places), bool)
    leading[of[~theirs]] = True
    quoting[of[theirs]] = True
    post = known(chosen.texts) | known(chosen.media) | leading
    # Nothing of the owner's own stands in one that only leads to a post of another.
    own = post | ~quoting
    plain = pa.array(~post[own])
    rows = {
        "kind": pc.if_else(plain, *_scalars("repost", "post")),
        "unknown_reason": pc.if_else(plain, *_scalars("not_in_export", None)),
    }
    return Rows(places[own], rows), _targets(chosen, places, of, links, theirs), sum(~post[own])


def _links(shares: Shares) -> tuple[Places, list[str]]:
    """Give the addresses in shares, each once, in order, and the number of the share of each."""
    sharing = np.flatnonzero(known(shares.shared))
    shared = list(map(plain_link, taken(shares.shared, sharing).to_pylist()))
    writing, written = links_of(pc.fill_null(shares.texts, ""))
    of = [*sharing.tolist(), *writing]
    order = np.argsort(np.array(of, np.int64), kind="stable").tolist()
    links = [*shared, *written]
    found = list(dict.fromkeys([(of[n], links[n]) for n in order]))
    return np.array([number for number, _ in found], np.int64), [link for _, link in found]


def _lead_to_posts(links: Sequence[str]) -> Flags:
    # Taking each address apart would take most of the time, and most lead elsewhere.
    return np.array(
        ["linkedin." in one.casefold() and leads_to_post(one, "linkedin") for one in links], bool
    )


def _targets(
    shares: Shares, places: Places, of: Places, links: Sequence[str], theirs: Flags
) -> Rows:
    """Make links, and quotes or reposts of the posts of others that addresses lead to."""
    ours = taken(shares.posts, of)
    led_to = [post_of(link) if post else None for link, post in zip(links, theirs, strict=True)]
    itself = np.array(pc.fill_null(pc.equal(texts(led_to), ours), False), bool)
    quote, other, written = known(taken(shares.texts, of)), pa.array(theirs), texts(links)
    passed_on = pc.if_else(pa.array(quote), *_scalars("quote", "repost"))
    nothing, reason = _scalars(None, "not_in_export")
    columns = {
        "kind": pc.if_else(other, passed_on, pa.scalar("link", TEXT)),
        "url": pc.if_else(other, nothing, written),
        "post_id": pc.if_else(other, texts(led_to), ours),
        "post_url": pc.if_else(other, written, taken(shares.addresses, of)),
        "unknown_reason": pc.if_else(other, reason, nothing),
    }
    kept = np.flatnonzero(~itself)
    return Rows(places[of][kept], {name: taken(one, kept) for name, one in columns.items()})


def _scalars(*words: str | None) -> list[pa.Scalar]:
    return [pa.scalar(word, TEXT) for word in words]


def _joined(written: pa.Array) -> pa.Array:
    """Put paragraphs together, at whose joints the quotes of the file are left."""
    lines = pc.replace_substring(written, "\r\n", "\n")
    return pc.replace_substring(lines, '"\n"', "\n")
