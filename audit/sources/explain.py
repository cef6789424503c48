"""Why lists name an account or an address, and at which level: the answer to whoever asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from audit.review.words import count, day
from audit.sources import hosts, match
from audit.sources.flags import named_by, places
from audit.sources.judged import RULES, Judged, Named, judge, read_as
from audit.sources.lists import FlaggedList
from audit.sources.rows import AGENCY, CLEAR, INFO, LOOK
from audit.sources.wrappers import unwrap
from connectors import frames
from connectors.profile_form import Profile

_LEVELS = {
    LOOK: "Level: look. A person is asked to look at it.",
    INFO: "Level: for information. No decision is asked for.",
    CLEAR: "Level: clear. Your own list says not to flag it, whatever other lists say.",
    None: "Level: none. Nothing is flagged.",
}
_SAID = (
    ("note", "reason"),
    ("read it at", "evidence_url"),
    ("licence", "licence"),
    ("corrections", "correct"),
)


@dataclass(frozen=True)
class Subject:
    """What is asked about: an account, an address, or the address of an account."""

    written: str
    profile: Profile | None
    address: str


def explain(subject: Subject, flagged: FlaggedList) -> list[str]:
    """Say every row that names the subject, whose judgement it is, and why the level is what it is.

    Sentences and indented lines, in the order of the lists.
    """
    found = _matches(subject, flagged)
    named = named_by(found, flagged)
    judged = judge(named, flagged.as_of)
    searched = count(len(flagged.files), "list")
    if not named:
        return [
            f"{subject.written} is on none of the {searched} looked in.",
            "That says nothing good of it either: most of New Zealand is on none.",
            *_shared(subject, flagged),
        ]
    rows = count(len(named), "row")
    return [
        f"{subject.written} is named by {rows} of the {searched} looked in.",
        *(line for one in named for line in _row(flagged, one)),
        _LEVELS[judged.level if judged else None],
        *_why(judged),
        *_shared(subject, flagged),
        f"Rules of version {RULES}, as of {day(flagged.as_of)}.",
    ]


def _matches(subject: Subject, flagged: FlaggedList) -> pd.DataFrame:
    """Find the rows for the address first, then those for its account."""
    addresses = pd.Series([subject.address] if subject.address else [], dtype=frames.TEXT)
    parts = [match.of_links(addresses, flagged.listed)]
    profile = subject.profile
    if profile is not None:
        about = {
            "platform": profile.platform,
            "account_id": profile.account_id,
            "handle": profile.handle,
        }
        account = frames.make("accounts", [about])
        parts.append(match.of_accounts(account, flagged.listed))
    return pd.concat(parts).drop_duplicates("row").sort_values("row", ignore_index=True)


def _row(flagged: FlaggedList, one: Named) -> list[str]:
    found = flagged.rows.iloc[[one.row]]
    row: pd.Series[Any] = found.iloc[0]
    as_at = row["as_at"]
    dated = f", dated {day(as_at.date())}" if isinstance(as_at, pd.Timestamp) else ""
    whose = "your own list" if row["lineage"] == AGENCY else f"judged by {row['lineage']}"
    told = [
        f"“{row['list']}”{dated}, as: {row['label']} ({whose}; matched {one.how})",
        f"  read as: {read_as(one, flagged.as_of)}",
        f"  row: {row['row']}",
        f"  from: {places(found).iloc[0]}, SHA-256 {row['sha256']}",
    ]
    for what, key in _SAID:
        if row[key]:
            told.append(f"  {what}: {row[key]}")
    return told


def _why(judged: Judged | None) -> list[str]:
    """Say which row led to the level; a note says more where another rule lowered it."""
    if judged is None:
        return []
    lead = judged.lead
    whose = "your own row decides" if lead.lineage == AGENCY else f"the row of “{lead.list}” leads"
    return [f"Why: {whose}. {judged.note}".rstrip()]


def _shared(subject: Subject, flagged: FlaggedList) -> Sequence[str]:
    """Say that rows for a host of many writers are not used for one of them."""
    host = hosts.without_prefix(hosts.place(unwrap(subject.address).url).host)
    rows = flagged.listed.named("host", host) if hosts.is_shared(host) else ()
    lists = ", ".join(dict.fromkeys(f"“{flagged.rows['list'].iloc[row]}”" for row in rows))
    return (
        [f"{host} itself is on {lists}; many writers share it, so it names none."] if rows else []
    )
