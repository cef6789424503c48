"""What a source says of accounts against what the register holds of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from audit.register.accounts import handle_key
from audit.review.difference import Difference, Kind
from audit.update.claims import Claim
from audit.update.found import Finding, Row, difference, sourced
from audit.update.owners import Known, Owner, owner_of
from connectors.frames import PLATFORM_NAMES, TEXT

_OLD = "older_or_second_account"
_NEW_STATUS = "last_known"
_COMPARED = ("platform_id", "role", "from", "to", "status")
Matched = tuple[Claim, Owner]


class _Held:
    """The register's accounts by handle, by id and by owner."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        accounts = _keyed(frames["accounts"])
        self.rows = accounts
        self.by_key: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self.by_id: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self.by_owner: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in accounts:
            self.by_key[row["platform"], row["key"]].append(row)
            self.by_owner[row["actor"], row["platform"]].append(row)
            if row["platform_id"]:
                self.by_id[row["platform"], row["platform_id"]].append(row)
        self.rejected = {
            (row["actor"], row["platform"], row["key"]): row["reason"]
            for row in _keyed(frames["accounts_rejected"])
        }


def account_differences(
    claims: Sequence[Claim], frames: Mapping[str, pd.DataFrame], known: Known, *, complete: bool
) -> tuple[Difference, ...]:
    """Compare each account that a source names; with ``complete`` also those it leaves out.

    A complete source has, for each owner and platform it speaks of, every account of theirs.
    """
    held = _Held(frames)
    matched = [(_with_handle(claim, held), owner_of(claim.owner, known)) for claim in claims]
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim, owner in matched:
        if owner.actor and claim.names_account:
            owners[_key(claim)].add(owner.actor)
    found = []
    for claim, owner in matched:
        one = _compare(claim, owner, held, owners, complete=complete)
        if one:
            name = known.names.get(owner.actor, "")
            found.append(difference("accounts", claim, owner, _said(claim.cells), one, name))
    vanished = _vanished(matched, held, owners, known) if complete else ()
    return (*found, *vanished)


def _compare(
    claim: Claim,
    owner: Owner,
    held: _Held,
    owners: Mapping[tuple[str, str], set[str]],
    *,
    complete: bool,
) -> Finding | None:
    problem = _unusable(claim, owner, held)
    if problem:
        return Finding("unusable", why=problem)
    if not owner.actor or not claim.names_account:
        return None
    new = {"actor": owner.actor, **claim.cells}
    others = sorted(owners[_key(claim)] - {owner.actor})
    if others:
        also = f"Also said of {', '.join(others)}"
        return Finding("conflicting", also, "The source names two owners.", (_filled(new),))
    elsewhere = _same_id_elsewhere(new, held)
    if elsewhere and elsewhere["actor"] != owner.actor:
        why = "The register has this id under another owner."
        return Finding("conflicting", _holds(elsewhere), why)
    current = [row for row in held.by_key[_key(claim)] if _open_on(row, new["to"] or new["as_at"])]
    if current:
        return _against(current[-1], new, sighting=claim.sighting)
    return _unheld(new, held, owners, complete=complete)


def _unusable(claim: Claim, owner: Owner, held: _Held) -> str:
    if claim.problem or not claim.names_account:
        return claim.problem
    if owner.problem:
        return owner.problem
    if not claim.cells["handle"]:
        return "The register needs the handle besides the id."
    reason = held.rejected.get((owner.actor, *_key(claim)))
    return "" if reason is None else f"Rejected before: {reason}."


def _against(row: Row, new: Row, *, sighting: bool) -> Finding | None:
    """Compare with the register's row of the same handle."""
    if row["actor"] != new["actor"]:
        return Finding(
            "conflicting", _holds(row), "The register names another owner.", (_filled(new),)
        )
    changed = {one: new[one] for one in _COMPARED if new[one] and new[one] != row[one]}
    ids_differ = row["platform_id"] and "platform_id" in changed
    seen = sighting and new["as_at"] > row["as_at"]
    if not changed and (not seen or new["to"]):
        return None
    merged = {**sourced(row, new), **changed}
    if ids_differ:
        return Finding("conflicting", _holds(row), "The handle may have passed on.", (merged,))
    if changed and new["as_at"] < row["as_at"]:
        return Finding("conflicting", _holds(row), "The source is the older one.", (merged,))
    kind: Kind = "ended" if changed.get("to") and not row["to"] else "changed"
    why = "" if changed else "Seen again, on a later day."
    return Finding(kind, _holds(row), why, (merged,), sure_of_owner=True)


