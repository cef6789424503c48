"""Puts each workbook's purposes beside what its run had filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from audit.decisions.model import Outcome, Purpose, Returned
from audit.decisions.one_file import newer_layout
from audit.decisions.purposes import PurposeBook
from audit.decisions.store import Store
from audit.run import keep
from audit.run.last import newest_first
from audit.run.returned.purpose_sheet import issued_purposes
from audit.run.returned.review_dates import within_range
from audit.run.returned.store import observed_at


@dataclass(frozen=True)
class _Run:
    """What a run knew: when it read its data, and of each account its id and its purpose."""

    observed_at: datetime
    issued: Mapping[str, tuple[str, Purpose]]


def purpose_books(
    books: Sequence[Returned], store: Store, output: Path, layout: int
) -> tuple[tuple[PurposeBook, ...], tuple[Outcome, ...]]:
    """Give the workbooks that have purposes, with what their runs knew; raises SourceError.

    Gives apart what became of the rows whose review date is out of range.
    """
    wanted = [(book, store.run_of(book)) for book in books if book.purposes]
    known = _known(output, {run for _, run in wanted})
    parted = [_parted(book, known.get(run), newer_layout(book, layout)) for book, run in wanted]
    return tuple(book for book, _ in parted), tuple(one for _, told in parted for one in told)


def _parted(
    book: Returned, run: _Run | None, refused: str
) -> tuple[PurposeBook, tuple[Outcome, ...]]:
    issued = run.issued if run else {}
    whole = PurposeBook(book.file, book.sha256, book.who, book.purposes, issued, refused)
    return within_range(whole, run.observed_at) if run else (whole, ())


def _known(output: Path, runs: set[str]) -> Mapping[str, _Run]:
    """Read what each run knew; of several folders with one review the newest counts."""
    found: dict[str, _Run] = {}
    for path in newest_first(output) if runs else ():
        review = keep.read_json(path / "review.json")
        run = review.get("run_id", "")
        if run in runs and run not in found:
            found[run] = _Run(observed_at(review, path), issued_purposes(path))
    return found
