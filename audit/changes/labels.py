"""Why the same account has another label: because of the day, or because the data is other.

An account is asked about four times: as seen then and as seen now, of the register and the lists
of then and of now. The register is asked about the day on which the account was seen, and the lists
about the day of the review, as the reviews themselves did: a row of a list may run out.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from audit import matching
from audit.changes.past import LIST, Past
from audit.changes.people import COLUMNS, PERSON
from audit.inputs import Inputs
from audit.period import NEW_ZEALAND
from audit.sources.flags import flag_accounts
from connectors import frames

SAID = ("actor", "actor_name", "party_name", "role", "flag")
THEN, CROSS = "then_", "cross_"
LABELS = ("platform", "who", "run", *(f"{one}{name}" for one in (THEN, CROSS) for name in SAID))
_CALLED = ("handle", "name")
_LABEL = ["actor", "party_name", "role"]
BY_DAY, BY_DATA = "label", "register"


def said_of(accounts: pd.DataFrame, used: Inputs) -> pd.DataFrame:
    """Say whose each account of an accounts frame is, on the day it was seen, and on which list.

    Columns SAID with the index of the accounts, empty where nothing is said.
    """
    labels = matching.label(accounts, used.register)
    follows = frames.retyped(
        "interactions",
        {column.name: _column(accounts, column.name) for column in frames.INTERACTIONS},
    )
    day = accounts["as_at"].dt.tz_convert(NEW_ZEALAND).dt.normalize().dt.tz_localize(None)
    told = matching.label_acts(follows, labels, used.register, day)
    flags = flag_accounts(accounts, used.flagged)
    named = flags["flag_list"].where(flags["flag_level"].isin(["look", "info"]))
    return told.assign(flag=named)[list(SAID)].astype(frames.TEXT).fillna("")


def _column(accounts: pd.DataFrame, name: str) -> "pd.Series[Any]":
    if name in {"platform", "account_id"}:
        return accounts[name]
    return pd.Series("follow" if name == "kind" else None, index=accounts.index, dtype=frames.TEXT)


def on_day(used: Inputs, day: date) -> Inputs:
    """Give the same register and lists, the lists as they stood on a day."""
    return replace(used, flagged=used.flagged.on(day))


def said_then(
    people: pd.DataFrame, accounts: pd.DataFrame, earlier: Inputs, run: int, today: date
) -> pd.DataFrame:
    """Ask the register and lists of a run of what it saw itself and of what is seen now.

    ``people`` are sightings of that run and ``accounts`` those of now, both accounts frames with
    ``who``; columns LABELS for those in both. ``today`` is the day of this review.
    """
    asked = people[PERSON].merge(accounts[PERSON], on=PERSON)
    questions = ((THEN, people, earlier), (CROSS, accounts, on_day(earlier, today)))
    told = [said_of(_of(asked, seen), used).add_prefix(start) for start, seen, used in questions]
    return pd.concat([asked.assign(run=run), *told], axis=1)[list(LABELS)]


def why_other(
    then: pd.DataFrame, cross: pd.DataFrame, same: pd.DataFrame, now: pd.DataFrame
) -> pd.DataFrame:
    """Tell for each account whether its label, and its list, is another one, and why.

    Four answers with columns SAID and one index: the old data of then, the old data of now, the
    new data of then, the new data of now. Columns ``label`` and ``flag`` hold BY_DAY, BY_DATA or
    empty text.
    """
    return pd.DataFrame(
        {
            "label": _why(*(_joined(one, _LABEL) for one in (then, cross, same, now))),
            "flag": _why(*(_joined(one, ["flag"]) for one in (then, cross, same, now))),
        }
    )


def _why(
    then: "pd.Series[Any]", cross: "pd.Series[Any]", same: "pd.Series[Any]", now: "pd.Series[Any]"
) -> "pd.Series[Any]":
    """Blame the data where the new data says otherwise of then, and the day where it agrees."""
    told = pd.Series("", index=then.index, dtype=frames.TEXT)
    by_day = (same == then) | (cross == now)
    return told.mask(then != now, BY_DATA).mask((then != now) & by_day, BY_DAY)


def _joined(said: pd.DataFrame, columns: list[str]) -> "pd.Series[Any]":
    joined = said[columns[0]]
    for column in columns[1:]:
        joined = joined + "|" + said[column]
    return joined


def changed(followed: pd.DataFrame, people: pd.DataFrame, past: Past, used: Inputs) -> pd.DataFrame:
    """Find the accounts followed then and now of whom something else is said, one row for each.

    ``followed`` has the columns of a list and ``who``, ``people`` are the accounts of now
    (audit.changes.people). ``what`` is BY_DAY or BY_DATA, ``said_then`` and ``said_now`` what was
    said; an account may have a row for its label and one for the list that names it. ``ran_out``
    tells where a list would have named it otherwise on another day, by its data of then or of now.
    """
    known = past.acts[past.acts["kind"] == "follow"].drop(columns=["key"])
    asked = past.labels.merge(followed, on=PERSON).merge(known, on=[*LIST, "who"])
    asked = asked.drop_duplicates(PERSON, ignore_index=True)
    sightings = [_of(asked, past.people), _of(asked, people)]
    same, as_then = (_on_days_of_then(asked["run"], one, past, used) for one in sightings)
    now = said_of(sightings[1], used)
    then, cross = (
        asked[[f"{start}{name}" for name in SAID]].set_axis(list(SAID), axis=1)
        for start in (THEN, CROSS)
    )
    why = why_other(then, cross, same, now)
    handles, names = ([one[column].fillna("") for one in sightings] for column in _CALLED)
    lapsed = (as_then["flag"] != now["flag"]) | (then["flag"] != cross["flag"])
    parts = [
        asked.assign(
            what=why[column],
            said_then=_in_words(then, column),
            said_now=_in_words(now, column),
            handle_then=handles[0],
            handle_now=handles[1],
            ran_out=lapsed & (column == "flag") & (names[0] == names[1]),
        )[why[column] != ""]
        for column in ("label", "flag")
    ]
    return pd.concat(parts, ignore_index=True)


def _on_days_of_then(
    runs: "pd.Series[int]", seen: pd.DataFrame, past: Past, used: Inputs
) -> pd.DataFrame:
    """Ask the data of now of accounts, the lists as they stood on the day of each one's run."""
    parts = [
        said_of(seen.loc[rows], on_day(used, past.days[int(str(run))]))
        for run, rows in runs.groupby(runs).groups.items()
    ]
    return pd.concat(parts).reindex(seen.index) if parts else said_of(seen, used)


def _of(asked: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    found = asked[PERSON].merge(people, on=PERSON, how="left")
    return found[list(COLUMNS)]


def _in_words(said: pd.DataFrame, column: str) -> "pd.Series[Any]":
    if column == "flag":
        return ("on the list " + said["flag"]).where(said["flag"] != "", "on no list")
    role = said["role"].str.replace("_", " ").where(said["role"] != "", "no office")
    party = (", " + said["party_name"]).where(said["party_name"] != "", "")
    return (said["actor_name"] + " (" + role + party + ")").where(
        said["actor"] != "", "nobody whom the register knows"
    )
