"""An account whose handle or name can be taken for that of a public agency or office holder."""

from typing import Any

import pandas as pd

from audit.register.accounts import handles_of, name_part
from audit.signs.alike_pairs import WAYS, alike_pairs
from audit.signs.answer import INFO, LOOK, STRONG, Seen, SignWords, answers, texts
from audit.signs.protected import HANDLE, with_forms

WORDS = SignWords(
    id="look-alike",
    title="Look-alike of an agency's or office holder's account",
    rule=(
        "Written so that it can be read as a protected handle or name; or one letter off it if "
        "both have 8 or more, two if 12; or it with a word such as “official” added."
    ),
)
_LEVELS = dict(zip(WAYS, (STRONG, LOOK, INFO), strict=True))
_TOLD = dict(
    zip(
        WAYS,
        ("can be read as", "differs by one or two letters from", "is, with a word added,"),
        strict=True,
    )
)


def look_alike(
    accounts: pd.DataFrame, protected: pd.DataFrame, known: "pd.Series[bool]"
) -> pd.DataFrame:
    """Answer for each account whether its handle or name is nearly one of ``protected``.

    ``known`` tells, by the index of the accounts, whose owner is known: they look like themselves.
    The rules are docs/signs.md's; the shortest of names only ever count if they can be read alike.
    """
    written = texts_of(accounts)
    pairs = alike_pairs(written[~written["place"].map(known).astype(bool)], protected)
    order = pd.Categorical(pairs["way"], WAYS, ordered=True)
    best = (
        pairs.assign(order=order.codes, last=pairs["kind"] != HANDLE)
        .sort_values(["order", "off", "last", "field", "owner", "written_p"])
        .drop_duplicates("place")
        .set_index("place")
    )
    found = best.reindex(accounts.index)
    handle, name = handles_of(accounts), accounts["name"]
    unknown = texts(accounts).mask(
        (handle == "") & name.isna(), "Neither its handle nor its name is known."
    )
    if protected.empty:
        unknown = texts(accounts, "No handles and names of agencies are known to compare with.")
    return answers(
        accounts,
        WORDS,
        Seen(
            seen=found["way"].notna(),
            what=_what(found),
            evidence=_evidence(found),
            unknown=unknown,
            level=found["way"].map(_LEVELS),
            partly=texts(accounts).mask(
                name.isna(), "Only its handle was compared: its name is not known."
            ),
        ),
    )


def texts_of(accounts: pd.DataFrame) -> pd.DataFrame:
    """Give every handle and name of the accounts with its forms; ``place`` is the account's."""
    handles = pd.DataFrame(
        {
            "place": accounts.index,
            "platform": accounts["platform"].to_numpy(),
            "field": "handle",
            "written": name_part(handles_of(accounts), accounts["platform"]).to_numpy(),
        }
    )
    names = handles.assign(field="name", written=accounts["name"].fillna("").to_numpy())
    both = pd.concat([handles, names], ignore_index=True)
    different = both[["written"]].drop_duplicates()
    return both.merge(with_forms(different), on="written")


def _what(found: pd.DataFrame) -> "pd.Series[Any]":
    at = _at(found["kind"])
    own = _at(found["field"])
    return (
        ("Its " + found["field"] + " “" + own + found["written"] + "” ")
        + (found["way"].map(_TOLD) + " “" + at + found["written_p"] + "”")
        + (", of " + found["owner"]).where(found["owner"] != found["written_p"], "")
        + "; the register does not have this account as theirs."
    )


def _evidence(found: pd.DataFrame) -> "pd.Series[Any]":
    dated = found["as_at"].where(found["as_at"] == "", ", as at " + found["as_at"])
    link = found["url"].where(found["url"] == "", ", " + found["url"])
    what = found["kind"].eq(HANDLE).map({True: "handle “@", False: "name “"})
    return what + found["written_p"] + "” (" + found["source"] + dated + link + ")"


def _at(what: "pd.Series[Any]") -> "pd.Series[Any]":
    return what.eq(HANDLE).map({True: "@", False: ""})
