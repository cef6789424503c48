"""The agency's recorded purposes of following: who is followed, why, who owns it, until when.

Columns: platform, account (id or handle), purpose; and if wanted owner, review_by.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from audit import csvfile
from audit.review.model import RegisterFile
from connectors import frames
from connectors.errors import ConfigError

PURPOSE_COLUMNS = ("purpose", "owner", "review_by")


@dataclass(frozen=True)
class Purposes:
    """The purposes by key ``platform:account`` (lower case, no @), and the files read."""

    rows: pd.DataFrame
    files: tuple[RegisterFile, ...]


def load(paths: Sequence[Path]) -> Purposes:
    """Read the lists; a later row wins; raises ConfigError with every problem and its line."""
    problems: list[str] = []
    read = [
        csvfile.read(path, ("platform", "account", "purpose"), ("owner", "review_by"))
        for path in paths
    ]
    parts = [_checked(file, problems) for file in read]
    if problems:
        raise ConfigError(problems)
    rows = pd.concat(parts) if parts else pd.DataFrame(columns=["key", *PURPOSE_COLUMNS])
    used = [RegisterFile(f"own/{f.name}", "", f.sha256, len(f.rows)) for f in read]
    return Purposes(rows.drop_duplicates("key", keep="last").set_index("key"), tuple(used))


def purposes_of(accounts: pd.DataFrame, purposes: Purposes) -> pd.DataFrame:
    """Give one row per account of the accounts frame, in its order, with PURPOSE_COLUMNS."""
    by_id = _key(accounts["platform"], accounts["account_id"])
    by_handle = _key(accounts["platform"], accounts["handle"])
    key = by_id.where(by_id.isin(purposes.rows.index), by_handle)
    found = purposes.rows.reindex(key.where(key.isin(purposes.rows.index)).array)
    return found[list(PURPOSE_COLUMNS)].set_axis(accounts.index)


def _checked(file: csvfile.CsvFile, problems: list[str]) -> pd.DataFrame:
    rows = file.rows
    wrong = rows.loc[~rows["platform"].isin(frames.PLATFORMS), "platform"]
    problems.extend(
        f"{file.where(place)}: platform is {value!r}; write one of {', '.join(frames.PLATFORMS)}."
        for place, value in wrong.items()
    )
    for column in ("account", "purpose"):
        empty = rows.index[rows[column] == ""]
        problems.extend(f"{file.where(place)}: {column} is empty; fill it in." for place in empty)
    review_by = csvfile.dates(rows["review_by"], file, problems)
    kept = rows.assign(key=_key(rows["platform"], rows["account"]), review_by=review_by)
    return kept[["key", *PURPOSE_COLUMNS]]


def _key(platform: "pd.Series[str]", account: "pd.Series[str]") -> "pd.Series[str]":
    return platform + ":" + account.str.lstrip("@").str.casefold()
