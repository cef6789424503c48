"""What each row of a source claims: whose account or which person, in the register's own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from audit.register.pack import ACCOUNT_ROLES, ACCOUNT_STATUSES, TABLES
from audit.register.spells import not_a_date
from audit.update.columns import Columns
from connectors.errors import ConfigError
from connectors.frames import PLATFORM_NAMES, TEXT
from connectors.list_words import platforms_named
from connectors.profiles import parse_profile

SourceRow = tuple[int, Sequence[str]]
_DATES = ("from", "to", "as_at")
_OWN_WORDS = {"role": ACCOUNT_ROLES, "status": ACCOUNT_STATUSES}


@dataclass(frozen=True)
class Given:
    """What the user says of a whole source, where its rows do not say it."""

    source: str
    evidence_url: str = ""
    as_at: str = ""
    platform: str = ""


@dataclass(frozen=True)
class Claim:
    """One thing that a source says; ``problem`` says why it cannot be used, if it cannot.

    ``cells`` hold the columns of the table but for the owner. A claim about an account without
    handle and id says only that the source speaks of this owner on this platform. ``sighting`` is
    false where a source states an account that nobody saw in use on its as-at day.
    """

    where: str
    owner: Mapping[str, str]
    cells: Mapping[str, str] = field(default_factory=dict)
    problem: str = ""
    sighting: bool = True

    @property
    def names_account(self) -> bool:
        """Tell whether there is an account in it."""
        return bool(self.cells.get("handle") or self.cells.get("platform_id"))


def claims_of(
    rows: Sequence[SourceRow], columns: Columns, given: Given, name: str
) -> tuple[Claim, ...]:
    """Read the rows about accounts or people; raises ConfigError where they have no as-at date."""
    require_day(columns, given, name)
    read = [claim for row in rows for claim in _claims(row, columns, given, name)]
    return dated(read)


def require_day(columns: Columns, given: Given, name: str) -> None:
    """Raise ConfigError where nothing says as of when a source stands."""
    if "as_at" not in columns.of and not given.as_at:
        raise ConfigError(
            [f"{name} does not say as of when it stands: give --as-at 2026-11-20, say."]
        )


def said_in(written: Sequence[str], columns: Columns, given: Given) -> dict[str, str]:
    """Give what a row says by field, with the source, link and day of the whole where it has none.

    A first name and a surname in columns of their own make the name.
    """
    said = {one: _cell(written, place) for one, place in columns.of.items()}
    for one in ("source", "evidence_url", "as_at"):
        said[one] = said.get(one) or getattr(given, one)
    apart = f"{said.get('first_name', '')} {said.get('surname', '')}".strip()
    return {**said, "name": said.get("name") or apart}


def owner_in(said: Mapping[str, str]) -> dict[str, str]:
    """Give the part of a row that says whom it is about."""
    return {one: said.get(one, "") for one in ("actor", "name", "wikidata")}


def _cell(written: Sequence[str], place: int) -> str:
    return written[place] if place < len(written) else ""


def _claims(row: SourceRow, columns: Columns, given: Given, name: str) -> Iterator[Claim]:
    number, written = row
    said = said_in(written, columns, given)
    owner, where = owner_in(said), f"{name}, row {number}"
    if not any(owner.values()):
        return
    if columns.table != "accounts":
        yield person_claim(where, said)
        return
    if columns.by_platform:
        own = columns.of.get("handle")
        for place, platform in columns.by_platform.items():
            stable_id = said.get("platform_id", "") if place == own else ""
            handle = {
                "handle": _cell(written, place),
                "platform": platform,
                "platform_id": stable_id,
            }
            yield _account(where, owner, said | handle)
        return
    platform = next(iter(platforms_named(said.get("platform", ""))), given.platform)
    yield _account(where, owner, said | {"platform": platform})


def person_claim(where: str, said: Mapping[str, str]) -> Claim:
    """Give what a row says of a person."""
    people = cells_of("people", said)
    return Claim(where, owner_in(said), people, unsafe(people))


def _account(where: str, owner: Mapping[str, str], said: Mapping[str, str]) -> Claim:
    cells = cells_of("accounts", said)
    written = cells["handle"]
    profile = parse_profile(written, cells["platform"] or None) if written else None
    if profile:
        cells["platform"], cells["handle"] = profile.platform, profile.handle or ""
        if profile.handle is None:
            cells["platform_id"] = cells["platform_id"] or profile.account_id
    problem = _problem(cells, written, named=profile is not None)
    return Claim(where, owner, cells, problem)


def _problem(cells: Mapping[str, str], written: str, *, named: bool) -> str:
    if not cells["platform"]:
        return "It does not say on which platform: give --platform x, say."
    if written and not named:
        platform = PLATFORM_NAMES[cells["platform"]]
        return f"{written!r} names no account on {platform}."
    for column, words in _OWN_WORDS.items():
        if cells[column] and cells[column] not in words:
            return f"{column} {cells[column]!r} is not one of {', '.join(filter(None, words))}."
    return unsafe(cells)


def unsafe(cells: Mapping[str, str]) -> str:
    """Refuse what a spreadsheet would run if a person opened the overlay in one."""
    for column in ("source", "name", "aliases", "platform_id", "electorate", "portfolio"):
        text = cells.get(column, "")
        if text.startswith(("=", "+", "-", "@")):
            return f"{column} {text!r} begins like a formula; write it another way."
    if cells["evidence_url"] and not cells["evidence_url"].startswith(("https://", "http://")):
        return f"evidence_url {cells['evidence_url']!r} is no web address."
    return ""


def cells_of(table: str, said: Mapping[str, str]) -> dict[str, str]:
    """Give the columns of a table but its owner, empty where a row does not say them."""
    return {one: said.get(one, "") for one in TABLES[table].columns if one != "actor"}


def dated(read: Sequence[Claim]) -> tuple[Claim, ...]:
    """Say of each claim whether its dates are dates: every claim of the source at once."""
    wrong = pd.Series("", index=range(len(read)), dtype=TEXT)
    for column in _DATES:
        written = pd.Series([claim.cells.get(column, "") for claim in read], dtype=TEXT)
        bad = not_a_date(written)
        wrong = wrong.mask(bad, column + " '" + written + "' is not a date like 2026-11-20.")
    return tuple(
        replace(claim, problem=claim.problem or problem)
        for claim, problem in zip(read, wrong, strict=True)
    )
