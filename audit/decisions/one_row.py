"""Judges one row by itself: which item, which decision, and what to say about it."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from audit.decisions.model import UNDO_OF, VALUES, Issued, Returned, Row, lacking
from audit.decisions.store import Store
from audit.item import is_item
from audit.review.due import due_days
from audit.review.words import KIND_NOUNS, day, listing

_VALUES = {value.casefold(): value for value in VALUES}


@dataclass(frozen=True)
class Judged:
    """A row with its item and its decision; ``refused`` says why it is not used."""

    book: Returned
    row: Row
    issued: Issued | None
    value: str = ""
    notes: tuple[str, ...] = ()
    refused: str = ""

    @property
    def item(self) -> str:
        """Give the number of the item, as issued or else as written."""
        return self.issued.item if self.issued else self.row.item

    @property
    def as_issued(self) -> bool:
        """Tell whether the four cells are as the tool had filled them in."""
        return self.issued is not None and self.row.written == self.issued.written

    @property
    def fresh(self) -> bool:
        """Tell whether a person wrote a decision here."""
        return bool(self.row.written.decision) and not self.as_issued

    @property
    def place(self) -> str:
        """Say where the row stands."""
        return f"{self.book.file}, sheet {self.row.sheet}, row {self.row.row}"


def judge_row(book: Returned, row: Row, store: Store, run: str) -> Judged:
    """Say of a row which item it is, what was decided, and why it is not used, if it is not."""
    issued, notes, problem = _item(row, store, run)
    if issued is None:
        return Judged(book, row, None, refused=problem)
    notes += _changed(row, issued)
    if row.merged and not row.written.decision:
        said = "the decision's cell is merged with the one above, so it holds none of its own"
        return Judged(book, row, issued, notes=notes, refused=said)
    if not row.written.decision or row.written == issued.written:
        return Judged(book, row, issued, notes=notes)
    value = _VALUES.get(_plain(row.written.decision), "")
    if not value:
        return Judged(book, row, issued, notes=notes, refused=_unknown(row.written.decision))
    if value != row.written.decision:
        notes += (f"“{row.written.decision}” was read as {value}",)
    refused = _unsuited(value, issued.kind) or _due_problem(row, issued)
    return Judged(book, row, issued, value, notes + _about(value, row), refused)


def _item(row: Row, store: Store, run: str) -> tuple[Issued | None, tuple[str, ...], str]:
    """Find the item of a row; gives the notes about it, or why there is none."""
    if not row.item:
        found = store.alike(row.cells, row.link, run)
        said = ("it has no item number and was matched by its account, type and link",)
        lost = "it has no item number, and its account, type and link fit no one item"
        return (found, said, "") if found else (None, (), lost)
    found = store.find(row.item, run) if is_item(row.item) else None
    if found is not None:
        older = "" if run in {"", found.run_id} else "its workbook's run did not issue this item"
        return found, (older,) if older else (), ""
    near = get_close_matches(row.item, list(store.newest), n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    if is_item(row.item):
        return None, (), f"no run issued an item {row.item}{hint}"
    return None, (), f"{row.item} is not an item number as issued{hint}"


def _changed(row: Row, issued: Issued) -> tuple[str, ...]:
    """Name the evidence columns that differ from what was issued."""
    changed = [name for name, text in row.cells.items() if text != issued.cells.get(name, text)]
    named = listing([name.capitalize() for name in changed])
    return (f"changed since it was issued: {named}",) if changed else ()


def _unknown(written: str) -> str:
    near = get_close_matches(_plain(written), list(_VALUES), n=1)
    hint = f"; did you mean {_VALUES[near[0]]}?" if near else ""
    return f"“{written}” is not one of {listing(VALUES, 'or')}{hint}"


def _unsuited(value: str, kind: str) -> str:
    kinds = UNDO_OF.get(value)
    if kinds is None or kind in kinds:
        return ""
    what = KIND_NOUNS[kind][0] if kind else "matter of the account"
    return f"{value} does not fit a {what}"


def _due_problem(row: Row, issued: Issued) -> str:
    """Say why a due date cannot be used: not read, or not from the run to 18 months on."""
    if not row.written.due:
        return ""
    if row.due_day is None:
        return f"the due date “{row.written.due}” cannot be read; write it like 31 January 2027"
    first, last = due_days(issued.observed_at)
    if first <= row.due_day <= last:
        return ""
    return f"{day(row.due_day)} is not from {day(first)} to {day(last)}"


def _about(value: str, row: Row) -> tuple[str, ...]:
    """Note what was read into the row, and what the decision lacks."""
    notes: list[str] = []
    if row.due_typed and row.due_day is not None:
        notes.append(f"“{row.written.due}” was read day first as {day(row.due_day)}")
    lacks = lacking(value, row.written.reason, row.written.owner, row.due_day)
    if lacks:
        notes.append(f"{value} needs {lacks}, so it is asked for again")
    return tuple(notes)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def due_in_words(due: date | None) -> str:
    """Echo a due date with its month in words, the only defence against swapped months."""
    return f"Due {day(due)}" if due else ""


def sentence(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]
