"""The job of reading decisions: find the workbooks, judge every row, record what was decided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from audit.config import Loaded
from audit.decisions.judge import judge
from audit.decisions.model import Decided, FileRead, Reading, Recorded
from audit.decisions.purposes import judge_purposes
from audit.decisions.store import latest
from audit.review.model import LAYOUT, Period
from audit.review.words import day
from audit.run import folder, keep
from audit.run.returned import kept
from audit.run.returned.earlier import earlier_findings
from audit.run.returned.found import workbooks_in, written_in
from audit.run.returned.kept import Places
from audit.run.returned.purpose_books import purpose_books
from audit.run.returned.sheets import read_returned
from audit.run.returned.store import store_of
from connectors.errors import ConfigError


def read(loaded: Loaded, paths: Sequence[Path], now: datetime, *, dry_run: bool) -> Reading:
    """Read workbooks that are named; with ``dry_run`` nothing is recorded.

    A file that was read before is said and not read again. Raises ConfigError where a file is not
    there or what is kept cannot be read or written.
    """
    return _read(loaded, workbooks_in(paths), now, dry_run=dry_run)


def decided_until_now(loaded: Loaded, period: Period, now: datetime) -> Recorded:
    """Read what came back into the run folders and the inbox; give all that is recorded.

    Of the readings those that no review of an earlier period has shown.
    """
    inbox = [loaded.path(path) for path in loaded.config.review.inbox]
    output = loaded.path(loaded.config.review.output)
    _read(loaded, [*written_in(output), *workbooks_in(inbox)], now, dry_run=False)
    places = Places(loaded.base)
    runs = [keep.earlier(path) for path in folder.runs(output)]
    before = sorted(
        (run for run in runs if run.end < period.start), key=lambda run: (run.end, run.observed_at)
    )
    shown = {one.read_at for run in before for one in kept.load_recorded(run.folder).readings}
    readings = [one for one in kept.load_readings(places) if one.read_at not in shown]
    decided = kept.load_decisions(places)
    return Recorded(decided, tuple(readings), earlier_findings(before, latest(decided)))


def decisions(loaded: Loaded) -> tuple[Decided, ...]:
    """Give all decisions recorded, the oldest first."""
    return kept.load_decisions(Places(loaded.base))


def _read(loaded: Loaded, paths: Sequence[Path], now: datetime, *, dry_run: bool) -> Reading:
    places = Places(loaded.base)
    before = kept.load_readings(places)
    known = kept.already_read(before)
    contents = {path: _content(path) for path in paths}
    digests = {path: sha256(content).hexdigest() for path, content in contents.items()}
    fresh = {digest: path for path, digest in reversed(digests.items()) if digest not in known}
    books = [read_returned(contents[path], path, digest) for digest, path in fresh.items()]
    if not books:
        return Reading(now, tuple(_known(paths, digests, before)))
    output = loaded.path(loaded.config.review.output)
    store = store_of(output, kept.load_decisions(places))
    told, purposes = judge_purposes(
        purpose_books(books, store, output, LAYOUT), now, kept.load_purposes(places)
    )
    reading = replace(judge(books, store, LAYOUT, now), purposes=told)
    if not dry_run:
        for digest, path in fresh.items():
            kept.keep_copy(places, contents[path], digest, path.name)
        kept.record(places, reading, purposes)
    again = _known([path for path in paths if digests[path] in known], digests, before)
    return replace(reading, files=(*reading.files, *again))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError([f"{path} cannot be read: {error.strerror}."]) from error


def _known(
    paths: Sequence[Path], digests: dict[Path, str], before: Sequence[Reading]
) -> list[FileRead]:
    """Say of each file that was read before, when that was."""
    when = {file.sha256: one.read_at for one in before for file in one.files}
    return [
        FileRead(path.name, digests[path], 0, f"It was read on {day(when[digests[path]].date())}")
        for path in paths
        if digests[path] in when
    ]
