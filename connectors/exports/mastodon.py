"""What Mastodon lets the owner of an account download: the archive and the list of follows.

The archive (zip or tar.gz: actor.json, outbox.json, likes.json) does not hold the follows; the
file following_accounts.csv is downloaded by itself. Either may be given alone, or both together.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pandas as pd

from connectors import frames
from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount, Tally
from connectors.coverage import Reach, coverage
from connectors.errors import SourceError
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.mastodon_csv import NOT_AN_ADDRESS, CsvFile, Follows, csv_files, csv_rows
from connectors.exports.mastodon_json import read_collection, read_object
from connectors.exports.mastodon_posts import NOT_A_RECORD, Posts
from connectors.exports.mastodon_uris import account_of, host_of
from connectors.profile_form import Profile
from connectors.profiles import parse_profile
from connectors.records import Outcome, Row, gather

_ARCHIVE = r"(?:outbox|likes|actor)\.json"
_MARKS = (b"OrderedCollection", b"activitystreams", b'"preferredUsername"')
_MADE = re.compile(r"archive-(\d{14})-")
_OUTBOX_KINDS = ("repost", "quote", "link", "post")
_NO_FOLLOWS = (
    "The Mastodon archive does not hold the list of followed accounts; add following_accounts.csv "
    "(Settings, Import and export, Data export)."
)
_NO_ARCHIVE = (
    "There is no {} among the files given; add the archive "
    "(Settings, Import and export, Request your archive)."
)
_NO_DATES = {
    "follow": "The file does not say when an account was followed.",
    "like": "The archive does not say when a post was liked.",
}


@dataclass
class _Read:
    """What was read so far: rows, tallies, and for each kind what stood in the way."""

    rows: list[Row] = field(default_factory=list)
    tallies: list[Tally] = field(default_factory=list)
    reach: dict[str, Reach] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def recognise(archive: Archive) -> bool:
    """Tell a Mastodon archive, or any of the CSV files that Mastodon offers."""
    if archive.find(r"outbox\.json") and archive.find(r"actor\.json"):
        return True
    heads = (archive.head(member, 4_096) for member in archive.find(_ARCHIVE))
    return any(mark in head for head in heads for mark in _MARKS) or bool(csv_files(archive))


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, likes and public posts; a broken file fails its own kinds alone."""
    owner = _owner(archive)
    own = owner or parse_profile(account.handle, "mastodon")
    agency_account = own.account_id if own else f"@{account.handle.casefold()}"
    result = _Read()
    posts = Posts(account, agency_account)
    follows = Follows(account, agency_account, own.account_id.partition("@")[2] if own else "")
    _read_follows(archive, account, follows, result)
    _read_collections(archive, account, "likes.json", posts.like, result)
    _read_collections(archive, account, "outbox.json", posts.activity, result)
    interactions = frames.make("interactions", result.rows)
    as_at = account.as_at or account.read_at
    profiles = {**posts.profiles, **follows.profiles}
    return Collected(
        agency_account=agency_account,
        interactions=interactions,
        accounts=_accounts(profiles, set(interactions["account_id"].dropna()), as_at),
        coverage=coverage(account, agency_account, interactions, result.reach, as_at),
        inputs=archive.inputs,
        tallies=tuple(result.tallies),
        notes=(*result.notes, *_whose(owner, account)),
    )


def _read_follows(archive: Archive, account: OwnAccount, follows: Follows, result: _Read) -> None:
    files = csv_files(archive)
    given = [file for file in files if not file.holds]
    troubles = []
    for file in files:
        try:
            rows = tuple(csv_rows(archive, file.member))
        except SourceError as error:
            troubles += [] if file.holds else [str(error)]
            continue
        read_row = _set_aside(file) if file.holds else follows.follow
        _keep(file.member.name, "row", rows, read_row, account, result)
    if not given:
        others = "".join(f" {file.member.name} lists {file.holds}." for file in files)
        result.reach["follow"] = Reach("unavailable", _NO_FOLLOWS + others)
        return
    if len(given) > 1:
        result.notes.append(
            f"{len(given)} lists of follows were given and are read together; an account that "
            "stands in an older list alone may no longer be followed."
        )
    if len(troubles) == len(given):
        result.reach["follow"] = Reach("failed", " ".join(troubles))
        return
    names = {file.member.name for file in given}
    tallies = [tally for tally in result.tallies if tally.source in names]
    reach = Reach("complete", _NO_DATES["follow"])
    result.reach["follow"] = reach.but(*troubles, *map(_not_understood, tallies))


