"""What makes a register unusable: every problem at once, each with its file and line."""

from collections.abc import Iterator, Mapping

import pandas as pd

from audit.register.accounts import handle_key
from audit.register.pack import TABLES, Table
from audit.register.spells import first_day, last_day, not_a_date

Frames = Mapping[str, pd.DataFrame]


def problems_in(frames: Frames) -> Iterator[str]:
    """Give every problem of the tables: cells first, then what one table says of another."""
    for name, table in frames.items():
        yield from _cells(table, TABLES[name])
        yield from _repeats(table, TABLES[name])
    yield from _ids(frames)
    yield from _unknown(frames)
    yield from _undated_candidates(frames["offices"])
    yield from _shared_accounts(frames["accounts"])
    yield from _rejected(frames)
    yield from _results(frames["elections"])


def _at(table: pd.DataFrame, wrong: "pd.Series[bool]", sentence: str) -> Iterator[str]:
    # to take no rows of a wide table costs as much as to take some, a hundred times over
    for row in table[wrong].to_dict("records") if wrong.any() else ():
        yield f"{row['file']}, line {row['line']}: {sentence.format_map(row)}"


def _cells(table: pd.DataFrame, rules: Table) -> Iterator[str]:
    for column in rules.filled:
        yield from _at(table, table[column] == "", f"{column} is empty; fill it.")
    for column in (*rules.dates, *rules.days):
        whole = not_a_date(table[column])
        if column in rules.days:
            whole |= (table[column] != "") & (table[column].str.len() != 10)
        yield from _at(
            table, whole, f"{column} {{{column}!r}} is not a date; write {_form(rules, column)}."
        )
    for column in rules.numbers:
        wrong = (table[column] != "") & ~table[column].str.fullmatch(r"\d{1,9}")
        yield from _at(table, wrong, f"{column} {{{column}!r}} is not a whole number.")
    for column, words in rules.allowed.items():
        wrong = ~table[column].isin(words) & ~((table[column] == "") & (column in rules.filled))
        choice = ", ".join(word for word in words if word)
        yield from _at(table, wrong, f"{column} {{{column}!r}} is not one of {choice}.")
    if "to" in rules.columns:
        turned = first_day(table["from"]) > last_day(table["to"])
        yield from _at(table, turned, "the spell ends ({to}) before it begins ({from}).")


def _form(rules: Table, column: str) -> str:
    return "2026-10-09" if column in rules.days else "2026-10-09, 2026-10 or 2026"


def _repeats(table: pd.DataFrame, rules: Table) -> Iterator[str]:
    if rules.unique:
        again = table.duplicated(list(rules.unique)) & (table[list(rules.unique)] != "").any(axis=1)
        named = " ".join(f"{{{column}}}" for column in rules.unique)
        yield from _at(table, again, f"{named} is in the register twice; keep one row.")


def _ids(frames: Frames) -> Iterator[str]:
    for name, column, prefix in (
        ("parties", "party", "party:"),
        ("people", "actor", "per:"),
        ("organisations", "actor", "org:"),
        ("offices", "actor", "per:"),
    ):
        table = frames[name]
        wrong = (table[column] != "") & ~table[column].str.startswith(prefix)
        yield from _at(table, wrong, f"{column} {{{column}!r}} must begin with {prefix}")


def _unknown(frames: Frames) -> Iterator[str]:
    parties = frames["parties"]["party"]
    actors = pd.concat([parties, frames["people"]["actor"], frames["organisations"]["actor"]])
    for name, table in frames.items():
        if name != "parties" and "party" in table:
            strange = (table["party"] != "") & ~table["party"].isin(parties)
            yield from _at(table, strange, "party {party!r} is not in parties.csv; add it there.")
        if "actor" in table and name not in ("people", "organisations"):
            strange = (table["actor"] != "") & ~table["actor"].isin(actors)
            yield from _at(
                table,
                strange,
                "actor {actor!r} is not in people.csv, parties.csv or organisations.csv.",
            )


