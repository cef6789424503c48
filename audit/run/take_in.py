"""Takes the accounts that a person found into the overlay, as every other accepted change."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pandas as pd

from audit.register.accounts import handle_key
from audit.register.confirmed import confirm, to_ask
from audit.register.disputes import account_key
from audit.register.filled import SOURCE, Judged, account_cells, account_row, judge, taken
from audit.register.overlay import read_overlay
from audit.register.register import Tables, register_of
from audit.review.difference import Difference
from audit.review.words import PLATFORM_NAMES
from audit.run.ask_online import Ask
from audit.run.filled_workbook import read_filled
from audit.update.accept import SourceFile, accept
from connectors.profile_form import Profile

Cells = Mapping[str, str]


@dataclass(frozen=True)
class TakenIn:
    """Every row with its bucket; how many accounts were written, and how many stood there."""

    judged: tuple[Judged, ...]
    written: int
    there: int


def take_in(
    path: Path, folder: Path, tables: Tables, now: datetime, ask: Ask | None = None
) -> TakenIn:
    """Judge each row of a workbook and write the new accounts among them into the overlay.

    With ``ask`` the platforms are asked as well. Raises ConfigError, with nothing written, where it
    is not that workbook, or where the register could not be used afterwards.
    """
    register, today = register_of(tables), now.date()
    judged = judge(read_filled(path), register, today)
    if ask is not None:
        judged = confirm(judged, ask(to_ask(judged)), register, today)
    held = _held(tables, folder)
    names = dict(tables.frames["people"][["actor", "name"]].to_numpy().tolist())
    found = taken(judged)
    new = [
        _difference(one, profile, path.name, names, written)
        for one, profile in found
        if (written := _written(one, profile, held.get(account_key(profile)), today))
    ]
    if new:
        source = SourceFile(path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        accept(new, folder, tables, source, now)
    return TakenIn(judged, len(new), len(found) - len(new))


def _held(tables: Tables, folder: Path) -> Mapping[tuple[str, str], Cells]:
    """Give the accounts that the register and the overlay have, the overlay's last."""
    own, _ = read_overlay(folder, "", [])
    frames = [tables.frames["accounts"], *([own["accounts"]] if "accounts" in own else [])]
    accounts = pd.concat(frames, ignore_index=True)
    keys = zip(accounts["platform"], handle_key(accounts["handle"]), strict=True)
    return dict(zip(keys, accounts.to_dict("records"), strict=True))  # type: ignore[arg-type]


def _written(one: Judged, profile: Profile, held: Cells | None, today: date) -> Cells | None:
    """Give the cells to write, or nothing: what stands there gains an id at most."""
    cells = account_cells(one, profile, today)
    if held is None:
        return cells
    gains = cells.get("platform_id") and not held["platform_id"]
    if not gains or held["actor"] != one.filled.actor:
        return None
    kept = {column: held[column] for column in ("role", "from", "to") if held[column]}
    return {**cells, **kept}


def _difference(
    one: Judged, profile: Profile, file: str, names: Mapping[str, str], cells: Cells
) -> Difference:
    row, (platform, handle) = one.filled, account_key(profile)
    said = f"@{profile.handle} on {PLATFORM_NAMES[platform]}, checked by {row.checked_by}"
    confirmed = f", confirmed by {PLATFORM_NAMES[platform]}"
    return Difference(
        key=f"{SOURCE}:{platform}:{handle}",
        kind="new",
        table="accounts",
        actor=row.actor,
        name=names.get(row.actor, ""),
        party="",
        said=said + (confirmed if one.is_confirmed else ""),
        held="",
        why="",
        where=f"{file}, row {row.line}",
        source=cells["source"],
        evidence_url=row.evidence_url,
        as_at=cells["as_at"],
        rows=(account_row(cells),),
    )
