"""What Mastodon lets the owner of an account download: the archive and the list of follows.

The archive (zip or tar.gz: actor.json, outbox.json, likes.json) does not hold the follows; the
file following_accounts.csv is downloaded by itself. Either may be given alone, or both together.
Other servers of the fediverse (GoToSocial, Pleroma, Akkoma) write the same files.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd

from connectors import frames
from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount
from connectors.columns import Interpret
from connectors.coverage import Reach, coverage
from connectors.errors import SourceError
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.mastodon_csv import Follows, csv_files
from connectors.exports.mastodon_follows import follow_lists, read_follows
from connectors.exports.mastodon_json import Collection, read_collection
from connectors.exports.mastodon_known import known_from, mentions_in
from connectors.exports.mastodon_owner import owner_of, refuse_another, whose
from connectors.exports.mastodon_posts import Posts
from connectors.exports.mastodon_profile import about
from connectors.exports.mastodon_reading import Reading, keep_columns, not_understood
from connectors.exports.unread import Unread
from connectors.frames import READ
from connectors.profile_form import Profile
from connectors.profiles import parse_profile

_ARCHIVE = r"(?:outbox|likes|actor)\.json"
_MARKS = (b"OrderedCollection", b"activitystreams", b'"preferredUsername"')
_MADE = re.compile(r"archive-(\d{14})-")
_OUTBOX_KINDS = ("repost", "quote", "link", "post")
_NO_ARCHIVE = (
    "There is no {} among the files given; add the archive "
    "(Settings, Import and export, Request your archive)."
)
_NO_LIKE_DATES = "The archive does not say when a post was liked."


def recognise(archive: Archive) -> bool:
    """Tell a Mastodon archive, or any of the CSV files that Mastodon offers."""
    if archive.find(r"outbox\.json") and archive.find(r"actor\.json"):
        return True
    heads = (archive.head(member, 4_096) for member in archive.find(_ARCHIVE))
    return any(mark in head for head in heads for mark in _MARKS) or bool(
        csv_files(archive) or follow_lists(archive)
    )


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, likes and public posts; a broken file fails its own kinds alone."""
    mentions: dict[tuple[str, str], None] = {}

    def notice(activity: object) -> None:
        for mention in mentions_in(activity):
            # Of two names of one account the last counts.
            mentions.pop(mention, None)
            mentions[mention] = None

    likes, outboxes = (
        _collections(archive, "likes.json"),
        _collections(archive, "outbox.json", notice),
    )
    read_outboxes = [one for _, one in outboxes if isinstance(one, Collection)]
    owner = owner_of(archive, read_outboxes)
    if owner:
        refuse_another(owner, account)
    own = owner.taken_for(account) if owner else parse_profile(account.handle, "mastodon")
    agency_account = own.account_id if own else f"@{account.handle.casefold()}"
    known = known_from(mentions, own, owner.uri if owner else "")
    result = Reading()
    posts = Posts(account, agency_account, known)
    follows = Follows(
        account, agency_account, own.account_id.partition("@")[2] if own else "", known
    )
    read_follows(archive, account, follows, result)
    _read_collections(likes, account, "likes.json", posts.likes, result)
    _read_collections(outboxes, account, "outbox.json", posts.activities, result)
    interactions = frames.concat("interactions", result.interactions)
    as_at = account.as_at or account.read_at
    profiles = {**posts.profiles, **follows.profiles}
    return Collected(
        agency_account=agency_account,
        interactions=interactions,
        accounts=_accounts(profiles, set(interactions["account_id"].dropna()), as_at),
        coverage=coverage(account, agency_account, interactions, result.reach, as_at),
        inputs=archive.inputs,
        tallies=tuple(result.tallies),
        notes=(*result.notes, *whose(owner, own, account)),
        about=about(archive),
    )


def _collections(
    archive: Archive, name: str, notice: Callable[[object], object] = id
) -> list[tuple[Member, Collection | SourceError]]:
    """Read the files of one name, each on its own: what is wrong with it stands in its place."""
    found: list[tuple[Member, Collection | SourceError]] = []
    for member in archive.find(re.escape(name)):
        try:
            found.append((member, read_collection(archive, member, notice)))
        except SourceError as error:
            found.append((member, error))
    return found


def _read_collections(
    found: Sequence[tuple[Member, Collection | SourceError]],
    account: OwnAccount,
    name: str,
    interpret: Interpret,
    result: Reading,
) -> None:
    kinds = _OUTBOX_KINDS if name == "outbox.json" else ("like",)
    members = [member for member, _ in found]
    reached = Reach("complete") if members else Reach("unavailable", _NO_ARCHIVE.format(name))
    troubles: list[str] = []
    for member, collection in found:
        if isinstance(collection, SourceError):
            troubles.append(str(collection))
            continue
        keep_columns(member.name, collection.items(), interpret, account, result)
        reached = reached.but(collection.differs, not_understood(result.tallies[-1]))
    if members and len(troubles) == len(members):
        reached = Reach("failed", " ".join(troubles))
    else:
        reached = reached.but(*troubles)
    made = _made_at(members)
    for kind in kinds:
        looked = reached.status in READ
        limit = _NO_LIKE_DATES if kind == "like" and looked else ""
        reason = " ".join(filter(None, [reached.reason, limit]))
        result.reach[kind] = Reach(reached.status, reason, made)


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


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the account that actor.json names, or else the author of the posts."""
    outboxes = (one for _, one in _collections(archive, "outbox.json"))
    owner = owner_of(archive, (one for one in outboxes if isinstance(one, Collection)))
    profile = owner.profile if owner else None
    return (ExportOwner(profile.handle or "", profile.account_id),) if profile else ()


FORMAT = ExportFormat(
    "mastodon",
    "Mastodon export",
    recognise,
    read,
    owners,
    unread=(Unread(r"pixelfed-statuses\.json", "with own posts", ("repost", "link", "post")),),
)