def _undated_candidates(offices: pd.DataFrame) -> Iterator[str]:
    undated = (offices["role"] == "candidate") & (offices["from"] == "")
    yield from _at(offices, undated, "a candidate needs the day from which; fill from.")


def _shared_accounts(accounts: pd.DataFrame) -> Iterator[str]:
    held = accounts.assign(
        row=range(len(accounts)),
        key=handle_key(accounts["handle"]),
        starts=first_day(accounts["from"]).fillna(pd.Timestamp.min.as_unit("us")),
        ends=last_day(accounts["to"]).fillna(pd.Timestamp.max.as_unit("us")),
    )
    same_handle = _at_once(held, "key")
    same_actor = same_handle["actor"] == same_handle["actor_2"]
    yield from _at(
        same_handle, same_actor, "{handle} on {platform} is in the register twice; keep one row."
    )
    yield from _at(same_handle, ~same_actor, _two_owners("{handle}"))
    same_id = _at_once(held[held["platform_id"] != ""], "platform_id")
    yield from _at(same_id, same_id["actor"] != same_id["actor_2"], _two_owners("{platform_id}"))


def _at_once(held: pd.DataFrame, key: str) -> pd.DataFrame:
    shared = held[held.duplicated(["platform", key], keep=False)]
    pairs = shared.merge(shared, on=["platform", key], suffixes=("", "_2"))
    both = (pairs["starts"] <= pairs["ends_2"]) & (pairs["starts_2"] <= pairs["ends"])
    return pairs[both & (pairs["row"] > pairs["row_2"])]


def _two_owners(account: str) -> str:
    return (
        f"{account} on {{platform}} belongs to {{actor}} here and to {{actor_2}} in {{file_2}}, "
        "line {line_2}, at the same time; keep one, or date them."
    )


def _rejected(frames: Frames) -> Iterator[str]:
    keys = ["actor", "platform", "key"]
    accounts = frames["accounts"].assign(key=handle_key(frames["accounts"]["handle"]))
    rejected = frames["accounts_rejected"]
    rejected = rejected.assign(key=handle_key(rejected["handle"])).drop_duplicates(keys)
    both = accounts.merge(rejected[[*keys, "reason"]], on=keys)
    yield from _at(
        both,
        both["actor"] != "",
        "{handle} on {platform} is in accounts_rejected.csv ({reason}); keep one of the two.",
    )


def _results(elections: pd.DataFrame) -> Iterator[str]:
    result = elections[["declared", "party", "votes", "seats"]] != ""
    half = result.any(axis=1) & ~result.all(axis=1)
    yield from _at(
        elections,
        half,
        "a result needs declared, party, votes and seats; an election without a result has none.",
    )
    again = elections.duplicated("election") & ~result.any(axis=1)
    yield from _at(elections, again, "election {election} has a result and a row without one.")
    days = elections.groupby("election")[["polling_day", "declared"]].transform("nunique")
    yield from _at(
        elections,
        (days > 1).any(axis=1),
        "the rows of election {election} give different days.",
    )


def unexplained_sources(frames: Frames) -> Iterator[str]:
    """Give the source keys that the pack's own sources.csv, where it has one, does not explain."""
    known = frozenset(frames["sources"]["key"]) if "sources" in frames else frozenset()
    for table in frames.values() if known else ():
        if "source" in table:
            strange = {text: _unexplained(text, known) for text in table["source"].unique()}
            named = table.assign(key=table["source"].map(strange))
            yield from _at(
                named, named["key"] != "", "source {key!r} is not explained in sources.csv."
            )


def _unexplained(source: str, known: frozenset[str]) -> str:
    """Give the first key of a source, joined by +, that is not known."""
    keys = (key.strip() for key in source.split("+"))
    return next((key for key in keys if key and key not in known), "")
