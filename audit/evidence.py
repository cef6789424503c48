"""The rows behind the figures, as the evidence sheets show them."""

import pandas as pd
import pyarrow as pa

from audit.case import Case
from audit.period import NEW_ZEALAND
from audit.review.model import EVIDENCE_COLUMNS, EvidenceTables
from connectors import frames

_SOURCES = (
    "platform",
    "agency_account",
    "kind",
    "account_id",
    "handle",
    "name",
    "actor_name",
    "account_url",
    "url",
    "text",
    "party_name",
    "flag_list",
    "happened_at",
)


def tables(case: Case, handles: "pd.Series[str]") -> EvidenceTables:
    """Lay out the acts of a case; ``handles`` names our accounts by ``platform:id``."""
    # what the checks took is given back to the system only when that is asked for
    pa.default_memory_pool().release_unused()
    return EvidenceTables(
        followed=_table("followed", case.followed, ["follow"], handles),
        likes=_table("likes", case.acts, ["like"], handles),
        reposts=_table("reposts", case.acts, ["repost", "quote"], handles),
        links=_table("links", case.acts, ["link"], handles),
    )


def _table(
    name: str, acts: pd.DataFrame, kinds: list[str], handles: "pd.Series[str]"
) -> pd.DataFrame:
    columns = EVIDENCE_COLUMNS[name]
    used = [column for column in acts.columns if column in columns or column in _SOURCES]
    shown = _shown(frames.rows(acts, acts["kind"].isin(kinds), used), handles)
    return shown.reindex(columns=list(columns)).reset_index(drop=True)


def _shown(acts: pd.DataFrame, handles: "pd.Series[str]") -> pd.DataFrame:
    local = acts["happened_at"].dt.tz_convert(NEW_ZEALAND).dt.date
    link = acts["kind"] == "link"
    name = acts["actor_name"].where(acts["actor_name"] != "").fillna(acts["name"])
    # some exports name whom the agency follows and say nothing else of them
    name_alone = (acts["kind"] == "follow") & acts["account_id"].isna()
    return acts.assign(
        our_account=handles.reindex(acts["platform"] + ":" + acts["agency_account"]).array,
        account=acts["handle"].fillna(acts["account_id"]),
        url=acts["url"].where(link, acts["account_url"]),
        name=name.where(~name_alone, name.fillna(acts["text"])),
        party=acts["party_name"],
        flagged_by=acts["flag_list"],
        happened_on=local,
    )
