"""Judges one file by itself: whether anything of it is used, and what to know of it."""

from audit.decisions.model import FileRead, Returned
from audit.decisions.moved import MOVED, decisions_moved
from audit.decisions.one_row import sentence
from audit.decisions.store import Store


def refusal_of(book: Returned, store: Store, run: str, layout: int) -> str:
    """Say why nothing of a file is used; empty where it is."""
    refused = book.problem or newer_layout(book, layout)
    if refused:
        return refused
    return MOVED if decisions_moved(book, store.runs.get(run, {})) else ""


def newer_layout(book: Returned, layout: int) -> str:
    """Say that a file is of a newer layout than this version knows; empty where it is not."""
    if book.layout is None or book.layout <= layout:
        return ""
    return "it was made by a newer version of this tool. Update this one and read it again"


def file_read(book: Returned, refusal: str, run: str, store: Store) -> FileRead:
    """Say what a file is: how many rows it had, whether it is refused, and of which run."""
    said = [*book.said]
    if refusal:
        said.append(f"nothing in it is used: {refusal}")
    elif run and book.run_id not in store.runs:
        said.append(f"it does not say which run it is of; it was read as one of {run}")
    newest = next(iter(store.runs), "")
    if run and run != newest:
        said.append(f"it is of an older run, {run}")
    return FileRead(
        book.file,
        book.sha256,
        len(book.rows),
        ". ".join(map(sentence, said)),
        refused=bool(refusal),
    )
