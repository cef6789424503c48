"""What an account says of itself in an X archive (profile.js: description.bio and .website).

X writes its short addresses (t.co) there in place of those that were given.
"""

from connectors.archive import Archive
from connectors.errors import SourceError
from connectors.exports.x_script import whole
from connectors.text_columns import text

_PROFILE = r"profile\.js"


def about(archive: Archive) -> str | None:
    """Give bio and website, each on a line; None where no file tells of them."""
    for member in archive.find(_PROFILE):
        try:
            content = whole(archive, member)
            said = content[0]["profile"]["description"]
            written = [said.get(name) for name in ("bio", "website")]
        except (SourceError, KeyError, IndexError, TypeError, AttributeError):
            continue
        return text("\n".join(one for one in written if isinstance(one, str) and one))
    return None
