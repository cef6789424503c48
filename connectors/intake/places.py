"""Which files and folders under a path are looked at as one export each.

A folder is an export that somebody unpacked where it has the folders that exports have inside;
any other folder is a pile, of which each file and each folder is looked at by itself.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from connectors.archive_safety import ARCHIVE_SUFFIXES, is_junk

_INSIDE = re.compile(
    r"Takeout|connections|media_attachments|followers_and_following|content|likes|"
    r"posts|pages|comments_and_reactions|friends_and_followers|following_and_followers|"
    r"likes_and_reactions|profile_information|personal_information|security_and_login_information|"
    r"your_(?:facebook|instagram)_activity|your_activity_across_facebook|"
    r"this_profile.s_activity_across_facebook|YouTube\W.+YouTube.*|Articles",
    re.IGNORECASE,
)
# The number of a part, and what the platforms write behind the day: a run of letters and digits.
_PART = re.compile(r"(?:[-_ .]*\(?(?:part[-_ ]?)?\d{1,3}\)?)+$", re.IGNORECASE)
_META = re.compile(r"((?:facebook|instagram)-.+?-\d{4}-\d{2}-\d{2})(?:-.*)?$", re.IGNORECASE)


def places(path: Path) -> Iterator[Path]:
    """Give the files and the unpacked exports under a path, in the order of their names."""
    if not path.is_dir() or path.is_symlink():
        yield path
        return
    try:
        entries = _entries(path)
    except OSError:
        yield path  # opening it says what stands in the way
        return
    if any(one.is_dir() and _is_inside(one) for one in entries):
        yield path
        return
    for entry in entries:
        yield from places(entry)


def _is_inside(folder: Path) -> bool:
    # Many a folder is called data; that of X has its scripts right inside.
    scripts = folder.name == "data" and any(folder.glob("*.js"))
    return scripts or bool(_INSIDE.fullmatch(folder.name))


def is_packed(path: Path) -> bool:
    """Tell whether a path is whole by itself: an archive or a repository, not one inner file."""
    return path.name.casefold().endswith((*ARCHIVE_SUFFIXES, ".car"))


def stem_of(path: Path) -> str:
    """Give the name that the parts of one export share; empty for an inner file or a folder."""
    if not path.is_file() or not is_packed(path):
        return ""
    name = path.name.partition(".")[0]
    meta = _META.match(name)
    return (meta[1] if meta else _PART.sub("", name)).casefold()


def siblings(folder: Path) -> list[Path]:
    """Give all files of a folder that holds nothing but files; empty where it holds folders."""
    entries = _entries(folder)
    return [] if any(one.is_dir() for one in entries) else entries


def _entries(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if not is_junk(one.name))
