"""Puts each workbook's purposes beside what its run had filled in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from audit.decisions.model import Purpose, Returned
from audit.decisions.one_file import newer_layout
from audit.decisions.purposes import PurposeBook
from audit.decisions.store import Store
from audit.run import keep
from audit.run.last import newest_first
from audit.run.returned.purpose_sheet import issued_purposes


def purpose_books(
    books: Sequence[Returned], store: Store, output: Path, layout: int
) -> tuple[PurposeBook, ...]:
    """Give the workbooks that have purposes, with what their runs knew; raises SourceError."""
    wanted = [(book, store.run_of(book)) for book in books if book.purposes]
    known = _known(output, {run for _, run in wanted})
    return tuple(
        PurposeBook(
            book.file,
            book.sha256,
            book.who,
            book.purposes,
            known.get(run, {}),
            newer_layout(book, layout),
        )
        for book, run in wanted
    )


def _known(output: Path, runs: set[str]) -> Mapping[str, Mapping[str, tuple[str, Purpose]]]:
    """Read what each run knew; of several folders with one review the newest counts."""
    found: dict[str, Mapping[str, tuple[str, Purpose]]] = {}
    for path in newest_first(output) if runs else ():
        run = keep.read_json(path / "review.json").get("run_id", "")
        if run in runs and run not in found:
            found[run] = issued_purposes(path)
    return found
