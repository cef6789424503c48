"""The lists in TikTok's JSON, wherever they lie: each generation of it has moved them.

Until 2024 they lie below ``Activity`` and ``Video``, in 2025 below ``Your Activity`` and ``Post``,
since 2026 below ``Likes and Favorites``, ``Profile And Settings`` and others. A list may be
``null``, ``{}`` or one bare object. All else (messages, phone numbers, what was watched) is
passed over and never kept.
"""

from dataclasses import dataclass, field

from connectors.archive import Archive, Member
from connectors.exports.json_reader import Reader, items_or_one, keys
from connectors.exports.tiktok_fields import Fields, fields_of

# The key of each list, and the keys it may lie under where others have that key too.
_LISTS = {
    "following": ("follow", ("following", "following list")),
    "itemfavoritelist": ("like", ()),
    "repostlist": ("repost", ()),
    "videolist": ("post", ("posts", "videos")),
}
_OWNER, _OWNER_IN = "username", "profilemap"


@dataclass
class JsonLists:
    """The fields of each list by kind of act; ``trouble`` where the file could not be read on."""

    records: dict[str, list[Fields]] = field(default_factory=dict)
    owner: str = ""
    trouble: str = ""


def read_lists(archive: Archive, member: Member) -> JsonLists:
    """Read a file once; what stands before a damage is kept."""
    found = JsonLists()
    try:
        with archive.open(member) as stream:
            reader = Reader(stream)
            _walk(reader, "", found)
            if reader.next():
                raise ValueError("more than one value")
    except (ValueError, RecursionError):
        found.trouble = (
            f"{member.label} cannot be read to its end: it is cut short or was changed by hand. "
            "Download the export again."
        )
    return found


def _walk(reader: Reader, parent: str, found: JsonLists) -> None:
    """Go down through objects; the items of other lists are read one by one and let go."""
    sign = reader.next()
    if sign == "{":
        for key in keys(reader):
            _member(reader, parent, key.strip().casefold(), found)
    elif sign == "[":
        for _ in reader.items():
            pass
    else:
        reader.value()


def _member(reader: Reader, parent: str, key: str, found: JsonLists) -> None:
    kind, parents = _LISTS.get(key, ("", ()))
    if kind and (not parents or parent in parents):
        records = found.records.setdefault(kind, [])
        # Extending keeps those before a damage.
        records.extend(fields_of(items_or_one(reader)))
    elif key == _OWNER and parent == _OWNER_IN:
        value = reader.value()
        found.owner = value.strip() if isinstance(value, str) else ""
    else:
        _walk(reader, key, found)
