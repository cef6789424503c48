"""Accounts that a person found and wrote down: what can be taken, and why the others cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audit.register.disputes import account_key, doubt, refusal
from audit.register.pack import ACCOUNT_ROLES, TABLES
from audit.register.register import Register
from audit.sources.hosts import place
from connectors.frames import PLATFORMS
from connectors.looked import FOUND, Looked
from connectors.profile_form import Profile
from connectors.profiles import parse_profile

TAKEN, DOUBTFUL, WRONG, EMPTY = "taken", "doubtful", "wrong", "empty"
BUCKETS = (TAKEN, DOUBTFUL, WRONG, EMPTY)
SOURCE = "gaps"
CONFIRMED = "gaps+online"  # the platform gave the id and knew the handle


@dataclass(frozen=True)
class Filled:
    """One row as a person filled it in; ``checked_on`` is null where it is no date."""

    line: int
    actor: str
    platform: str
    handle: str
    role: str
    evidence_url: str
    checked_by: str
    checked_on: date | None

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was filled in."""
        return not any(
            (self.handle, self.role, self.evidence_url, self.checked_by, self.checked_on)
        )


@dataclass(frozen=True)
class Judged:
    """A row with its bucket, the reason, and the account it names where it names one.

    ``looked`` is what the platform said of that account, where it was to be asked.
    """

    filled: Filled
    bucket: str
    reason: str = ""
    profile: Profile | None = None
    looked: Looked | None = None

    @property
    def is_confirmed(self) -> bool:
        """Tell whether the platform confirmed the account of a row that is taken."""
        found = self.looked is not None and self.looked.outcome == FOUND
        return found and self.bucket == TAKEN


def judge(rows: Sequence[Filled], register: Register, today: date) -> tuple[Judged, ...]:
    """Put each row into one bucket: taken, doubtful, wrong or empty."""
    people = frozenset(register.people["actor"])
    owners: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        profile = _profile(row)
        if profile is not None:
            owners.setdefault(account_key(profile), set()).add(row.actor)
    shared = frozenset(key for key, actors in owners.items() if len(actors) > 1)
    return tuple(_judge(row, register, people, shared, today) for row in rows)


def taken(judged: Sequence[Judged]) -> tuple[tuple[Judged, Profile], ...]:
    """Give the rows that were taken with the account of each, every account once."""
    found = {
        account_key(one.profile): (one, one.profile)
        for one in judged
        if one.bucket == TAKEN and one.profile is not None
    }
    return tuple(found.values())


def account_cells(one: Judged, profile: Profile, today: date) -> Mapping[str, str]:
    """Give the cells for accounts.csv by column.

    A confirmed account has today's date and its id, unless that only repeats the handle.
    """
    row = one.filled
    cells = {
        "actor": row.actor,
        "platform": profile.platform,
        "handle": profile.handle or "",
        "role": row.role,
        "status": "current",
        "source": SOURCE,
        "evidence_url": row.evidence_url,
        "as_at": row.checked_on.isoformat() if row.checked_on else "",
    }
    if one.is_confirmed and one.looked is not None:
        account_id = one.looked.account_id
        own_id = account_id if account_id.casefold() != account_key(profile)[1] else ""
        cells |= {"platform_id": own_id, "source": CONFIRMED, "as_at": today.isoformat()}
    return cells


def account_row(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Put the cells in the order of the columns of accounts.csv."""
    return tuple(cells.get(column, "") for column in TABLES["accounts"].columns)


def _judge(
    row: Filled,
    register: Register,
    people: frozenset[str],
    shared: frozenset[tuple[str, str]],
    today: date,
) -> Judged:
    if row.is_empty:
        return Judged(row, EMPTY)
    wrong = _wrong(row, people, today)
    profile = _profile(row)
    if wrong or profile is None:
        return Judged(row, WRONG, wrong)
    refused = refusal(row.actor, profile, register, today)
    if refused:
        return Judged(row, WRONG, refused, profile)
    doubtful = doubt(profile, register, today) or _doubt_in_row(profile, row, shared)
    return Judged(row, DOUBTFUL if doubtful else TAKEN, doubtful, profile)


def _doubt_in_row(profile: Profile, row: Filled, shared: frozenset[tuple[str, str]]) -> str:
    if account_key(profile) in shared:
        return "two people are given this handle here"
    evidence = parse_profile(row.evidence_url)
    if evidence is not None and account_key(evidence) == account_key(profile):
        return "the evidence is the account itself; name a page of theirs that leads to it"
    return ""


def _wrong(row: Filled, people: frozenset[str], today: date) -> str:
    """Say what is wrong with a row by itself, or nothing."""
    profile = _profile(row)
    checks = (
        (row.actor not in people, f"the register knows no person {row.actor!r}"),
        (row.platform not in PLATFORMS, f"the platform {row.platform!r} is not known"),
        (not row.handle, "the handle is missing"),
        (
            bool(row.handle) and row.platform in PLATFORMS and profile is None,
            f"{row.handle!r} is no handle or address on that platform",
        ),
        (profile is not None and not profile.handle, "it is an id; write the handle"),
        (row.role not in ACCOUNT_ROLES, f"the kind of account {row.role!r} is not on the list"),
        (not _is_https(row.evidence_url), "the evidence URL is no address with https://"),
        (not row.checked_by, "who checked it is missing"),
        (row.checked_on is None, "the day on which it was checked is missing or no date"),
        (row.checked_on is not None and row.checked_on > today, "it was checked in the future"),
    )
    return "; ".join(reason for holds, reason in checks if holds)


def _profile(row: Filled) -> Profile | None:
    if not row.handle or row.platform not in PLATFORMS:
        return None
    profile = parse_profile(row.handle, row.platform)
    return profile if profile is not None and profile.platform == row.platform else None


def _is_https(url: str) -> bool:
    return url.startswith("https://") and "." in place(url).host and " " not in url
