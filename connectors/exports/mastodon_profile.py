"""What an account says of itself in a Mastodon archive (actor.json: summary, attachment)."""

from connectors.archive import Archive
from connectors.errors import SourceError
from connectors.exports.mastodon_json import read_object
from connectors.html_text import read_html
from connectors.text_columns import text


def about(archive: Archive) -> str | None:
    """Give its words and the addresses of its links, each on a line; None without actor.json."""
    for member in archive.find(r"actor\.json"):
        try:
            actor = read_object(archive, member)
        except SourceError:
            continue
        if "summary" not in actor and "attachment" not in actor:
            return None
        return told([actor.get("summary"), *_values(actor.get("attachment"))])
    return None


def told(written: list[object]) -> str:
    """Give pieces of HTML as text, with the addresses that their links lead to."""
    pieces = [read_html(one) for one in written if isinstance(one, str)]
    lines = [line for one in pieces for line in (one.text, *one.links)]
    return text("\n".join(filter(None, lines)))


def _values(fields: object) -> list[object]:
    given = fields if isinstance(fields, list) else []
    return [one.get("value") for one in given if isinstance(one, dict)]
