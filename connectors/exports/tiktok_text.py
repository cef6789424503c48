"""TikTok's export as text: one file a list, each record a few lines ``Key: value``.

A record begins with its time; a blank line stands behind it. Names of files and keys are in the
language of the app. English and Dutch names are known; keys are told by their values.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from connectors.archive import Archive, Member
from connectors.errors import SourceError

_LIMIT = 256 * 2**20
_HEAD = 2_048
_TIME = r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}"
_BEGIN = re.compile(rf"[^:\n]{{1,40}}: ?({_TIME}(?: UTC)?)\s*\Z", re.ASCII)
_STARTS = re.compile(rf"\A\s*[^:\n]{{1,40}}: ?{_TIME}")
_LINE = re.compile(r"([^:\n]{1,60}):(?: (.*)|\s*)\Z", re.DOTALL)
_OTHER = re.compile(r"tiktok(?:v|cdn)?\.com/")
_BEHIND_TITLE = re.compile(r"(?:Add ?Yours ?Text|Alternate ?Text|Cover ?Image):", re.IGNORECASE)
_TITLES = frozenset({"title", "titel"})
_AGAIN = "Download the export again, with the file format JSON."
_EMPTY = re.compile(
    r"you have no (?:data|information) .*|no data.*|dit gedeelte bevat geen gegevens|"
    r"er staan geen gegevens in dit gedeelte",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class TextList:
    """One list: the kind of act and the names that its file has in the languages known."""

    kind: str
    name: str
    names: str
    own_name: bool = False

    def found(self, archive: Archive) -> tuple[Member, ...]:
        """Give the files of this list that are in the export."""
        return archive.find(rf"(?:{self.names})(?: ?\(\d+\))?\.txt")


TEXT_LISTS = (
    TextList("follow", "Following.txt", r"following|volgend"),
    TextList("like", "Like List.txt", r"like list|likelijst", own_name=True),
    TextList("repost", "Reposts.txt", r"reposts|herplaatsingen"),
    TextList("post", "Posts.txt", r"posts|berichten"),
)


def is_tiktok(archive: Archive) -> bool:
    """Tell TikTok's text files by their names and how they begin, in any language."""
    for one in TEXT_LISTS:
        found = one.found(archive)
        if found and (one.own_name or any(_begins(archive, member) for member in found)):
            return True
    return bool(in_other_language(archive))


def in_other_language(archive: Archive) -> tuple[Member, ...]:
    """Give text files that lead to TikTok's videos, where not one list has a name that is known."""
    if any(one.found(archive) for one in TEXT_LISTS):
        return ()
    return tuple(
        member
        for member in archive.find(r"[^/]+\.txt")
        if _begins(archive, member) and _OTHER.search(_head(archive, member))
    )


def text_records(archive: Archive, member: Member) -> Iterator[Mapping[str, str]]:
    """Give each record with the keys ``date``, ``link``, ``username`` and ``title`` that it has.

    Raises SourceError, naming the file, where it is not UTF-8, or after its records where it ends
    inside a line.
    """
    text = _decoded(archive, member)
    lines = text.splitlines()
    written = [line for line in lines if line.strip()]
    if len(written) == 1 and _EMPTY.fullmatch(written[0].strip()):
        return
    for record in _grouped(lines):
        yield _told(record)
    if text and not text.endswith("\n"):
        raise SourceError(f"{member.label} ends in the middle of a line: it is cut short. {_AGAIN}")


def _decoded(archive: Archive, member: Member) -> str:
    try:
        return archive.read(member, _LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{member.label} is not written in UTF-8, as TikTok writes it. {_AGAIN}"
        ) from error


def _grouped(lines: list[str]) -> Iterator[list[str]]:
    """Part lines into records: one begins with a time, at the top or behind a blank line."""
    record: list[str] = []
    blank = True
    for line in lines:
        if blank and record and _BEGIN.match(line):
            yield record
            record = []
        if record or line.strip():
            record.append(line)
        blank = not line.strip()
    if record:
        yield record


def _told(record: list[str]) -> Mapping[str, str]:
    begin = _BEGIN.match(record[0])
    if begin is None:
        return {}
    told, key = {"date": begin[1]}, ""
    for line in record[1:]:
        # A caption may go on for lines, and some of those look like keys.
        goes_on = key == "title" and not _BEHIND_TITLE.match(line)
        match = None if goes_on else _LINE.match(line)
        if match:
            key = _key(match[1], match[2] or "", told)
            told[key] = (match[2] or "").strip()
        elif goes_on:
            told["title"] = f"{told['title']}\n{line}"
    return told


def _key(name: str, value: str, told: Mapping[str, str]) -> str:
    """Tell what a line holds: a link by its form, a title by its name, else what comes first."""
    folded = re.sub(r"\W", "", name).casefold()
    if "link" not in told and value.startswith(("http://", "https://")):
        return "link"
    if folded in _TITLES:
        return "title"
    return folded if "username" in told or "link" in told else "username"


def _begins(archive: Archive, member: Member) -> bool:
    return bool(_STARTS.match(_head(archive, member)))


def _head(archive: Archive, member: Member) -> str:
    try:
        return archive.head(member, _HEAD).decode("utf-8-sig", "replace")
    except SourceError:
        return ""
