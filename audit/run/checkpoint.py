"""Where the pages of a run lie while it is not whole, so that the next one goes on from there."""

import hashlib
import re
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from audit.config_account import AccountSection
from audit.period import new_zealand_day
from audit.review.words import day
from audit.run import manifest
from connectors.live.pages import PageFolder

FOLDER = ".collecting"
KEPT_DAYS = 7
_FULL = "full"


def name_of(block: AccountSection) -> str:
    """Name the folder of an account's pages, here and in run folders: the same for the same ask."""
    handle = block.handle.strip().lstrip("@").casefold()
    where = (block.platform, handle, block.base_url, block.appview_url, block.plc_url)
    short = hashlib.sha256("\n".join(where).encode()).hexdigest()[:8]
    safe = re.sub(r"[^a-z0-9]+", "-", handle).strip("-")[:40]
    return f"{block.platform}-{safe}-{short}"


@dataclass(frozen=True)
class Checkpoint:
    """The pages of one account: ``begun`` is when the first was fetched, None where there is none.

    ``full`` says that they were begun without an earlier run; ``note`` what became of older ones.
    """

    folder: Path
    begun: datetime | None = None
    full: bool = False
    note: str = ""

    @property
    def pages(self) -> PageFolder:
        """Give the folder to read pages from and to add them to."""
        return PageFolder(self.folder)

    def keep_in(self, collected: Path) -> None:
        """Copy the pages into the folder of collected things of a run that is being made."""
        for path in self.pages.files():
            target = collected / self.folder.name
            target.mkdir(exist_ok=True)
            shutil.copyfile(path, target / path.name)

    def discard(self) -> None:
        """Remove the pages: a run folder has them, or they are not to be used."""
        shutil.rmtree(self.folder, ignore_errors=True)


def open_checkpoint(
    output: Path, name: str, last: Path | None, now: datetime, *, full: bool
) -> Checkpoint:
    """Go on from the pages that are there, or begin anew.

    Pages are given up that are too old to go on from, that the ``last`` whole run has already, or
    that build on an earlier run where the reading is to be ``full``.
    """
    found = Checkpoint(output / FOLDER / name)
    begun = found.pages.begun()
    was_full = (found.folder / _FULL).exists()
    note = ""
    if begun is not None and now - begun > timedelta(days=KEPT_DAYS):
        since = day(new_zealand_day(begun))
        note = f"what was fetched from {since} on is too old to go on from, and is read anew"
    elif begun is None or (full and not was_full) or _is_in(found.folder, last):
        pass
    else:
        return Checkpoint(found.folder, begun, was_full)
    found.discard()
    if full:
        found.folder.mkdir(parents=True)
        (found.folder / _FULL).touch()
    return Checkpoint(found.folder, None, full, note)


def _is_in(folder: Path, last: Path | None) -> bool:
    """Tell whether a run folder has these very pages: a run was killed before it removed them."""
    if last is None:
        return False
    files = PageFolder(folder).files()
    kept = {path.name: path for path in PageFolder(last).files()}
    return {path.name for path in files} == kept.keys() and all(
        manifest.sha256(path) == manifest.sha256(kept[path.name]) for path in files
    )
