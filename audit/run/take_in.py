"""Takes the accounts that a person found into the overlay, as every other accepted change."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from audit.register.disputes import account_key, known_keys
from audit.register.filled import SOURCE, Filled, Judged, account_row, judge, taken
from audit.register.overlay import read_overlay
from audit.register.register import Tables, register_of
from audit.review.difference import Difference
from audit.review.words import PLATFORM_NAMES
from audit.run.filled_workbook import read_filled
from audit.update.accept import SourceFile, accept
from connectors.profile_form import Profile


@dataclass(frozen=True)
class TakenIn:
    """Every row with its bucket; how many accounts were written, and how many stood there."""

    judged: tuple[Judged, ...]
    written: int
    there: int


def take_in(path: Path, folder: Path, tables: Tables, now: datetime) -> TakenIn:
    """Judge each row of a workbook and write the new accounts among them into the overlay.

    Raises SourceError where it is not that workbook, and ConfigError, with nothing written, where
    the register could not be used afterwards.
    """
    judged = judge(read_filled(path), register_of(tables), now.date())
    own, _ = read_overlay(folder, "", [])
    frames = [tables.frames["accounts"], *([own["accounts"]] if "accounts" in own else [])]
    known = frozenset().union(*map(known_keys, frames))
    found = taken(judged)
    names = dict(tables.frames["people"][["actor", "name"]].to_numpy().tolist())
    new = [
        _difference(row, profile, path.name, names)
        for row, profile in found
        if account_key(profile) not in known
    ]
    if new:
        source = SourceFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        accept(new, folder, tables, source, now)
    return TakenIn(judged, len(new), len(found) - len(new))


def _difference(row: Filled, profile: Profile, file: str, names: Mapping[str, str]) -> Difference:
    platform, handle = account_key(profile)
    return Difference(
        key=f"{SOURCE}:{platform}:{handle}",
        kind="new",
        table="accounts",
        actor=row.actor,
        name=names.get(row.actor, ""),
        party="",
        said=f"@{profile.handle} on {PLATFORM_NAMES[platform]}, checked by {row.checked_by}",
        held="",
        why="",
        where=f"{file}, row {row.line}",
        source=SOURCE,
        evidence_url=row.evidence_url,
        as_at=row.checked_on.isoformat() if row.checked_on else "",
        rows=(account_row(row, profile),),
    )
