"""What one file or folder is: the formats that recognise it, and whose it says it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from connectors.archive import Archive, open_archive
from connectors.errors import SourceError
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.registry import FORMATS
from connectors.exports.unknown import why_unknown
from connectors.intake.lists import platforms_in
from connectors.intake.model import Unrecognised
from connectors.intake.places import is_packed, places, siblings, stem_of

NOBODY = ExportOwner()


@dataclass(frozen=True)
class Hit:
    """A path that one format (or, without one, a list) of a platform recognises."""

    path: Path
    platform: str
    form: str
    method: str
    owner: ExportOwner

    @property
    def stem(self) -> str:
        """Give the name that the parts of one export share; empty for an inner file."""
        return stem_of(self.path)


def hits(path: Path, read_at: datetime) -> tuple[list[Hit], list[Unrecognised]]:
    """Look at everything under a path; each file or folder is a hit or is explained."""
    found: list[Hit] = []
    others: list[Unrecognised] = []
    for place in tuple(places(path)) or (path,):  # an empty folder says so itself
        try:
            new = list(_hits(place, read_at))
            others += [] if new else [Unrecognised(place, _why(place))]
        except SourceError as error:
            new = []
            others.append(Unrecognised(place, str(error), opened=False))
        found += new
    return _folded(path, found, others)


def _hits(place: Path, read_at: datetime) -> Iterator[Hit]:
    archive = open_archive([place])
    seen: set[str] = set()
    for form in FORMATS:
        if form.platform not in seen and form.recognise(archive):
            seen.add(form.platform)
            for owner in _owners(form, archive):
                yield Hit(place, form.platform, form.name, "export", owner)
    if not seen and place.is_file():
        for platform in platforms_in(place, read_at):
            yield Hit(place, platform, "list kept by hand", "list", NOBODY)


def _owners(form: ExportFormat, archive: Archive) -> tuple[ExportOwner, ...]:
    try:
        return form.owners(archive) or (NOBODY,)
    except SourceError:
        return (NOBODY,)  # reading says what is wrong with it


def _why(place: Path) -> str:
    why = why_unknown(open_archive([place]))
    return f"It{why[2:]}" if why.startswith("it ") else why


def _folded(
    path: Path, found: list[Hit], others: list[Unrecognised]
) -> tuple[list[Hit], list[Unrecognised]]:
    """Take a folder with the loose files of one export, and nothing else known, as that export."""
    folders = {hit.path.parent for hit in found} if path.is_dir() else set()
    for folder in sorted(folders):
        inside = [hit for hit in found if hit.path.parent == folder]
        if _is_one(folder, inside):
            owner = next((hit.owner for hit in inside if hit.owner != NOBODY), NOBODY)
            export = next(hit for hit in inside if hit.method == "export")
            whole = replace(export, path=folder, owner=owner)
            found = [hit for hit in found if hit not in inside] + [whole]
            others = [one for one in others if one.path.parent != folder]
    return found, others


def _is_one(folder: Path, inside: list[Hit]) -> bool:
    files = siblings(folder)
    exports = [hit for hit in inside if hit.method == "export"]
    said = {hit.owner for hit in inside} - {NOBODY}
    return (
        len(files) > 1
        and not any(is_packed(file) for file in files)
        and len({hit.form for hit in exports}) == 1
        # what else an export holds may look like a list of its platform
        and {hit.platform for hit in inside} == {exports[0].platform}
        and len(said) <= 1
    )
