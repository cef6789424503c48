"""What an X archive says about itself: whose it is, when it was made, which files it holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from connectors.archive import Archive, Member
from connectors.errors import SourceError
from connectors.exports.x_script import whole
from connectors.exports.x_values import handle_of, numeric_id
from connectors.times import iso_time

MANIFEST = r"manifest\.js"
ACCOUNT = r"account\.js"


@dataclass(frozen=True)
class Owner:
    """The account that an archive belongs to, as far as the archive says."""

    account_id: str | None = None
    handle: str | None = None


@dataclass(frozen=True)
class Manifest:
    """One manifest.js; ``counts`` maps each file's own name to its number of records."""

    member: Member
    owner: Owner
    made_at: datetime | None
    partial: bool
    counts: Mapping[str, int | None]

    def covers(self, member: Member) -> bool:
        """Tell whether a file lies in the same folder of the same input."""
        return (member.part, _folder(member)) == (self.member.part, _folder(self.member))


@dataclass(frozen=True)
class Source:
    """One file that should be read: ``member`` is None where the manifest names it in vain."""

    name: str
    member: Member | None
    stated: int | None
    manifest: Manifest | None


@dataclass(frozen=True)
class About:
    """What the archive says about itself; ``notes`` are sentences on what could not be read."""

    owner: Owner
    manifests: tuple[Manifest, ...]
    notes: tuple[str, ...]

    @property
    def newest(self) -> Manifest | None:
        """The manifest of the export made last."""
        return max(self.manifests, key=lambda one: _stamp(one.made_at), default=None)

    def manifest_of(self, member: Member) -> Manifest | None:
        """Give the manifest that speaks of a file.

        A very large archive comes as several zips of which one alone holds the manifest.
        """
        near = [manifest for manifest in self.manifests if manifest.covers(member)]
        if near or len(self.manifests) != 1:
            return near[0] if near else None
        return self.manifests[0]


def about(archive: Archive) -> About:
    """Read manifest.js, then account.js, which old archives have alone.

    Raises SourceError where the inputs belong to two accounts.
    """
    contents, notes = _readable(archive, archive.find(MANIFEST))
    listed = tuple(_manifest(member, content) for member, content in contents if _is_ours(content))
    accounts, more = _readable(archive, archive.find(ACCOUNT))
    owners = [manifest.owner for manifest in listed]
    owners += [_account(content) for _, content in accounts]
    return About(_one(owners), listed, (*notes, *more))


def sources(archive: Archive, says: About, stem: str) -> tuple[Source, ...]:
    """Give the files of one kind, ``stem`` such as ``tweets?``: those found, then those missed."""
    pattern = rf"{stem}(?:-part\d+)?\.js"
    pairs = [(member, says.manifest_of(member)) for member in archive.find(pattern)]
    several = len({member.part for member in archive.members}) > 1
    found = [
        Source(
            member.label if several else member.name,
            member,
            manifest.counts.get(_base(member.name)) if manifest else None,
            manifest,
        )
        for member, manifest in pairs
    ]
    missed = [
        Source(name, None, count, manifest)
        for manifest in says.manifests
        for name, count in manifest.counts.items()
        if re.fullmatch(pattern, name)
        and name not in {_base(member.name) for member, near in pairs if near is manifest}
    ]
    return (*found, *missed)


def _readable(
    archive: Archive, members: Iterable[Member]
) -> tuple[list[tuple[Member, Any]], tuple[str, ...]]:
    contents, notes = [], []
    for member in members:
        try:
            contents.append((member, whole(archive, member)))
        except SourceError as error:
            notes.append(str(error))
    return contents, tuple(notes)


def _one(owners: list[Owner]) -> Owner:
    ids = sorted({one.account_id for one in owners if one.account_id})
    if len(ids) > 1:
        raise SourceError(
            f"The X archives given belong to different accounts (numbers {', '.join(ids)}). "
            "Name each under its own account in the configuration."
        )
    return next((one for one in owners if one.account_id or one.handle), Owner())


def _is_ours(content: Any) -> bool:
    return isinstance(content, dict) and ("archiveInfo" in content or "dataTypes" in content)


def _manifest(member: Member, content: Any) -> Manifest:
    user, info = _part(content, "userInfo"), _part(content, "archiveInfo")
    files = [
        file
        for data_type in _part(content, "dataTypes").values()
        if isinstance(data_type, dict) and isinstance(data_type.get("files"), list)
        for file in data_type["files"]
        if isinstance(file, dict) and isinstance(file.get("fileName"), str)
    ]
    return Manifest(
        member=member,
        owner=Owner(numeric_id(user.get("accountId")), handle_of(user.get("userName"))),
        made_at=iso_time(info.get("generationDate")),
        partial=info.get("isPartialArchive") in (True, "true"),
        counts={_base(file["fileName"]): _count(file.get("count")) for file in files},
    )


def _account(content: Any) -> Owner:
    first = content[0] if isinstance(content, list) and content else {}
    inner = _part(first, "account")
    return Owner(numeric_id(inner.get("accountId")), handle_of(inner.get("username")))


def _part(content: Any, key: str) -> dict[str, Any]:
    inner = content.get(key) if isinstance(content, dict) else None
    return inner if isinstance(inner, dict) else {}


def _count(value: object) -> int | None:
    digits = numeric_id(value)
    return int(digits) if digits else None


def _base(name: str) -> str:
    return name.rpartition("/")[2].casefold()


def _folder(member: Member) -> str:
    return member.name.rpartition("/")[0]


def _stamp(time: datetime | None) -> float:
    return time.timestamp() if time else 0.0
