"""A handle that another account had before: at the last review, or by the register."""

from typing import Any

import pandas as pd

from audit.matching import TAKEN
from audit.register import Register
from audit.register.accounts import handle_key, handles_of, known_ids
from audit.signs.answer import STRONG, Seen, SignWords, answers, days, texts

PASSED_ON = "handle-passed-on"
WORDS = SignWords(
    id=PASSED_ON,
    title="Handle of another account before",
    rule="The same handle had another id at the last review, or has another id in the register.",
)


def handle_passed_on(
    accounts: pd.DataFrame, labels: pd.DataFrame, register: Register, earlier: pd.DataFrame | None
) -> pd.DataFrame:
    """Answer for each account whether its handle belonged to another id before.

    ``labels`` are the register's for the accounts, in their order (audit.matching.label);
    ``earlier`` is the accounts frame of the review before, None where there is none.
    """
    ids, keys = known_ids(accounts), handle_key(handles_of(accounts))
    then = _then(accounts["platform"], keys, earlier).set_axis(accounts.index)
    by_register = (labels["note"] == TAKEN).set_axis(accounts.index)
    by_review = (ids != "") & (keys != "") & then["id"].notna() & (then["id"] != ids)
    told = texts(accounts, TAKEN).where(by_register, "")
    reviewed = "At the review before, " + days(then["as_at"]) + ", this handle had the id "
    more = (reviewed + then["id"] + "; now it has " + ids + ".").where(by_review, "")
    row = _register_row(accounts["platform"], keys, register).set_axis(accounts.index)
    compared = then["id"].notna() | (row != "")
    return answers(
        accounts,
        WORDS,
        Seen(
            seen=by_register | by_review,
            what=(told + " " + more).str.strip(),
            evidence=row.where(by_register, "id " + then["id"] + " at " + days(then["as_at"])),
            unknown=texts(accounts)
            .mask(~compared, "No earlier review and no row of the register has it with an id.")
            .mask(ids == "", "Its id is not known, so it cannot be compared by it."),
            level=STRONG,
        ),
    )


def _then(
    platforms: "pd.Series[Any]", keys: "pd.Series[Any]", earlier: pd.DataFrame | None
) -> pd.DataFrame:
    """Give for each handle the known id that the review before had with it, and when."""
    if earlier is None:
        return pd.DataFrame(
            {
                "id": pd.Series(pd.NA, index=keys.index, dtype="str"),
                "as_at": pd.Series(pd.NaT, index=keys.index).dt.tz_localize("UTC"),
            }
        )
    before = pd.DataFrame(
        {
            "platform": earlier["platform"],
            "key": handle_key(handles_of(earlier)),
            "id": known_ids(earlier),
            "as_at": earlier["as_at"],
        }
    )
    before = before[(before["key"] != "") & (before["id"] != "")]
    before = before.sort_values("as_at").drop_duplicates(["platform", "key"], keep="last")
    asked = pd.DataFrame({"platform": platforms, "key": keys})
    return asked.merge(before, on=["platform", "key"], how="left")[["id", "as_at"]]


def _register_row(
    platforms: "pd.Series[Any]", keys: "pd.Series[Any]", register: Register
) -> "pd.Series[Any]":
    """Say of each handle which row of the register has it with an id; empty where none does."""
    known = register.accounts[register.accounts["platform_id"] != ""]
    rows = pd.DataFrame(
        {
            "platform": known["platform"],
            "key": handle_key(known["handle"]),
            "row": "register: id "
            + known["platform_id"]
            + " ("
            + known["source"]
            + ", as at "
            + known["as_at"]
            + ")",
        }
    ).drop_duplicates(["platform", "key"])
    asked = pd.DataFrame({"platform": platforms, "key": keys})
    return asked.merge(rows, on=["platform", "key"], how="left")["row"].fillna("")
