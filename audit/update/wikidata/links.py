"""Official accounts of websites, as Wikidata states them: asked for by host, written as a CSV."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from audit.update.wikidata.accounts import PROPERTIES
from audit.update.wikidata.queries import links_queries
from connectors.profiles import parse_profile

Row = Mapping[str, str]
_HOST = re.compile(r"[a-z0-9.-]+\Z", re.ASCII)


def ask_links(select: Callable[[str], Sequence[Row]], hosts: Sequence[str]) -> bytes:
    """Give a CSV with a row for each host, item and account, in order; the errors of ``select``."""
    plain = [host for host in hosts if _HOST.match(host)]
    found = {
        told
        for query in links_queries(plain)
        for row in select(query)
        if (told := _told(row)) is not None
    }
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(("host", "item", "account"))
    writer.writerows(sorted(found))
    return written.getvalue().encode()


def _told(row: Row) -> tuple[str, str, str] | None:
    """Give host, item and account key; None where the handle is none."""
    about = PROPERTIES[row["property"]]
    profile = parse_profile(about.form.format(row["handle"]), about.platform)
    if profile is None:
        return None
    name = f"@{profile.handle}" if profile.handle else profile.account_id
    host = (urlsplit(row["site"]).hostname or "").removeprefix("www.")
    item = row["item"].rsplit("/", 1)[-1]
    return host, item, f"{profile.platform}:{name.casefold()}"
