"""Which files of a Takeout hold what: told by their content, for their names are translated.

Folders, files and columns are named in the language of the Google account. What a file holds is
read from the form of its ids (channels ``UC…``, videos of 11 letters, playlists ``LL…``); a name
counts only where a file is empty or broken.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from connectors.archive import Archive, Member
from connectors.errors import SourceError
from connectors.exports.youtube_table import first_rows
from connectors.exports.youtube_values import CHANNEL, moment, video_of
from connectors.profiles import clean

Found = Mapping[str, tuple[Member, ...]]

_HEAD = 8_192
# So many files are looked into where no folder is YouTube's: an export of another platform may
# hold thousands, none of which is ours.
_FILES_LOOKED_INTO = 40
_TAKEOUT = re.compile(r"(?:^|/)takeout/", re.IGNORECASE)
_FOLDER = re.compile(r"you\s?tube", re.IGNORECASE)
_SUFFIXES = (".csv", ".json", ".opml", ".xml", "subscription_manager")
_PAGES = (".html", ".htm")
_NAMES = {
    "subscriptions": re.compile(
        r"subscriptions|subscription_manager|abonnementen|abos|suscripciones|abonamente|"
        r"prenumeratos|abonnements"
    ),
    "likes": re.compile(r"likes|liked[ _-]videos(?:-videos)?"),
    "activity": re.compile(r"my ?activity(?:_\w+)?|mi actividad|meine ?aktivitäten"),
    "history": re.compile(
        r"(?:watch|search)[-_ ]history|kijkgeschiedenis|zoekgeschiedenis|wiedergabeverlauf|"
        r"suchverlauf|historial[-_ ]de[-_ ](?:reproducciones|b[uú]squeda)"
    ),
    "videos": re.compile(r"videos|vídeos|video_s|videoclipuri|vaizdo įrašai"),
    "video texts": re.compile(r"video[ -]?text[se]?"),
    "comments": re.compile(r"comments|kommentare|reacties|comentarios|comentarii|komentarai"),
    "posts": re.compile(r"posts|beiträge"),
    "channel": re.compile(r"channel|kanal|kanaal|canal|kanalas"),
}
_NUMBERED = re.compile(r"\s?\(\d+\)$|-\d+$")
_COMMENT = re.compile(r"Ug[\w-]{10,}(?:\.[\w-]+)?", re.ASCII)
# The ids of community posts: the newer kind by its beginning, the older one by its end.
_POST = re.compile(r"Ugkx[\w-]+|Ug[\w-]+ABCQ", re.ASCII)
_PLAYLIST = re.compile(r"(?:PL|FL|WL|LL|RD|OL|UU)[\w-]*", re.ASCII)
_COUNT = re.compile(r"\d{1,9}", re.ASCII)


# Recognising, naming the owner and reading follow each other on one archive.
@lru_cache(maxsize=1)
def find_files(archive: Archive) -> Found:
    """Sort the files of YouTube by what they hold, each kind in the order of the archive."""
    found: dict[str, list[Member]] = {}
    for member in _candidates(archive):
        found.setdefault(_kind(archive, member), []).append(member)
    return {kind: tuple(members) for kind, members in found.items()}


def _candidates(archive: Archive) -> Iterator[Member]:
    files = [one for one in archive.members if one.name.casefold().endswith(_SUFFIXES + _PAGES)]
    for part in dict.fromkeys(one.part for one in files):
        given = [one for one in files if one.part == part]
        ours = {one for one in given if _is_ours(one)}
        # A Takeout holds files of many services; beside it may lie a file of ours by itself.
        loose = [one for one in given if one not in ours and not _TAKEOUT.search(one.name)]
        few = len(loose) <= _FILES_LOOKED_INTO
        wanted = {*ours, *(one for one in loose if few or _named(one))}
        yield from (one for one in given if one in wanted)


def _is_ours(member: Member) -> bool:
    return bool(_FOLDER.search(member.name.rpartition("/")[0]))


def _kind(archive: Archive, member: Member) -> str:
    name, named = member.name.casefold(), _named(member)
    if name.endswith(_PAGES):
        return f"{named} pages" if named in ("activity", "history") else "pages"
    try:
        head = archive.head(member, _HEAD)
    except SourceError:
        head = b""
    if name.endswith(".csv"):
        kind = _table_kind(first_rows(head), member)
    else:
        kind = _text_kind(head.decode("utf-8-sig", "replace"), member)
    # Other platforms have files of such names too.
    return kind or (named if _is_ours(member) else "") or "other"


def _named(member: Member) -> str:
    stem = member.name.rpartition("/")[2].rpartition(".")
    plain = _NUMBERED.sub("", clean(stem[0] or stem[2]).casefold())
    return next((kind for kind, names in _NAMES.items() if names.fullmatch(plain)), "")


def _text_kind(head: str, member: Member) -> str:
    if not member.name.casefold().endswith(".json"):
        return "subscriptions" if "<opml" in head and "channel_id=" in head else ""
    if '"resourceId"' in head and '"youtube#channel"' in head:
        return "subscriptions"
    if re.search(r'"playlistId"\s*:\s*"LL', head):
        return "likes"
    if '"contentDetails"' in head and '"videoId"' in head:
        return "likes" if _named(member) == "likes" else "playlists"
    if re.search(r'"header"\s*:', head) and re.search(r'"time"\s*:', head):
        return "history" if _is_history(member) else "activity"
    return ""


def _is_history(member: Member) -> bool:
    """Tell the watch history, one folder below YouTube's own, from My Activity just inside it."""
    folders = member.name.split("/")[:-1]
    return _named(member) == "history" or (
        len(folders) > 1 and not _FOLDER.search(folders[-1]) and bool(_FOLDER.search(folders[-2]))
    )


