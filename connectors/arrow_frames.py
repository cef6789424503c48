"""The three frames in Arrow's form: built column by column, and made a frame without copying."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from connectors.frames import COUNT, FLAG, FRAMES, TEXT, TIME
from connectors.text_columns import text, texts

_ARROW = {
    TEXT: pa.large_string(),
    TIME: pa.timestamp("us", tz="UTC"),
    COUNT: pa.int64(),
    FLAG: pa.bool_(),
}


def column(frame: str, name: str, values: Any, length: int) -> pa.Array:
    """Give the named column in Arrow's form, from values or from one text for all rows.

    Text becomes NFC, but for an Arrow array, which is taken as it is; without values the column
    is null.
    """
    dtype = next(one.dtype for one in FRAMES[frame] if one.name == name)
    if values is None:
        return pa.nulls(length, _ARROW[dtype])
    if isinstance(values, str):
        return pa.repeat(pa.scalar(text(values), _ARROW[dtype]), length)
    if isinstance(values, pa.Array) and values.type == _ARROW[dtype]:
        return values
    return texts(values) if dtype is TEXT else pa.array(values, _ARROW[dtype])


def table(frame: str, columns: Mapping[str, Any], length: int) -> pa.Table:
    """Build the named frame in Arrow's form from columns of one length, or one text for all rows.

    Absent columns become null.
    """
    names = [one.name for one in FRAMES[frame]]
    return pa.table({name: column(frame, name, columns.get(name), length) for name in names})


def of_table(frame: str, written: pa.Table) -> pd.DataFrame:
    """Give a frame that was built in Arrow's form, without copying its texts."""
    return pd.DataFrame(
        {one.name: pd.Series(one.dtype.__from_arrow__(written[one.name])) for one in FRAMES[frame]}
    )
