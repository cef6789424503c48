from datetime import date

import pandas as pd

from audit.sources.explain import Subject, explain
from audit.sources.flags import flag_accounts
from audit.sources.labelled import with_labels
from audit.sources.lists import FlaggedList
from audit.sources.rows import AGENCY, formed
from connectors import frames
from connectors.labels import Label, written
from connectors.profiles import parse_profile

TODAY = date(2026, 10, 5)
DID = "did:plc:tauiragull"
BLUESKY = "did:plc:ar7c4by46qjdydhdevvrndac"


def accounts(*labels: Label) -> pd.DataFrame:
    rows = [
        {"platform": "bluesky", "account_id": DID, "handle": "gull.example"},
        {"platform": "bluesky", "account_id": "did:plc:tauiratui", "handle": "tui.example"},
    ]
    rows[0]["labels"] = written(labels)
    return frames.make("accounts", rows)


def test_labels_are_for_information_in_the_givers_word() -> None:
    table = accounts(
        Label(BLUESKY, "2026-03-01", "spam"),
        Label(BLUESKY, "2026-01-01", "rude"),
        Label(DID, "", "bot"),
    )
    flagged = with_labels(FlaggedList.nothing(TODAY), table)
    flags = flag_accounts(table, flagged)
    assert flags["flag_level"].fillna("").tolist() == ["info", ""]
    assert flags["flag_list"].iloc[0] == "Labels on Bluesky by Bluesky's moderation service"
    assert flags["flag_label"].iloc[0] == "“rude”, “spam”"
    assert flags["flag_as_at"].iloc[0].date() == date(2026, 3, 1)
    assert "by the account itself”" in flags["flag_note"].iloc[0]
    assert "takes appeals" in flags["flag_correct"].iloc[0]
    profile = parse_profile(DID, "bluesky")
    assert "judged by Bluesky's moderation service" in "\n".join(
        explain(Subject(DID, profile, ""), flagged)
    )


def test_the_agencys_own_row_decides() -> None:
    own = {"list": "Ours", "lineage": AGENCY, "kind": "account", "key": f"bluesky:{DID}"}
    first = FlaggedList(formed(pd.DataFrame([own | {"level": "clear"}])), (), TODAY)
    table = accounts(Label(BLUESKY, "2026-03-01", "spam"))
    flags = flag_accounts(table, with_labels(first, table))
    assert flags["flag_level"].fillna("").tolist() == ["clear", ""]


def test_without_labels_nothing_is_added() -> None:
    flagged = FlaggedList.nothing(TODAY)
    assert with_labels(flagged, accounts()) is flagged
