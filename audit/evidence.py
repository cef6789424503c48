"""The rows behind the figures, as the evidence sheets show them."""

import pandas as pd

from audit.case import Case
from audit.period import NEW_ZEALAND
from audit.review.model import EVIDENCE_COLUMNS, EvidenceTables


def tables(case: Case, handles: "pd.Series[str]") -> EvidenceTables:
    """Lay out the acts of a case; ``handles`` names our accounts by ``platform:id``."""
    shown = _shown(case.acts, handles)
    followed = _shown(case.followed, handles)
    return EvidenceTables(
        followed=_pick(followed, "followed"),
        likes=_pick(shown[shown["kind"] == "like"], "likes"),
        reposts=_pick(shown[shown["kind"].isin(["repost", "quote"])], "reposts"),
        links=_pick(shown[shown["kind"] == "link"], "links"),
    )


def _shown(acts: pd.DataFrame, handles: "pd.Series[str]") -> pd.DataFrame:
    local = acts["happened_at"].dt.tz_convert(NEW_ZEALAND).dt.date
    link = acts["kind"] == "link"
    return acts.assign(
        our_account=handles.reindex(acts["platform"] + ":" + acts["agency_account"]).array,
        account=acts["handle"].fillna(acts["account_id"]),
        url=acts["url"].where(link, acts["account_url"]),
        name=acts["actor_name"].where(acts["actor_name"] != "").fillna(acts["name"]),
        party=acts["party_name"],
        flagged_by=acts["flag_list"],
        happened_on=local,
    )


def _pick(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    return rows.reindex(columns=list(EVIDENCE_COLUMNS[name])).reset_index(drop=True)
