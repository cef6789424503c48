"""The shares of a LinkedIn member: own posts, links, and posts of others quoted or passed on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from connectors.columns import Rows, Values
from connectors.exports.linkedin_files import Cells
from connectors.exports.linkedin_values import post_of
from connectors.post_addresses import leads_to_post
from connectors.text_links import links_in, plain_link


class Share(NamedTuple):
    """One row of Shares.csv: its own address, its text, what is shared, and a picture or film."""

    address: str
    text: str
    shared: str
    media: str

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing in it."""
        return not (self.text or self.address or self.shared or self.media)

    def links(self) -> tuple[str, ...]:
        """Give the addresses in it, each once, in order."""
        shared = [plain_link(self.shared)] if self.shared else []
        return tuple(dict.fromkeys([*shared, *links_in(self.text)]))


class _Target(NamedTuple):
    """What one address of a share leads to, as the columns of its row."""

    place: int
    kind: str
    url: str | None
    post_id: str | None
    post_url: str | None
    unknown_reason: str | None


def shares_of(cells: Cells) -> list[Share]:
    """Give the shares of some rows."""
    told = zip(
        map(str.strip, cells.of("sharelink")),
        map(_joined, cells.of("sharecommentary")),
        map(str.strip, cells.of("sharedurl")),
        map(str.strip, cells.of("mediaurl")),
        strict=True,
    )
    return list(map(Share._make, told))


def rows_of(
    shares: Sequence[Share], posts: Sequence[str | None], places: Sequence[int]
) -> tuple[Rows, Rows, int]:
    """Give rows of the shares themselves, rows of what they lead to, and how many are plain.

    ``posts`` are their own posts as URNs. A plain share is passed on as it was: its address alone
    shows what.
    """
    linking = {at: links for at in places if (links := shares[at].links())}
    theirs = {at: _posts_among(links) for at, links in linking.items()}
    kinds = [_kind(shares[at], linking.get(at, ()), theirs.get(at, set())) for at in places]
    own = [(at, kind) for at, kind in zip(places, kinds, strict=True) if kind]
    targets = [
        target
        for at, links in linking.items()
        for target in _targets(at, shares[at], posts[at], links, theirs[at])
    ]
    rows: dict[str, Values] = {
        "kind": [kind for _, kind in own],
        "unknown_reason": ["not_in_export" if kind == "repost" else None for _, kind in own],
    }
    led_to: dict[str, Values] = {
        name: [getattr(one, name) for one in targets] for name in _Target._fields[1:]
    }
    at = [one.place for one in targets]
    return Rows([at for at, _ in own], rows), Rows(at, led_to), kinds.count("repost")


def _kind(share: Share, links: Sequence[str], posts: set[str]) -> str:
    """Tell a post from a plain share; empty where nothing of the owner's own stands in it."""
    if share.text or share.media or set(links) - posts:
        return "post"
    return "" if posts else "repost"


def _targets(
    at: int, share: Share, own: str | None, links: Sequence[str], posts: set[str]
) -> Iterator[_Target]:
    """Make links, and quotes or reposts of the posts of others that addresses lead to."""
    for link in links:
        if link not in posts:
            yield _Target(at, "link", link, own, share.address or None, None)
        elif post_of(link) is None or post_of(link) != own:
            kind = "quote" if share.text else "repost"
            yield _Target(at, kind, None, post_of(link), link, "not_in_export")


def _posts_among(links: Sequence[str]) -> set[str]:
    # Taking each address apart would take most of the time, and most lead elsewhere.
    ours = [link for link in links if "linkedin." in link.casefold()]
    return {link for link in ours if leads_to_post(link, "linkedin")}


def _joined(text: str) -> str:
    """Put paragraphs together, at whose joints the quotes of the file are left."""
    return text.replace("\r\n", "\n").replace('"\n"', "\n").strip()
