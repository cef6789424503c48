"""What one run collected from all own accounts, whichever connector it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from audit.review.model import InputFile, SourceFile
from connectors import frames

_GRAVEST_FIRST = ("failed", "partial", "complete", "unavailable", "not_attempted")


@dataclass(frozen=True)
class OwnRead:
    """What became of one own account: its stable id, the files read and notes for the reader.

    ``read`` says whether anything of it could be read. ``pages`` names the folder of the pages
    that were fetched of it, and ``stopped`` says what ended them early, where going on may help.
    ``about`` is what the account's profile says of itself; None where that was not read.
    """

    platform: str
    handle: str
    agency_account: str
    read: bool
    inputs: tuple[InputFile, ...] = ()
    files: tuple[SourceFile, ...] = ()
    notes: tuple[str, ...] = ()
    pages: str = ""
    stopped: tuple[str, ...] = ()
    about: str | None = None

    @property
    def whole(self) -> bool:
        """Tell whether it could be read and there is nothing to go on with."""
        return self.read and not self.stopped


@dataclass(frozen=True)
class Gathered:
    """The three frames over all own accounts, and what became of each account.

    ``repeated`` counts acts that stood in the files of two blocks and count once.
    """

    interactions: pd.DataFrame
    accounts: pd.DataFrame
    coverage: pd.DataFrame
    own: tuple[OwnRead, ...]
    repeated: int = 0

    @property
    def whole(self) -> bool:
        """Tell whether every account could be read to its end and no kind of it failed."""
        failed = (self.coverage["status"] == "failed").any()
        return all(one.whole for one in self.own) and not failed

    @property
    def handles(self) -> Mapping[str, str]:
        """Name our accounts by ``platform:stable id``."""
        return {f"{one.platform}:{one.agency_account}": one.handle for one in self.own}


def merge_interactions(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Join the interactions of all accounts; an act that two blocks both read counts once."""
    filled = [part for part in parts if len(part)]
    if len(filled) == 1:
        return filled[0]
    columns = [c.name for c in frames.INTERACTIONS if c.name not in {"evidence", "text"}]
    # an act that one block holds twice (two undated reposts of one account) stays twice
    numbered = [
        part.assign(again=part.groupby(columns, dropna=False).cumcount()) for part in filled
    ]
    if not numbered:
        return frames.empty("interactions")
    joined = pd.concat(numbered, ignore_index=True)
    once = joined.drop_duplicates([*columns, "again"], ignore_index=True)
    return once.drop(columns="again")


def merge_accounts(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Join the accounts; one account seen twice keeps the newest of each thing known of it."""
    joined = frames.concat("accounts", parts).sort_values("as_at", ascending=False, kind="stable")
    keys = ["platform", "account_id"]
    known = joined.assign(status=joined["status"].where(joined["status"] != "unknown"))
    first = known.groupby(keys, sort=True, dropna=False).first().reset_index()
    filled = first.assign(status=first["status"].fillna("unknown"))
    return frames.retyped("accounts", filled)


def merge_coverage(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Join the coverage; what several blocks say of one account and kind becomes one row.

    A block that failed makes the row failed, so that it is never hidden behind one that was read;
    what was read wins over what cannot be, and the counts and reasons of all are kept.
    """
    joined = frames.concat("coverage", parts)
    rank = joined["status"].map({status: place for place, status in enumerate(_GRAVEST_FIRST)})
    ordered = joined.assign(rank=rank, place=range(len(joined))).sort_values(
        ["rank", "place"], kind="stable"
    )
    keys = ["platform", "agency_account", "kind"]
    read = ordered["status"].isin(["failed", "partial", "complete"])
    first = ordered.drop_duplicates(keys).set_index(keys)
    groups = ordered[read].groupby(keys)
    sums = groups[["fetched", "unattributed"]].sum()
    told = groups["reason"].agg(lambda reasons: " ".join(dict.fromkeys(reasons.dropna())))
    merged = first.assign(
        fetched=sums["fetched"].reindex(first.index).fillna(first["fetched"]),
        unattributed=sums["unattributed"].reindex(first.index).fillna(first["unattributed"]),
        reason=told.reindex(first.index).where(lambda text: text != "").fillna(first["reason"]),
        earliest=groups["earliest"].min().reindex(first.index),
        latest=groups["latest"].max().reindex(first.index),
        as_at=groups["as_at"].min().reindex(first.index).fillna(first["as_at"]),
    )
    return frames.retyped("coverage", merged.sort_values("place").reset_index())
