"""Labels that moderation services put on accounts, as rows like those of any other list.

They came with the profiles that a run read, so they are of that day and nothing is fetched. Each
is for information, in its giver's word.
"""

from datetime import date

import pandas as pd

from audit.sources.lists import FlaggedList, together
from audit.sources.rows import INFO, formed
from connectors.labels import Label, read

_KNOWN = {"did:plc:ar7c4by46qjdydhdevvrndac": "Bluesky's moderation service"}
_CORRECT = (
    "Whoever gave the label takes appeals from the account, in Bluesky's app. A row of level clear "
    "in your own list overrules it for you."
)


def with_labels(flagged: FlaggedList, accounts: pd.DataFrame) -> FlaggedList:
    """Add a row for each account and giver of labels in the accounts frame, after the lists."""
    labelled = accounts[accounts["labels"].notna()]
    keys = (labelled["platform"] + ":" + labelled["account_id"].str.casefold()).tolist()
    rows = [
        row
        for key, account, text in zip(
            keys, labelled["account_id"].tolist(), labelled["labels"].tolist(), strict=True
        )
        for row in _rows(key, account, read(text))
    ]
    if not rows:
        return flagged
    return together(flagged, FlaggedList(formed(pd.DataFrame(rows)), (), flagged.as_of))


def _rows(key: str, account: str, labels: tuple[Label, ...]) -> list[dict[str, object]]:
    by_source: dict[str, list[Label]] = {}
    for one in labels:
        by_source.setdefault(one.source, []).append(one)
    return [_row(key, account, source, given) for source, given in by_source.items()]


def _row(key: str, account: str, source: str, given: list[Label]) -> dict[str, object]:
    itself = source == account
    giver = "the account itself" if itself else _KNOWN.get(source, f"the labeler {source}")
    return {
        "list": f"Labels on Bluesky by {giver}",
        "lineage": giver,
        "kind": "account",
        "key": key,
        "label": ", ".join(f"“{one.word}”" for one in given),
        "level": INFO,
        "row": "; ".join(f"{one.source} {one.day} {one.word}" for one in given),
        "file": "profile as read",
        "correct": _CORRECT,
        "as_at": _latest(given),
    }


def _latest(given: list[Label]) -> date | None:
    days = [date.fromisoformat(one.day) for one in given if one.day]
    return max(days, default=None)
