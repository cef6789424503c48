"""The three frames that every connector gives: columns, kinds of value and allowed words.

The contract of the whole tool (docs/architecture.md, section 2). Times are UTC, text is NFC,
ids are text. An id that begins with ``@`` is a handle that stands in for an id not known.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from connectors.errors import SourceError
from connectors.text_columns import not_nfc, texts
from connectors.text_columns import text as text  # noqa: PLC0414 - a part of the contract

PLATFORM_NAMES = {
    "x": "X",
    "mastodon": "Mastodon",
    "bluesky": "Bluesky",
    "youtube": "YouTube",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "threads": "Threads",
    "linkedin": "LinkedIn",
    "tiktok": "TikTok",
}
PLATFORMS = tuple(PLATFORM_NAMES)
KINDS = ("follow", "like", "repost", "quote", "link", "post")
UNKNOWN_REASONS = (
    "not_in_export",
    "deleted",
    "suspended",
    "protected",
    "withheld",
    "not_permitted",
)
ACCOUNT_STATUSES = (
    "active",
    "protected",
    "suspended",
    "deactivated",
    "deleted",
    "moved",
    "unknown",
)
COVERAGE_STATUSES = ("complete", "partial", "unavailable", "failed", "not_attempted")
READ = COVERAGE_STATUSES[:2]  # of lists of which something was read
METHODS = ("api", "export", "list")

TEXT = pd.StringDtype(na_value=float("nan"))
TIME = pd.DatetimeTZDtype(unit="us", tz="UTC")
COUNT = pd.Int64Dtype()
FLAG = pd.BooleanDtype()


@dataclass(frozen=True)
class Column:
    """One column: its pandas type, whether it must be filled, and the words it may hold."""

    name: str
    dtype: Any
    required: bool = False
    allowed: tuple[str, ...] = ()


INTERACTIONS = (
    Column("platform", TEXT, required=True, allowed=PLATFORMS),
    Column("agency_account", TEXT, required=True),
    Column("kind", TEXT, required=True, allowed=KINDS),
    Column("account_id", TEXT),
    Column("unknown_reason", TEXT, allowed=UNKNOWN_REASONS),
    Column("post_id", TEXT),
    Column("post_url", TEXT),
    Column("url", TEXT),
    Column("text", TEXT),
    Column("happened_at", TIME),
    Column("evidence", TEXT, required=True),
)
ACCOUNTS = (
    Column("platform", TEXT, required=True, allowed=PLATFORMS),
    Column("account_id", TEXT, required=True),
    Column("handle", TEXT),
    Column("name", TEXT),
    Column("description", TEXT),
    Column("url", TEXT),
    Column("status", TEXT, required=True, allowed=ACCOUNT_STATUSES),
    Column("verified", FLAG),
    Column("created_at", TIME),
    Column("last_post_at", TIME),
    Column("followers", COUNT),
    Column("labels", TEXT),  # on each line who gave one, when, and the label: connectors/labels.py
    Column("as_at", TIME, required=True),
)
COVERAGE = (
    Column("platform", TEXT, required=True, allowed=PLATFORMS),
    Column("agency_account", TEXT, required=True),
    Column("kind", TEXT, required=True, allowed=KINDS),
    Column("status", TEXT, required=True, allowed=COVERAGE_STATUSES),
    Column("method", TEXT, required=True, allowed=METHODS),
    Column("stated", COUNT),
    Column("fetched", COUNT, required=True),
    Column("unattributed", COUNT, required=True),
    Column("earliest", TIME),
    Column("latest", TIME),
    Column("as_at", TIME, required=True),
    Column("reason", TEXT),
)
FRAMES: Mapping[str, tuple[Column, ...]] = {
    "interactions": INTERACTIONS,
    "accounts": ACCOUNTS,
    "coverage": COVERAGE,
}
_AT_A_TIME = 50_000
# Rows wait as Python objects for at most this many, so that memory follows the output.
_ROWS_AT_A_TIME = 5_000
_UNIQUE = {
    "accounts": ["platform", "account_id"],
    "coverage": ["platform", "agency_account", "kind"],
}


def make(frame: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Build the named frame from row mappings; absent keys become null and text becomes NFC."""
    left = iter(rows)
    parts = [_made(frame, part) for part in iter(lambda: list(islice(left, _ROWS_AT_A_TIME)), [])]
    return concat(frame, parts) if parts else _made(frame, [])


def retyped(frame: str, table: "pd.DataFrame | Mapping[str, pd.Series[Any]]") -> pd.DataFrame:
    """Give a table the named frame's columns and types, as after a join or from a file."""
    return pd.DataFrame({c.name: _typed(table[c.name], c.dtype) for c in FRAMES[frame]})


def empty(frame: str) -> pd.DataFrame:
    """Give the named frame with no rows and the right types."""
    return make(frame, [])


