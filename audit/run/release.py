"""Makes the copy for release of a run folder, in a folder of its own beside it."""

import re
from dataclasses import dataclass
from pathlib import Path

from audit import config, inputs
from audit.release.select import select
from audit.review.kept import review_of
from audit.review.model import Review
from audit.review.released import Released
from audit.review.words import count
from audit.run import folder, keep
from audit.run.verification import verify
from connectors.errors import ConfigError, SourceError
from reports.pdf import print_page
from reports.release import write_release

# People write their decisions into it, where it lies; nothing is released from it.
_WORKBOOK = re.compile(r"review-[^/]*\.xlsx")


@dataclass(frozen=True)
class Made:
    """A copy for release, the folder it is in, and why it has no PDF, where it has none."""

    released: Released
    folder: Path
    no_pdf: str


def release(source: Path, target: Path | None, browser: Path | None) -> Made:
    """Write the copy of a run folder to a new folder; ``RUN-release`` beside it if none is given.

    ``browser`` prints the page as a PDF. Raises ConfigError where there is no run folder or the
    target is taken, SourceError where a file of the run folder is not as it was made.
    """
    place = target or source.resolve().with_name(f"{source.resolve().name}-release")
    _refuse_damage(source)
    _refuse_to_overwrite(source, place)
    record = keep.load(source, _sees_nothing)
    used = inputs.load(inputs.copied(source / "inputs"), record.observed_on)
    loaded = config.load(source / "config.toml", check_files=False)
    released = select(_kept(source), record, used, loaded.config.governance.own_domains)
    with folder.new(place.parent, place.name) as partial:
        page = write_release(released, partial)
        no_pdf = print_page(page, browser, record.observed_at)
    return Made(released, place, no_pdf)


def _kept(source: Path) -> Review:
    try:
        return review_of(keep.read_json(source / "review.json"))
    except SourceError as error:
        raise SourceError(f"Nothing can be released from {source}: {error}") from error


def _refuse_damage(source: Path) -> None:
    found = verify(source)
    wrong = [name for name in (*found.changed, *found.missing) if not _WORKBOOK.fullmatch(name)]
    if wrong:
        more = f" and {count(len(wrong) - 1, 'more file')}" if len(wrong) > 1 else ""
        raise SourceError(
            f"{wrong[0]}{more} of {source} changed or went since the run folder was made, so "
            "nothing is released from it: see follow-audit verify."
        )


def _refuse_to_overwrite(source: Path, place: Path) -> None:
    folder.refuse_inside(source, place)
    if place.exists():
        raise ConfigError([f"{place} is there already. Choose another folder with --out."])


def _sees_nothing(_text: str) -> bool:
    """No post's text is read for a copy that holds none."""
    return False
