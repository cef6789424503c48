"""What the lists say of accounts and of links, as columns beside them."""

from collections.abc import Iterable

import pandas as pd

from audit.sources import match
from audit.sources.judged import Judged, Named, judge
from audit.sources.lists import FlaggedList
from audit.sources.rows import NONE
from connectors import frames

FLAG_COLUMNS = (
    "flag_list",
    "flag_label",
    "flag_reason",
    "flag_as_at",
    "flag_url",
    "flag_row",
    "flag_file",
    "flag_sha256",
    "flag_correct",
    "flag_level",
    "flag_how",
    "flag_note",
    "flag_on",
)
_FROM_ROW = {
    "flag_list": "list",
    "flag_label": "label",
    "flag_reason": "reason",
    "flag_as_at": "as_at",
    "flag_url": "evidence_url",
    "flag_row": "row",
    "flag_file": "place",
    "flag_sha256": "sha256",
    "flag_correct": "correct",
}


def flag_accounts(accounts: pd.DataFrame, flagged: FlaggedList) -> pd.DataFrame:
    """Give one row for each account of the accounts frame, in its order, with FLAG_COLUMNS.

    Null where no list flags the account. ``flag_level`` is look, info or clear; ``flag_on`` is yes
    where the account or its server is on any list at all, flagged or not.
    """
    return _flags(match.of_accounts(accounts, flagged.listed), accounts.index, flagged)


def flag_links(urls: "pd.Series[str]", flagged: FlaggedList) -> pd.DataFrame:
    """Give one row for each URL, in order, with FLAG_COLUMNS.

    Null where no list flags the place, but for ``flag_on``.
    """
    return _flags(match.of_links(urls, flagged.listed), urls.index, flagged)


def places(rows: pd.DataFrame) -> "pd.Series[str]":
    """Say where each row of the lists stands: its file, and its line where that is known."""
    lined = rows["file"] + ", line " + rows["line"].astype(frames.TEXT)
    return lined.where(rows["line"] > 0, rows["file"])


def named_by(found: pd.DataFrame, flagged: FlaggedList) -> list[Named]:
    """Give the rows that name one subject, in the order of the lists."""
    return [_named(row, how, flagged) for row, how in _pairs(found)]


def _flags(matches: pd.DataFrame, index: pd.Index, flagged: FlaggedList) -> pd.DataFrame:
    """Judge each subject; what the same rows name in the same way is judged once."""
    judged: dict[tuple[tuple[int, str], ...], Judged | None] = {}
    leads: dict[object, Judged] = {}
    said = flagged.rows["level"].iloc[matches["row"]].array != NONE
    for subject, pairs in _grouped(matches[said]):
        if pairs not in judged:
            judged[pairs] = judge([_named(row, how, flagged) for row, how in pairs], flagged.as_of)
        one = judged[pairs]
        if one is not None:
            leads[subject] = one
    rows = flagged.rows.iloc[[one.lead.row for one in leads.values()]]
    rows = rows.assign(place=places(rows))
    table = pd.DataFrame({to: rows[origin].array for to, origin in _FROM_ROW.items()})
    told = {
        "flag_level": [one.level for one in leads.values()],
        "flag_how": [one.lead.how for one in leads.values()],
        "flag_note": [one.note for one in leads.values()],
    }
    written = {name: pd.array(values, dtype=frames.TEXT) for name, values in told.items()}
    whole = table.assign(**written).set_axis(list(leads), axis="index").reindex(index)
    alike = flagged.rows["kind"].iloc[matches["row"]].array == "name"
    on = pd.Series("yes", index=index, dtype=frames.TEXT)
    return whole.assign(flag_on=on.where(index.isin(matches["subject"][~alike])))


def _grouped(matches: pd.DataFrame) -> Iterable[tuple[object, tuple[tuple[int, str], ...]]]:
    found: dict[object, list[tuple[int, str]]] = {}
    for subject, pair in zip(matches["subject"].tolist(), _pairs(matches), strict=True):
        found.setdefault(subject, []).append(pair)
    return ((subject, tuple(pairs)) for subject, pairs in found.items())


def _pairs(found: pd.DataFrame) -> list[tuple[int, str]]:
    return list(zip(found["row"].tolist(), found["how"].tolist(), strict=True))


def _named(number: int, how: str, flagged: FlaggedList) -> Named:
    row = flagged.rows.iloc[number]
    day = None if pd.isna(row["as_at"]) else row["as_at"].date()
    return Named(number, how, row["list"], row["lineage"], row["label"], row["level"], day)
