"""Lists of fediverse servers that others are advised not to federate with.

All come in the form in which Mastodon imports blocks: domain, severity and a public comment. They
speak of a server and not of one account on it, so every row is for information.
"""

from collections.abc import Callable, Sequence

from audit.sources.listed_places import placed
from audit.sources.public.base import SourceList, table_of
from audit.sources.rows import INFO, ReadRows

_REASON = "The list speaks of the server as a whole, not of this account."


def _reader(title: str) -> Callable[[Sequence[bytes]], ReadRows]:
    def read(contents: Sequence[bytes]) -> ReadRows:
        table = table_of(contents[0], title, "domain", "severity")
        comment = table["public_comment"] if "public_comment" in table else table["severity"]
        said = comment.where(comment != "", "no reason given").str.removeprefix("iftas:")
        rows = table.assign(
            label="not to federate with: " + said.str.replace(";", ", "),
            level=INFO,
            reason=_REASON,
            lineage=title,
        )
        return placed(rows, "fediverse")

    return read


def _list(
    id_: str, title: str, who: str, licence: str, address: str, correct: str, about_url: str
) -> SourceList:
    about = f"Servers of the fediverse that {who} advises others not to federate with."
    return SourceList(id_, title, about, licence, (address,), _reader(title), correct, about_url)


LISTS = (
    _list(
        "garden-fence",
        "Garden Fence",
        "Garden Fence",
        "none stated",
        "https://raw.githubusercontent.com/gardenfence/blocklist/main/gardenfence-mastodon.csv",
        "https://github.com/gardenfence/blocklist/issues",
        "https://github.com/gardenfence/blocklist",
    ),
    _list(
        "iftas-dni",
        "IFTAS Do Not Interact",
        "the trust and safety group IFTAS",
        "not found",
        "https://about.iftas.org/wp-content/uploads/2025/10/iftas-dni-latest.csv",
        "https://about.iftas.org",
        "https://about.iftas.org",
    ),
    _list(
        "seirdy-tier0",
        "Seirdy tier 0",
        "the author of seirdy.one",
        "CC BY-SA 4.0",
        "https://seirdy.one/pb/tier0.csv",
        "https://seirdy.one",
        "https://seirdy.one/pb/tier0.csv",
    ),
)
