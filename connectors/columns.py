"""Acts read column by column: many records at a time, as fast as the plain parser allows.

A reader gets a ``Block`` of records that follow one another and gives ``Acts``: columns for the
rows that they make, and how many made none and why. What it works out for one record it works out
for all by a comprehension or an Arrow function; only odd values need a function of their own.

A column is a list or an Arrow array with a value for each row, or one text for all of them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from connectors import arrow_frames, frames
from connectors.collected import OwnAccount, Tally
from connectors.records import NOT_ASKED_FOR, Gathered
from connectors.text_columns import TEXT, joined, taken, texts

Values = Sequence[Any] | str
Places = npt.NDArray[np.int64]
# Records wait as Python objects for at most this many, so that memory follows the output.
_AT_A_TIME = 4_000
# As Arrow's texts they weigh little more than in the frame.
_TOGETHER = 50_000


@dataclass(frozen=True)
class Block:
    """Records of one file that follow one another; ``first`` is the number of the first.

    They are a list, or what a format has made of one. ``place`` is what evidence says before a
    number, such as ``a.json, record``.
    """

    records: Any
    first: int
    place: str

    def at(self, place: int) -> str:
        """Give the evidence of one record by its place in the block, from 0."""
        return f"{self.place} {self.first + place}"

    @property
    def evidence(self) -> pa.Array:
        """Give the evidence of each record."""
        numbers = pa.array(np.arange(self.first, self.first + len(self.records)))
        return joined(f"{self.place} ", pc.cast(numbers, TEXT))

    def evidence_with(self, notes: Values) -> pa.Array:
        """Give the evidence of each record with a note behind it in brackets, if there is one."""
        written = notes if isinstance(notes, pa.Array) else texts(notes)
        noted = pc.if_else(pc.equal(written, ""), "", joined(" (", written, ")"))
        return joined(self.evidence, noted)


@dataclass(frozen=True)
class Rows:
    """Rows of a block: the place of each one's record in it (from 0), and columns of their own."""

    places: Sequence[int] | Places
    columns: Mapping[str, Values] = field(default_factory=dict)


@dataclass(frozen=True)
class Acts:
    """What a block gave. Rows come out in the order of their records, then in the order here.

    ``shared`` are columns with a value for each record of the block, or one text for all: a row
    has those of its record, but for the columns of its own. ``reported`` counts the records that
    gave no row, by reason; one whose acts nobody asked for needs no reason.
    """

    rows: Sequence[Rows]
    shared: Mapping[str, Values]
    reported: Mapping[str, int] = field(default_factory=dict)


Interpret = Callable[[Block], Acts]


def gather(
    source: str, place: str, blocks: Iterable[Sized], interpret: Interpret, account: OwnAccount
) -> Gathered:
    """Interpret the records of a file, which come in blocks, and count those that gave no row."""
    reported: Counter[str] = Counter()
    count = kept = 0
    tables: list[pa.Table] = []
    for some in blocks:
        acts = interpret(Block(some, count + 1, place))
        table, places = _asked_for(*_joined(acts), account)
        count += len(some)
        kept += _distinct(places)
        reported.update(acts.reported)
        tables.append(table)
    others = count - kept - reported.total()
    reported.update({NOT_ASKED_FOR: others} if others else {})
    tally = Tally(source, count, kept, dict(sorted((+reported).items())))
    return Gathered(_frame(tables), tally)


def in_blocks(records: Iterable[Any]) -> Iterator[list[Any]]:
    """Give records some at a time; where reading them breaks, those before it come first."""
    left = iter(records)
    while True:
        some: list[Any] = []
        try:
            # Extending keeps what was read before an error.
            some.extend(islice(left, _AT_A_TIME))
        finally:
            if some:
                yield some
        if not some:
            return


def first_of_each(keys: Iterable[Any], seen: set[Any]) -> list[bool]:
    """Tell for each key whether it comes for the first time, and note it in ``seen``."""
    # ``add`` gives None: a key that is there stops at the first question.
    add = seen.add
    return [key not in seen and not add(key) for key in keys]


def together(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Join small tables of one form into larger ones; those before a damage come before it."""
    left = iter(tables)
    while True:
        some: list[pa.Table] = []
        rows = 0
        try:
            for table in left:
                some.append(table)
                rows += table.num_rows
                if rows >= _TOGETHER:
                    break
        finally:
            if some:
                yield pa.concat_tables(some).combine_chunks()
        if not some:
            return


def unknown_reasons(account_ids: Sequence[str | None] | pa.Array) -> Values:
    """Give the reason why an account is not known, where it is not."""
    if isinstance(account_ids, pa.Array):
        reason, none = pa.scalar("not_in_export", TEXT), pa.scalar(None, TEXT)
        reasons: Values = pc.if_else(pc.is_null(account_ids), reason, none)
        return reasons
    if not any(account_ids):
        return "not_in_export"
    return ["not_in_export" if one is None else None for one in account_ids]


def _distinct(places: Places) -> int:
    """Count the records that rows in their order are of."""
    return int(np.count_nonzero(np.diff(places))) + 1 if len(places) else 0


def _frame(tables: Sequence[pa.Table]) -> pd.DataFrame:
    if not tables:
        return frames.empty("interactions")
    return arrow_frames.of_table("interactions", pa.concat_tables(tables))


def _joined(acts: Acts) -> tuple[pa.Table, Places]:
    """Make one table of all rows of a block, in order, and give the place of each one's record."""
    parts = [np.empty(0, np.int64), *(_numbers(rows.places) for rows in acts.rows)]
    unordered = np.concatenate(parts)
    order = np.argsort(unordered, kind="stable")
    places = unordered[order]
    shared = {name: _written(name, values) for name, values in acts.shared.items()}
    columns = {name: _taken(values, places) for name, values in shared.items()}
    for name in dict.fromkeys(name for rows in acts.rows for name in rows.columns):
        pieces = [_of_rows(rows, name, shared) for rows in acts.rows]
        values = pieces[0] if len(pieces) == 1 else pa.concat_arrays(pieces)
        columns[name] = values if len(pieces) == 1 else values.take(order)
    return arrow_frames.table("interactions", columns, len(places)), places


def _numbers(places: Sequence[int] | Places) -> Places:
    if isinstance(places, range):
        return np.arange(places.start, places.stop, places.step)
    return np.asarray(places, np.int64)


def _written(name: str, values: Values) -> Values:
    return (
        values
        if isinstance(values, str)
        else arrow_frames.column("interactions", name, values, len(values))
    )


def _taken(values: Values, places: Places) -> Values:
    return values if isinstance(values, str) else taken(values, places)


def _of_rows(rows: Rows, name: str, shared: Mapping[str, Values]) -> pa.Array:
    places = _numbers(rows.places)
    values = rows.columns.get(name)
    if values is None and name in shared:
        values = _taken(shared[name], places)
    return arrow_frames.column("interactions", name, values, len(places))


def _asked_for(table: pa.Table, places: Places, account: OwnAccount) -> tuple[pa.Table, Places]:
    if not account.kinds:
        return table, places
    wanted = pc.is_in(table["kind"], pa.array(account.kinds, TEXT))
    return table.filter(wanted), places[wanted.to_numpy()]