def _table_kind(found: Sequence[Sequence[str]], member: Member) -> str:
    if not found:
        return ""
    header, row = found[0], found[1] if len(found) > 1 else []
    if not row:
        return _header_kind(header)
    return next((kind for kind, tells in _TELLS if tells(header, row, member)), "")


def _header_kind(header: Sequence[str]) -> str:
    """Tell an empty list of subscriptions by the one word that stays itself in most languages."""
    return "subscriptions" if len(header) == 3 and "url" in header[1].casefold().split() else ""


def _is_subscriptions(header: Sequence[str], row: Sequence[str], member: Member) -> bool:
    by_address = len(row) > 1 and "/channel/" in row[1]
    by_name = bool(CHANNEL.fullmatch(row[0])) and _named(member) == "subscriptions"
    return len(header) > 1 and (by_address or by_name)


def _is_liked(_: Sequence[str], row: Sequence[str], member: Member) -> bool:
    return row[0].startswith("LL") or (_named(member) == "likes" and video_of(row[0]) is not None)


def _is_count(header: Sequence[str], row: Sequence[str], member: Member) -> bool:
    ours = header[0].casefold() == "total liked videos" or bool(_FOLDER.search(member.name))
    return ours and len(header) == 1 and bool(_COUNT.fullmatch(row[0]))


def _is_post(header: Sequence[str], row: Sequence[str], member: Member) -> bool:
    named = _named(member) == "posts" and bool(_COMMENT.fullmatch(row[0]))
    return len(header) > 1 and (named or bool(_POST.fullmatch(row[0])))


def _is_comment(_: Sequence[str], row: Sequence[str], member: Member) -> bool:
    texts = any(cell.startswith(('{"text"', '{"takeoutSegments"')) for cell in row)
    return any(map(_COMMENT.fullmatch, row)) and (
        texts or any(map(CHANNEL.fullmatch, row)) or _named(member) == "comments"
    )


def _is_channel(_: Sequence[str], row: Sequence[str], __: Member) -> bool:
    return bool(CHANNEL.fullmatch(row[0]))


def _is_playlist(header: Sequence[str], row: Sequence[str], _: Member) -> bool:
    listed = len(header) == 2 and bool(video_of(row[0]) and moment(row[-1]))
    return listed or (len(header) > 5 and bool(_PLAYLIST.fullmatch(row[0])))


def _is_videos(_: Sequence[str], row: Sequence[str], member: Member) -> bool:
    named = _named(member) == "videos" and len(row) > 1
    has_id = any(map(CHANNEL.fullmatch, row[1:]))
    return bool(video_of(row[0])) and (has_id or named or any(map(moment, row[1:])))


def _is_texts(header: Sequence[str], row: Sequence[str], member: Member) -> bool:
    texts = any(re.search(r"\(|\w \d+$", name) for name in header)
    return bool(video_of(row[0])) and (texts or _named(member) == "video texts")


# In this order: each leaves what the ones below it are to tell.
_TELLS: tuple[tuple[str, Callable[[Sequence[str], Sequence[str], Member], bool]], ...] = (
    ("subscriptions", _is_subscriptions),
    ("likes", _is_liked),
    ("like count", _is_count),
    ("posts", _is_post),
    ("comments", _is_comment),
    ("channel", _is_channel),
    ("playlists", _is_playlist),
    ("videos", _is_videos),
    ("video texts", _is_texts),
)