def _unheld(
    new: Row, held: _Held, owners: Mapping[tuple[str, str], set[str]], *, complete: bool
) -> Finding:
    """Place an account whose handle the register does not have.

    One that is over takes no other's place. A handle of the same id that the source names too is
    left as it says there.
    """
    actor, platform = new["actor"], new["platform"]
    if new["to"] or new["status"] == _OLD:
        return Finding("new", rows=(_filled(new),))
    row = _same_id_elsewhere(new, held)
    if row:
        left = actor in owners.get((platform, row["key"]), ())
        older = () if left else ({**sourced(row, new), "status": _OLD},)
        why = "The same id under a new handle."
        return Finding("changed", _holds(row), why, (_filled(new), *older), True)
    others = [
        row
        for row in held.by_owner[actor, platform]
        if row["status"] != _OLD
        and _open_on(row, new["as_at"])
        and actor not in owners.get((platform, row["key"]), ())
    ]
    if others and not complete:
        why = "The register has another account of theirs there."
        return Finding("conflicting", "; ".join(map(_holds, others)), why, (_filled(new),))
    return Finding("new", rows=(_filled(new),))


def _same_id_elsewhere(new: Row, held: _Held) -> Row | None:
    """Give the register's last row of the same id under another handle."""
    stable_id, handle = new["platform_id"], new["handle"].casefold()
    rows = held.by_id[new["platform"], stable_id] if stable_id else []
    return next((row for row in reversed(rows) if row["key"] != handle), None)


def _vanished(
    matched: Sequence[Matched],
    held: _Held,
    owners: Mapping[tuple[str, str], set[str]],
    known: Known,
) -> Iterator[Difference]:
    spoken: dict[tuple[str, str], Matched] = {}
    for claim, owner in matched:
        if owner.actor and claim.cells["platform"]:
            spoken.setdefault((owner.actor, claim.cells["platform"]), (claim, owner))
    for (actor, platform), (claim, owner) in spoken.items():
        for row in held.by_owner[actor, platform]:
            seen = actor in owners.get((platform, row["key"]), ())
            as_at = claim.cells["as_at"]
            if seen or row["status"] == _OLD or not _open_on(row, as_at):
                continue
            ended = {**sourced(row, claim.cells), "to": as_at}
            why = f"The source is complete and does not have it; accepting ends it on {as_at}."
            finding = Finding("vanished", _holds(row), why, (ended,))
            yield difference(
                "accounts", claim, owner, f"not @{row['handle']}", finding, known.names[actor]
            )


def _with_handle(claim: Claim, held: _Held) -> Claim:
    """Fill in the register's handle where a source gives the unchanging id alone."""
    cells = claim.cells
    rows = held.by_id[cells["platform"], cells["platform_id"]] if cells["platform_id"] else []
    if cells["handle"] or not rows:
        return claim
    return replace(claim, cells={**cells, "handle": rows[-1]["handle"]})


def _filled(new: Row) -> Row:
    return {**new, "status": new["status"] or _NEW_STATUS}


def _key(claim: Claim) -> tuple[str, str]:
    return claim.cells["platform"], claim.cells["handle"].casefold()


def _open_on(row: Row, day: str) -> bool:
    return not row["to"] or row["to"] >= day[: len(row["to"])]


def _keyed(accounts: pd.DataFrame) -> list[dict[str, str]]:
    keyed = accounts.assign(key=handle_key(accounts["handle"])).drop(columns=["line"])
    return [
        {str(k): str(v) for k, v in row.items()} for row in keyed.astype(TEXT).to_dict("records")
    ]


def _said(cells: Row) -> str:
    if not cells["handle"] and not cells["platform_id"]:
        return ""
    account = f"@{cells['handle']}" if cells["handle"] else cells["platform_id"]
    place = PLATFORM_NAMES.get(cells["platform"], "")
    told = [account + (f" on {place}" if place else "")]
    told += [f"id {cells['platform_id']}"] if cells["handle"] and cells["platform_id"] else []
    told += [f"{one} {cells[one]}" for one in ("role", "from", "to") if cells[one]]
    told += [cells["status"].replace("_", " ")] if cells["status"] else []
    return ", ".join([*told, f"as at {cells['as_at']}"])


def _holds(row: Row) -> str:
    return f"{_said(row)}, of {row['actor']} ({row['source']})"
