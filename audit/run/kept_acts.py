"""The interactions of a run folder: written in parts, and read back part by part for a review."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from connectors import frames

NAME = "interactions.parquet"
Texts: TypeAlias = "Callable[[pd.DataFrame], pd.Series[bool]]"
# Where an act stands in its source is for who opens the frame; no figure and no report shows it.
_READ = tuple(column for column in frames.INTERACTIONS if column.name != "evidence")
_SHOW_TEXT = pa.array(["follow", "like", "repost", "quote", "post"], pa.large_string())
_AT_A_TIME = 50_000


def save(folder: Path, interactions: pd.DataFrame) -> None:
    """Write the interactions, whole, into the frames folder of a run."""
    interactions.to_parquet(folder / NAME, index=False, row_group_size=_AT_A_TIME)


def read(folder: Path, texts: Texts) -> pd.DataFrame:
    """Read the interactions as a review needs them: all but the column ``evidence``.

    ``text`` is kept of what was liked, reposted or quoted, and of a follow, where it is the name of
    an account of which nothing else is known; a link has none. ``texts`` tells of a part which
    posts to keep the text of: that of any other post reads as empty, so that it still counts as
    known. Raises OSError, ValueError or KeyError where the file is not what ``save`` writes.
    """
    # buffering ahead would hold the whole file while it is read
    with pq.ParquetFile(folder / NAME, pre_buffer=False) as file:
        missing = {column.name for column in _READ} - set(file.schema_arrow.names)
        if missing:
            raise KeyError(f"{NAME} lacks {', '.join(sorted(missing))}")
        parts = [_lighter(part, texts(part)) for part in _parts(file)]
    if not parts:
        return frames.empty("interactions")[[column.name for column in _READ]]
    acts = pd.concat(parts, ignore_index=True)
    pa.default_memory_pool().release_unused()
    return acts


def _lighter(part: pd.DataFrame, wanted: "pd.Series[bool]") -> pd.DataFrame:
    """Empty the texts of the posts that are not wanted, of what is known of them."""
    leave = (part["kind"] == "post") & part["text"].notna() & ~wanted
    return part.assign(text=part["text"].mask(leave, ""))


def follows(folder: Path) -> pd.DataFrame:
    """Read whom our accounts followed: platform and account_id, each once; raises as ``read``."""
    # buffering ahead would hold the whole file while it is read
    with pq.ParquetFile(folder / NAME, pre_buffer=False) as file:
        acts = file.read(columns=["platform", "account_id", "kind"])
    followed: pd.DataFrame = acts.filter(pc.equal(acts["kind"], "follow")).to_pandas()
    return followed[["platform", "account_id"]].dropna().drop_duplicates()


def of_kinds(folder: Path, kinds: Sequence[str], columns: Sequence[str]) -> pd.DataFrame:
    """Read the named columns of the acts of these kinds; raises as ``read``."""
    wanted = pa.array(kinds, pa.large_string())
    dtypes = {c.name: c.dtype for c in frames.INTERACTIONS if c.name in columns}
    # buffering ahead would hold the whole file while it is read
    with pq.ParquetFile(folder / NAME, pre_buffer=False) as file:
        parts = []
        for batch in file.iter_batches(_AT_A_TIME, columns=list(columns)):
            table = pa.Table.from_batches([batch])
            parts.append(table.filter(pc.is_in(table["kind"], wanted)).to_pandas().astype(dtypes))
    if not parts:
        return frames.empty("interactions")[list(columns)]
    acts: pd.DataFrame = pd.concat(parts, ignore_index=True)
    return acts[list(columns)]


def _parts(file: pq.ParquetFile) -> Iterator[pd.DataFrame]:
    names = [column.name for column in _READ]
    for batch in file.iter_batches(_AT_A_TIME, columns=names):
        part = pa.Table.from_batches([batch])
        shown = pc.is_in(part["kind"], _SHOW_TEXT)
        places = pc.if_else(shown, pa.array(range(len(part))), pa.scalar(None, pa.int64()))
        table = part.set_column(names.index("text"), "text", part["text"].take(places)).to_pandas()
        yield table.astype({column.name: column.dtype for column in _READ})
