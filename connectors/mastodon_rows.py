"""The rows of one post of the fediverse, the same whether an archive or a server gave it."""

from collections.abc import Iterable, Sequence

from connectors.exports.mastodon_uris import same_post
from connectors.html_text import HtmlText
from connectors.records import Outcome, Row

NOT_PUBLIC = "not public"
ANSWERS_ALONE = "a reply without a link or quote"


def text_of(summary: object, content: HtmlText) -> str | None:
    """Give what a reader sees of a post: the line above it, where it has one, and its text."""
    above = summary if isinstance(summary, str) else ""
    return "\n".join(filter(None, [above, content.text])) or None


def post_rows(
    ours: Row, content: HtmlText, cards: Iterable[str], quotes: Sequence[Row], *, alone: bool
) -> Outcome:
    """Give a post with its links and quotes; one that is not ``alone`` replies to somebody else."""
    links = links_of(content, cards, quotes[0]["post_id"] if quotes else None)
    rows = [*({**ours, "kind": "link", "url": one} for one in links), *quotes]
    if alone:
        return [ours, *rows]
    return rows or ANSWERS_ALONE


def links_of(content: HtmlText, cards: Iterable[str], quoted: object) -> list[str]:
    """Give the addresses that a post leads to, but for that of the post that it quotes."""
    links = dict.fromkeys([*content.links, *cards])
    # A quote's text begins with the address of what it quotes, for servers without quotes.
    return [one for one in links if not same_post(one, quoted)]


def on_our_thread(text: str) -> bool:
    """Tell a reply to ourselves that speaks to everybody: it does not begin with a name."""
    return not text.startswith("@")
