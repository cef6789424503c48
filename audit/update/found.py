"""How a difference is put together: its owner, the rows it would write, and its words."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from audit.register.offices import offices_on
from audit.register.pack import TABLES
from audit.register.register import Register
from audit.review.difference import SURE, Difference, Kind
from audit.update.claims import Claim
from audit.update.owners import Owner
from connectors.frames import TEXT

Row = Mapping[str, str]
BY_NAME = "Matched by name alone: is it them?"


@dataclass(frozen=True)
class Finding:
    """A kind of difference with what the register holds, why to look, and the rows to write."""

    kind: Kind
    held: str = ""
    why: str = ""
    rows: tuple[Row, ...] = ()
    sure_of_owner: bool = False


def sourced(row: Row, claim: Row) -> Row:
    """Put the source of a claim beside those of a row that it changes, and its link and day."""
    keys = row["source"].split("+")
    return {
        **row,
        "source": "+".join(dict.fromkeys([*keys, claim["source"]])),
        "evidence_url": claim["evidence_url"] or row["evidence_url"],
        "as_at": claim["as_at"],
    }


def difference(
    table: str, claim: Claim, owner: Owner, said: str, found: Finding, name: str
) -> Difference:
    """Make the difference; what is matched by name alone is doubtful, however plain it looks."""
    by_name = owner.by_name and not found.sure_of_owner
    kind: Kind = "doubtful" if by_name and found.kind in SURE else found.kind
    why = " ".join(part for part in (BY_NAME if by_name else "", found.why) if part)
    columns = TABLES[table].columns
    rows = tuple(tuple(row[column] for column in columns) for row in found.rows)
    content = json.dumps([table, owner.actor, said, rows], ensure_ascii=False)
    return Difference(
        key=hashlib.sha256(content.encode()).hexdigest()[:12],
        kind=kind,
        table=table,
        actor=owner.actor,
        name=name or claim.owner["name"] or claim.owner["actor"] or claim.owner["wikidata"],
        party="",
        said=said,
        held=found.held,
        why=why,
        where=claim.where,
        source=claim.cells.get("source", ""),
        evidence_url=claim.cells.get("evidence_url", ""),
        as_at=claim.cells.get("as_at", ""),
        rows=rows,
    )


def with_parties(
    differences: tuple[Difference, ...], register: Register, day: date
) -> tuple[Difference, ...]:
    """Say of each difference which party its owner belonged to on a day, as people call it.

    One that names a party itself, as an office does, keeps that.
    """
    if not differences:
        return ()
    short = dict(zip(register.parties["party"], register.parties["short"], strict=True))
    asked = pd.DataFrame(
        {
            "actor": pd.Series([one.actor for one in differences], dtype=TEXT),
            "day": pd.Timestamp(day),
        }
    )
    parties = offices_on(register, asked)["party"].map(str)
    return tuple(
        replace(one, party=one.party or str(short.get(one.actor, short.get(party, ""))))
        for one, party in zip(differences, parties, strict=True)
    )
