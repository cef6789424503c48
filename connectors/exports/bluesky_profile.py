"""What an account says of itself in its repository (app.bsky.actor.profile, record self)."""

from itertools import takewhile

from connectors.exports.bluesky_mst import Repository
from connectors.text_columns import text

_RECORD = "app.bsky.actor.profile/self"


def about(repository: Repository) -> str | None:
    """Give description and website, each on a line; None where the record is not in the file.

    Records come in the order of their keys, so that few are read. Raises SourceError.
    """
    first = takewhile(lambda record: record.key <= _RECORD, repository.records())
    value = next((record.value for record in first if record.key == _RECORD), None)
    if not isinstance(value, dict):
        return None
    written = [value.get("description"), value.get("website")]
    return text("\n".join(one for one in written if isinstance(one, str) and one))