def concat(frame: str, parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Join several frames of one name into a new one, in the order given."""
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else empty(frame)


def rows(
    table: pd.DataFrame, wanted: "pd.Series[bool]", columns: Sequence[str] | None = None
) -> pd.DataFrame:
    """Give the rows that are wanted, of all columns or those named, column by column.

    Choosing from the whole table would first copy every text column into one piece.
    """
    mask = wanted.to_numpy(dtype=bool)
    names = list(table.columns if columns is None else columns)
    if mask.all():
        return table[names]
    chosen = {name: table[name].array[mask] for name in names}
    return pd.DataFrame(chosen, index=table.index[mask], columns=names)


def told_of_each(values: "pd.Series[str]", tell: Callable[[str], str | None]) -> "pd.Series[str]":
    """Give what ``tell`` says of each text, asked once for each text of a part; null stays null."""
    told = [
        part.map({value: tell(value) for value in part.dropna().unique()}).astype(TEXT)
        for part in _in_parts(values)
    ]
    return pd.concat(told) if told else values.astype(TEXT)


def validate(frame: str, table: pd.DataFrame, connector: str) -> pd.DataFrame:
    """Return the frame unchanged, or raise SourceError naming frame, column, rows and connector."""
    columns = FRAMES[frame]
    problem = (
        _wrong_columns(table, columns) or _wrong_values(table, columns) or _wrong_rows(frame, table)
    )
    if problem:
        raise SourceError(f"The {frame} frame of connector {connector} is not valid: {problem}.")
    return table


def _made(frame: str, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    names = [column.name for column in FRAMES[frame]]
    columns = {name: pd.Series([row.get(name) for row in rows], dtype="object") for name in names}
    return retyped(frame, columns)


def _typed(values: "pd.Series[Any]", dtype: Any) -> "pd.Series[Any]":
    if dtype is TEXT:
        return _typed_text(values)
    if dtype is TIME:
        return pd.to_datetime(values, utc=True).astype(TIME)
    return values.astype(dtype)


def _typed_text(values: "pd.Series[Any]") -> "pd.Series[str]":
    return pd.Series(pd.array(texts(values), dtype=TEXT), index=values.index, name=values.name)


def _wrong_columns(table: pd.DataFrame, columns: tuple[Column, ...]) -> str:
    names = [column.name for column in columns]
    if list(table.columns) != names:
        missing = [name for name in names if name not in table.columns]
        extra = [str(name) for name in table.columns if name not in names]
        return f"columns missing {missing}, not expected {extra}, or in another order"
    wrong = [c.name for c in columns if str(table[c.name].dtype) != str(c.dtype)]
    if wrong:
        return f"column {wrong[0]} has type {table[wrong[0]].dtype}"
    return ""


def _wrong_values(table: pd.DataFrame, columns: tuple[Column, ...]) -> str:
    for column in columns:
        values = table[column.name]
        if column.required and values.isna().any():
            return f"column {column.name} is empty in {_rows(table, values.isna())}"
        if column.allowed:
            wrong = values.notna() & ~values.isin(column.allowed)
            if wrong.any():
                word = values[wrong].iloc[0]
                return f"column {column.name} holds {word!r} in {_rows(table, wrong)}"
        if column.dtype is TEXT:
            decomposed = not_nfc(pa.array(values))
            if decomposed.any():
                return f"column {column.name} is not NFC in {_rows(table, decomposed)}"
    return ""


def _in_parts(values: "pd.Series[Any]") -> "list[pd.Series[Any]]":
    # What makes a Python text of every value does so for some at a time, to keep memory low.
    return [values.iloc[at : at + _AT_A_TIME] for at in range(0, len(values), _AT_A_TIME)]


def _wrong_rows(frame: str, table: pd.DataFrame) -> str:
    if frame in _UNIQUE:
        twice = table.duplicated(_UNIQUE[frame], keep=False)
        if twice.any():
            return f"columns {', '.join(_UNIQUE[frame])} repeat in {_rows(table, twice)}"
        return ""
    targeted = table["kind"].isin(["follow", "like", "repost", "quote"])
    known = table["account_id"].notna()
    wrong = targeted & (known == table["unknown_reason"].notna())
    if wrong.any():
        return (
            "exactly one of account_id and unknown_reason must be filled, "
            f"and is not in {_rows(table, wrong)}"
        )
    without = (table["kind"] == "link") != table["url"].notna()
    if without.any():
        return f"column url must be filled for links alone, and is not in {_rows(table, without)}"
    return ""


def _rows(table: pd.DataFrame, mask: "pd.Series[bool] | npt.NDArray[np.bool_]") -> str:
    places = table.index[np.asarray(mask, dtype=bool)]
    shown = ", ".join(str(place) for place in places[:5])
    more = f" and {len(places) - 5} more" if len(places) > 5 else ""
    return f"row{'s' if len(places) > 1 else ''} {shown}{more}"
