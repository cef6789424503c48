"""The CSV files that Mastodon offers one by one: the list of follows, and what is none.

following_accounts.csv: no header in 2017; ``Account address,Show boosts`` in 2.x and 3.x, then
with ``Notify on new posts`` and ``Languages``. UTF-8, ``name@host`` in the first column, no dates.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.mastodon_known import Known
from connectors.exports.mastodon_uris import is_web, profile_at
from connectors.profile_form import Profile
from connectors.profiles import clean, parse_profile
from connectors.records import Outcome

_ADDRESS = "account address"
_MUTED = "hide notifications"
_OTHERS = {
    "blocked_accounts": "blocked accounts",
    "muted_accounts": "muted accounts",
    "blocked_domains": "blocked servers",
    "lists": "accounts sorted into lists",
    "bookmarks": "bookmarks",
}
_CSV = r"[^/]+\.csv"
_TWICE = "the same account twice"
NOT_AN_ADDRESS = "not an address of the form name@server"
_FOLLOWS = re.compile(r"follow(?!er)", re.IGNORECASE)
_HEAD = 2_048


@dataclass(frozen=True)
class CsvFile:
    """One CSV of an export: ``holds`` is empty for follows, else says what it lists instead."""

    member: Member
    holds: str = ""


def csv_files(archive: Archive) -> tuple[CsvFile, ...]:
    """Give the CSVs that are Mastodon's, told by header first and by name second."""
    found = ((member, _holds(archive, member)) for member in archive.find(_CSV))
    return tuple(CsvFile(member, holds) for member, holds in found if holds is not None)


def csv_rows(archive: Archive, member: Member) -> Iterator[list[str]]:
    """Give the rows below the header, without blank ones; raises SourceError for no UTF-8."""
    rows = (row for row in _rows(archive.read(member), member.name) if any(map(clean, row)))
    first = next(rows, None)
    if first is not None and not _is_header(first):
        yield first
    yield from rows


class Follows:
    """Reads follow lists, each account once; ``host`` is our own, for names without one."""

    def __init__(self, account: OwnAccount, agency_account: str, host: str, known: Known) -> None:
        self._base = {
            "platform": account.platform,
            "agency_account": agency_account,
            "kind": "follow",
        }
        self._host = host
        self._known = known
        self._unnamed: set[str] = set()
        self.profiles: dict[str, Profile] = {}

    def follow(self, row: list[str], evidence: str) -> Outcome:
        """Read one row; the address is in its first cell."""
        written = clean(row[0])
        bare = written.removeprefix("@")
        if "@" not in bare and self._host and bare:
            written = f"{bare}@{self._host}"
        return self._follow(parse_profile(written, "mastodon"), evidence)

    def page(self, uri: object, evidence: str) -> Outcome:
        """Read the URI or the page of an account, which is unknown where it holds no name."""
        if not isinstance(uri, str) or not is_web(uri):
            return NOT_AN_ADDRESS
        profile = self._known.account_of(None, uri) or profile_at(uri)
        if profile is not None:
            return self._follow(profile, evidence)
        if uri in self._unnamed:
            return _TWICE
        self._unnamed.add(uri)
        unknown = {"unknown_reason": "not_in_export", "evidence": f"{evidence} ({uri})"}
        return [{**self._base, **unknown}]

    def _follow(self, profile: Profile | None, evidence: str) -> Outcome:
        if profile is None:
            return NOT_AN_ADDRESS
        if profile.account_id in self.profiles:
            return _TWICE
        self.profiles[profile.account_id] = profile
        return [{**self._base, "account_id": profile.account_id, "evidence": evidence}]


def _holds(archive: Archive, member: Member) -> str | None:
    name = member.name.rpartition("/")[2].casefold()
    first = next(_first_cells(archive, member), [""])
    header = [clean(cell).casefold() for cell in first]
    if _MUTED in header:
        return _OTHERS["muted_accounts"]
    for stem, words in _OTHERS.items():
        if name.startswith(stem) and not _FOLLOWS.search(name):
            return words
    if header[0] == _ADDRESS:
        return ""
    if "@" in header[0] and _FOLLOWS.search(name) and "://" not in header[0]:
        return ""
    return None


def _first_cells(archive: Archive, member: Member) -> Iterator[list[str]]:
    text = archive.head(member, _HEAD).decode("utf-8-sig", "replace")
    return (row for row in csv.reader(text.splitlines()) if any(map(clean, row)))


def _is_header(row: list[str]) -> bool:
    return clean(row[0]).casefold() == _ADDRESS


def _rows(content: bytes, name: str) -> Iterator[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name} is not written in UTF-8, as Mastodon writes it. Download it again and do not "
            "save it from a spreadsheet."
        ) from error
    try:
        yield from csv.reader(text.splitlines(), skipinitialspace=True)
    except csv.Error as error:
        raise SourceError(f"{name} is not a CSV file: {error}. Download it again.") from error
