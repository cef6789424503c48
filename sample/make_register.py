"""Writes sample/register/: the House of Tauira as a jurisdiction pack."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import make_parliament as parliament
from make_account import Account
from make_files import csv_text, write_text
from make_parliament import DECLARED, GOVERNMENT_FROM, PARTIES, REGISTER_DATE, House

Rows = Iterable[Mapping[str, object]]
_SITE = "https://whare.tauira.example"
_PACK = f"""# An invented country: see sample/README.md. The form of a pack: docs/register.md.
id = "tauira"
name = "Tauira (invented)"
parliament = "House of Tauira"
version = {REGISTER_DATE.isoformat()}
language = "en-NZ"
timezone = "Pacific/Auckland"
licence = "MIT, as the rest of this project"
note = "Every party, person, account and figure is invented. Tauira is te reo Māori for example."

[pre_election]
months = 3
source = "House of Tauira (invented)"
evidence_url = "https://whare.tauira.example/elections"
"""
_COLUMNS = {
    "parties": "party,name,name_mi,short,aliases,from,to,website",
    "people": "actor,name,aliases,wikidata",
    "offices": "actor,role,party,electorate,portfolio,from,to",
    "accounts": "actor,platform,handle,platform_id,role,from,to,status",
    "seats": "from,party,seats",
    "elections": "election,polling_day,declared,period_from,period_to,party,votes,seats",
    "governments": "party,from,to",
    "organisations": "actor,name,name_mi,kind,party,description,website",
}
_EVIDENCE = {
    "parties": "parties",
    "people": "members",
    "offices": "members",
    "accounts": "members/contact",
    "seats": "seats",
    "elections": "elections/2025",
    "governments": "government",
    "organisations": "interests",
}
# How many of each party's members the register knows on a platform, in the order of the list.
KNOWN = {
    "x": (22, 14, 8, 5, 3, 2),
    "mastodon": (5, 5, 3, 2, 2, 1),
    "bluesky": (14, 10, 5, 3, 2, 1),
    "facebook": (12, 9, 5, 2, 2, 1),
}
# Members whose X account stands in the register by its handle alone.
HANDLE_ONLY = {("party:kauri", 3), ("party:totara", 2), ("party:rimu", 5)}
_REJECTED = (
    ("party:kauri", "x", "kauri_fan_tauira", "a list passed around by e-mail", "kept by a reader"),
    ("party:ponga", "facebook", "ponga.jokes.tauira", "a search", "says itself that it is satire"),
)
_ORGANISATIONS = (
    ("org:kauri-rangatahi", "Kauri Rangatahi", "party youth wing", "party:kauri"),
    ("org:rimu-students", "Rimu Students", "party youth wing", "party:rimu"),
    ("org:ratepayers-of-tauira", "Ratepayers of Tauira", "pressure group", ""),
    ("org:federation-of-lamplighters", "Federation of Lamplighters", "trade union", ""),
)


def write(folder: Path, house: House) -> None:
    """Write pack.toml and the CSV files of the pack."""
    write_text(folder / "pack.toml", _PACK)
    tables: Mapping[str, Rows] = {
        "parties": _parties(),
        "people": ({"actor": person.actor, "name": person.name} for person in house.people),
        "offices": _offices(house),
        "accounts": _accounts(house),
        "seats": _seats(),
        "elections": _elections(),
        "governments": (
            {"party": party.id, "from": GOVERNMENT_FROM} for party in PARTIES if party.governs
        ),
        "organisations": _organisations(),
    }
    for name, rows in tables.items():
        columns = [*_COLUMNS[name].split(","), "source", "evidence_url", "as_at"]
        sourced = ({**_source(name), **row} for row in rows)
        write_text(folder / f"{name}.csv", csv_text(columns, sourced))
    rejected = ("actor", "platform", "handle", "seen_in", "reason")
    rows = (dict(zip(rejected, row, strict=True)) for row in _REJECTED)
    write_text(folder / "accounts_rejected.csv", csv_text(rejected, rows))


def known_accounts(house: House, platform: str) -> dict[str, tuple[Account, ...]]:
    """Give the members of each party whose account on the platform the register knows."""
    return {
        party.id: house.members[party.id][:number]
        for party, number in zip(PARTIES, KNOWN[platform], strict=True)
    }


def _source(table: str) -> dict[str, object]:
    return {
        "source": "House of Tauira (invented)",
        "evidence_url": f"{_SITE}/{_EVIDENCE[table]}",
        "as_at": REGISTER_DATE,
    }


def _parties() -> Rows:
    for party in PARTIES:
        yield {
            "party": party.id,
            "name": party.name,
            "name_mi": party.name_mi,
            "short": party.short,
            "aliases": f"{party.short} of Tauira",
            "from": "2019",
            "website": f"https://{party.id.split(':')[1]}.tauira.example",
        }
    yield {"party": parliament.INDEPENDENT, "name": "Independent", "short": "Independent"}


def _offices(house: House) -> Rows:
    for office in house.offices:
        yield {
            "actor": office.actor,
            "role": office.role,
            "party": office.party,
            "electorate": office.electorate,
            "portfolio": office.portfolio,
            "from": office.start,
            "to": office.end or "",
        }


def _accounts(house: House) -> Rows:
    for account in house.party_accounts.values():
        for platform in ("x", "bluesky", "facebook"):
            yield _account(account, platform, role="party")
    for platform in KNOWN:
        for party_id, members in known_accounts(house, platform).items():
            for number, member in enumerate(members):
                handle_only = platform == "x" and (party_id, number) in HANDLE_ONLY
                yield _account(member, platform, handle_only=handle_only)
    yield _account(house.left_house, "x")
    yield _account(house.by_election, "x")
    yield _account(house.standing[0], "x", role="campaign")
    yield _account(house.standing[1], "bluesky", role="campaign")
    yield _account(house.lost[0], "x", role="campaign", ended=DECLARED)
    yield _account(house.lost[1], "mastodon", role="campaign", ended=DECLARED)


def _account(
    account: Account,
    platform: str,
    role: str = "",
    ended: date | None = None,
    handle_only: bool = False,
) -> Mapping[str, object]:
    return {
        "actor": account.actor,
        "platform": platform,
        "handle": account.handle(platform),
        "platform_id": "" if handle_only else account.stable_id(platform),
        "role": role,
        "to": ended or "",
        "status": "current" if ended is None else "last_known",
    }


def _seats() -> Rows:
    for start, seats in parliament.HOUSE:
        for party, number in zip(PARTIES, seats, strict=True):
            yield {"from": start, "party": party.id, "seats": number}
        if start >= parliament.LEFT_A_PARTY:
            yield {"from": start, "party": parliament.INDEPENDENT, "seats": 1}


def _elections() -> Rows:
    for party in PARTIES:
        yield {
            "election": "2025",
            "polling_day": parliament.POLLING_DAY,
            "declared": DECLARED,
            "period_from": date(2025, 6, 13),
            "period_to": date(2025, 9, 12),
            "party": party.id,
            "votes": party.votes,
            "seats": party.seats,
        }


def _organisations() -> Rows:
    for actor, name, kind, party in _ORGANISATIONS:
        yield {
            "actor": actor,
            "name": name,
            "kind": kind,
            "party": party,
            "description": f"{kind}, as its own page says",
            "website": f"https://{actor.removeprefix('org:')}.example",
        }
