"""The job of reading decisions: find the workbooks, judge every row, record what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from audit.config import Loaded
from audit.decisions.judge import judge
from audit.decisions.model import Decided, Reading, Recorded
from audit.decisions.purposes import judge_purposes
from audit.decisions.store import latest
from audit.guidance.given import Answer
from audit.review.model import LAYOUT, Period
from audit.run import folder, keep
from audit.run.answers import answers_beyond
from audit.run.returned import kept
from audit.run.returned.earlier import earlier_findings
from audit.run.returned.found import workbooks_in, written_in
from audit.run.returned.fresh import Found
from audit.run.returned.kept import Places
from audit.run.returned.purpose_books import purpose_books
from audit.run.returned.sheets import read_returned
from audit.run.returned.store import store_of


@dataclass(frozen=True)
class ReadNow:
    """What reading workbooks gave: what became of their rows, and the new answers on Guidance.

    ``again`` has a sentence about each file that was read before, of which nothing else is said.
    """

    reading: Reading
    again: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()


def read(loaded: Loaded, paths: Sequence[Path], now: datetime, *, dry_run: bool) -> ReadNow:
    """Read workbooks that are named; with ``dry_run`` nothing is recorded.

    A file that was read before is said and not read again. Raises ConfigError where a file is not
    there or what is kept cannot be read or written.
    """
    found = Found.of(workbooks_in(paths), kept.load_readings(Places(loaded.base)))
    answers = answers_beyond(loaded, found.fresh.values())
    return ReadNow(_read(loaded, found, now, dry_run=dry_run), found.again, answers)


def decided_until_now(loaded: Loaded, period: Period, now: datetime) -> Recorded:
    """Read what came back into the run folders and the inbox; give all that is recorded.

    Of the readings those that no review of an earlier period has shown.
    """
    inbox = [loaded.path(path) for path in loaded.config.review.inbox]
    output = loaded.path(loaded.config.review.output)
    places = Places(loaded.base)
    paths = [*written_in(output), *workbooks_in(inbox)]
    _read(loaded, Found.of(paths, kept.load_readings(places)), now, dry_run=False)
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


def _read(loaded: Loaded, found: Found, now: datetime, *, dry_run: bool) -> Reading:
    fresh, contents = found.fresh.items(), found.contents
    books = [read_returned(contents[digest], path, digest) for digest, path in fresh]
    if not books:
        return Reading(now)
    places = Places(loaded.base)
    output = loaded.path(loaded.config.review.output)
    store = store_of(output, kept.load_decisions(places))
    known, outside = purpose_books(books, store, output, LAYOUT)
    told, purposes = judge_purposes(known, now, kept.load_purposes(places))
    reading = replace(judge(books, store, LAYOUT, now), purposes=(*outside, *told))
    if not dry_run:
        for digest, path in fresh:
            kept.keep_copy(places, contents[digest], digest, path.name)
        kept.record(places, reading, purposes)
    return reading
