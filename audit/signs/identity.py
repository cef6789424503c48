"""The same account under another handle, name or profile than at the last review."""

from typing import Any

import pandas as pd
from rapidfuzz.distance import Indel
from rapidfuzz.process import cpdist

from audit.register.accounts import known_ids
from audit.signs.answer import Seen, SignWords, answers, days, texts
from audit.signs.skeleton import spelling
from connectors.frames import TEXT

NAME_LIKE, PROFILE_LIKE = 0.5, 0.3
WORDS = SignWords(
    id="identity-changed",
    title="Another handle and name than before",
    rule=(
        "The same id, and two or more of these are others than at the last review: handle, name "
        "(similarity below 0.5), text of the profile (below 0.3)."
    ),
)


def identity_changed(accounts: pd.DataFrame, earlier: pd.DataFrame | None) -> pd.DataFrame:
    """Answer for each account whether two or more of handle, name and profile were others before.

    ``earlier`` is the accounts frame of the review before; None where there is none. Compared by
    id alone: similarity is one less the normalised Indel distance.
    """
    ids = known_ids(accounts)
    then = _then(accounts, ids, earlier)
    handle = _both(accounts["handle"], then["handle"])
    changed = pd.DataFrame(
        {
            "handle": _spelt(accounts["handle"]) != _spelt(then["handle"]),
            "name": _similarity(accounts["name"], then["name"]) < NAME_LIKE,
            "profile": _similarity(accounts["description"], then["description"]) < PROFILE_LIKE,
        }
    )
    known = pd.DataFrame(
        {
            "handle": handle,
            "name": _both(accounts["name"], then["name"]),
            "profile": _both(accounts["description"], then["description"]),
        }
    )
    return answers(
        accounts,
        WORDS,
        Seen(
            seen=(changed & known).sum(axis=1) >= 2,
            what=_what(accounts, then, changed & known),
            evidence="review before, " + days(then["as_at"]),
            unknown=_unknown(accounts, ids, then, known, earlier),
        ),
    )


def _then(
    accounts: pd.DataFrame, ids: "pd.Series[Any]", earlier: pd.DataFrame | None
) -> pd.DataFrame:
    columns = ["handle", "name", "description", "as_at"]
    if earlier is None:
        return accounts[columns].mask(texts(accounts) == "")
    asked = accounts[["platform"]].assign(account_id=ids)
    found = asked.merge(
        earlier[["platform", "account_id", *columns]], on=["platform", "account_id"], how="left"
    )
    return found[columns].set_axis(accounts.index)


def _both(now: "pd.Series[Any]", then: "pd.Series[Any]") -> "pd.Series[bool]":
    return now.notna() & then.notna()


def _spelt(values: "pd.Series[Any]") -> "pd.Series[Any]":
    return values.fillna("").map(spelling).astype(TEXT)


def _similarity(now: "pd.Series[Any]", then: "pd.Series[Any]") -> "pd.Series[Any]":
    scores = cpdist(list(_spelt(now)), list(_spelt(then)), scorer=Indel.normalized_similarity)
    return pd.Series(scores, index=now.index, dtype="float64")


def _what(accounts: pd.DataFrame, then: pd.DataFrame, changed: pd.DataFrame) -> "pd.Series[Any]":
    now = accounts.astype({"handle": TEXT, "name": TEXT})
    handle = "its handle from @" + then["handle"] + " to @" + now["handle"]
    name = "its name from “" + then["name"] + "” to “" + now["name"] + "”"
    parts = [
        (", " + told).where(changed[column], "")
        for column, told in (("handle", handle), ("name", name))
    ]
    profile = texts(accounts, ", the text of its profile").where(changed["profile"], "")
    listed = (parts[0] + parts[1] + profile).str.removeprefix(", ")
    return (
        "Since " + days(then["as_at"]) + " it changed " + listed
    ) + ". Look whether it is still whom you meant to follow."


def _unknown(
    accounts: pd.DataFrame,
    ids: "pd.Series[Any]",
    then: pd.DataFrame,
    known: pd.DataFrame,
    earlier: pd.DataFrame | None,
) -> "pd.Series[Any]":
    if earlier is None:
        return texts(accounts, "There is no earlier review to compare it with.")
    return (
        texts(accounts)
        .mask(known.sum(axis=1) < 2, "Too little of it was known at one of the two reviews.")
        .mask(then["as_at"].isna(), "The review before did not see this id.")
        .mask(ids == "", "Its id is not known, so it cannot be compared with an earlier review.")
    )