def _read_collections(
    archive: Archive,
    account: OwnAccount,
    name: str,
    interpret: Callable[[object, str], Outcome],
    result: _Read,
) -> None:
    kinds = _OUTBOX_KINDS if name == "outbox.json" else ("like",)
    members = archive.find(re.escape(name))
    reached = Reach("complete") if members else Reach("unavailable", _NO_ARCHIVE.format(name))
    troubles: list[str] = []
    for member in members:
        try:
            collection = read_collection(archive, member)
        except SourceError as error:
            troubles.append(str(error))
            continue
        _keep(member.name, "record", collection.items, interpret, account, result)
        reached = reached.but(collection.differs, _not_understood(result.tallies[-1]))
    if members and len(troubles) == len(members):
        reached = Reach("failed", " ".join(troubles))
    else:
        reached = reached.but(*troubles)
    made = _made_at(members)
    for kind in kinds:
        limit = _NO_DATES.get(kind, "") if reached.status in ("complete", "partial") else ""
        reason = " ".join(filter(None, [reached.reason, limit]))
        result.reach[kind] = Reach(reached.status, reason, made)


def _keep(
    source: str,
    noun: str,
    records: Iterable[object],
    interpret: Callable[..., Outcome],
    account: OwnAccount,
    result: _Read,
) -> None:
    def numbered(record: object, number: int) -> Outcome:
        return interpret(record, f"{source}, {noun} {number}")

    gathered = gather(source, records, numbered, account)
    result.rows += gathered.rows
    result.tallies.append(gathered.tally)


def _set_aside(file: CsvFile) -> Callable[[object, str], Outcome]:
    return lambda _, __: f"in a list of {file.holds}, which are no follows"


def _not_understood(tally: Tally) -> str:
    bad = sum(tally.reported.get(reason, 0) for reason in (NOT_A_RECORD, NOT_AN_ADDRESS))
    if not bad:
        return ""
    return f"{bad:,} of {tally.records:,} records of {tally.source} could not be understood."


def _owner(archive: Archive) -> Profile | None:
    """Tell whose archive it is: by actor.json, or else by the author of the posts."""
    for member in archive.find(r"actor\.json"):
        try:
            actor = read_object(archive, member)
        except SourceError:
            continue
        name, host = actor.get("preferredUsername"), host_of(actor.get("id"))
        if isinstance(name, str) and host:
            return parse_profile(f"{name}@{host}", "mastodon")
    for member in archive.find(r"outbox\.json"):
        try:
            items = read_collection(archive, member).items
        except SourceError:
            continue
        actors = (item.get("actor") for item in items if isinstance(item, dict))
        return next(filter(None, map(account_of, actors)), None)
    return None


def _accounts(profiles: Mapping[str, Profile], seen: set[str], as_at: datetime) -> pd.DataFrame:
    return frames.make(
        "accounts",
        [
            {
                "platform": "mastodon",
                "account_id": profile.account_id,
                "handle": profile.handle,
                "url": profile.url,
                "status": "unknown",
                "as_at": as_at,
            }
            for profile in profiles.values()
            if profile.account_id in seen
        ],
    )


def _made_at(members: Iterable[Member]) -> datetime | None:
    """Read the time of making that Mastodon writes into the name of an archive, in UTC."""
    found = [match[1] for member in members if (match := _MADE.search(member.part))]
    try:
        return datetime.strptime(max(found), "%Y%m%d%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def _whose(owner: Profile | None, account: OwnAccount) -> Iterable[str]:
    named = account.handle.casefold().removeprefix("@")
    if owner and named not in (owner.account_id, owner.account_id.partition("@")[0]):
        yield (
            f"The archive belongs to @{owner.handle}, and the configuration says "
            f"@{account.handle}. Check that the right archive was given."
        )
    if not owner:
        yield f"The files do not say whose they are; they are read as @{account.handle}'s."


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account that actor.json names, or else the author of the posts."""
    owner = _owner(archive)
    return (ExportOwner(owner.handle or owner.account_id, owner.account_id),) if owner else ()


FORMAT = ExportFormat("mastodon", "Mastodon export", recognise, read, owners)
