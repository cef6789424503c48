"""The follows of a Mastodon export, and of those of its relatives that hold them in JSON.

Mastodon, GoToSocial and others give following_accounts.csv. An archive of Pleroma or Akkoma holds
following.json, a collection of the accounts' URIs; Pixelfed gives pixelfed-following.json, a list
of the addresses of their pages.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.coverage import Reach
from connectors.errors import SourceError
from connectors.exports.mastodon_csv import CsvFile, Follows, csv_files, csv_rows
from connectors.exports.mastodon_json import read_collection, read_list
from connectors.exports.mastodon_reading import Reading, keep, not_understood
from connectors.records import Outcome

NO_DATES = "The file does not say when an account was followed."
_NO_FOLLOWS = (
    "The Mastodon archive does not hold the list of followed accounts; add following_accounts.csv "
    "(Settings, Import and export, Data export)."
)
_PIXELFED = r"pixelfed-following\.json"


@dataclass(frozen=True)
class _List:
    """One list of follows, read: its records, and a sentence where its count is another."""

    member: Member
    noun: str
    records: Iterable[object]
    interpret: Callable[..., Outcome]
    differs: str = ""


def follow_lists(archive: Archive) -> tuple[Member, ...]:
    """Give the lists of follows in JSON."""
    collections = archive.find(r"following\.json")
    ours = (one for one in collections if b"OrderedCollection" in archive.head(one, 4_096))
    return (*ours, *archive.find(_PIXELFED))


def read_follows(archive: Archive, account: OwnAccount, follows: Follows, result: Reading) -> None:
    """Read all lists of follows, and count what other lists hold, which are never follows."""
    files = csv_files(archive)
    others = [file for file in files if file.holds]
    _count_others(archive, account, others, result)
    given = [file.member for file in files if not file.holds]
    given += follow_lists(archive)
    if not given:
        said = "".join(f" {file.member.name} lists {file.holds}." for file in others)
        result.reach["follow"] = Reach("unavailable", _NO_FOLLOWS + said)
        return
    if len(given) > 1:
        result.notes.append(
            f"{len(given)} lists of follows were given and are read together; an account that "
            "stands in an older list alone may no longer be followed."
        )
    troubles: list[str] = []
    partly: list[str] = []
    for member in given:
        try:
            one = _read(archive, member, follows)
        except SourceError as error:
            troubles.append(str(error))
            continue
        keep(member.name, one.noun, one.records, one.interpret, account, result)
        partly += [one.differs, not_understood(result.tallies[-1])]
    if len(troubles) == len(given):
        result.reach["follow"] = Reach("failed", " ".join(troubles))
    else:
        result.reach["follow"] = Reach("complete", NO_DATES).but(*troubles, *partly)


def _read(archive: Archive, member: Member, follows: Follows) -> _List:
    if member.name.casefold().endswith(".csv"):
        return _List(member, "row", tuple(csv_rows(archive, member)), follows.follow)
    if member in archive.find(_PIXELFED):
        return _List(member, "record", read_list(archive, member), follows.page)
    collection = read_collection(archive, member)
    return _List(member, "record", collection.items(), follows.page, collection.differs)


def _count_others(
    archive: Archive, account: OwnAccount, others: Iterable[CsvFile], result: Reading
) -> None:
    for file in others:
        try:
            rows = tuple(csv_rows(archive, file.member))
        except SourceError:
            continue
        keep(file.member.name, "row", rows, _set_aside(file), account, result)


def _set_aside(file: CsvFile) -> Callable[[object, str], Outcome]:
    return lambda _, __: f"in a list of {file.holds}, which are no follows"
