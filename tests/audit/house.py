"""An invented House of any size, as a register pack, and follows of its members."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from audit.register import Register, load
from tests.audit.small_pack import SOURCED, write_pack

SEATS = {"kauri": 30, "rimu": 20, "totara": 10}


def house(
    folder: Path,
    seats: Mapping[str, int] = SEATS,
    known: Mapping[str, int] | None = None,
    *,
    later: Mapping[str, Mapping[str, int]] | None = None,
    elections: Sequence[str] = (),
    until: str = "",
) -> Register:
    """Load a House from 2024 on, whose first ``known`` members of each party have X accounts.

    ``later`` gives the seats from other days on; ``until`` is the last day of all members.
    """
    members = [f"{party}-{n}" for party, size in seats.items() for n in range(1, size + 1)]
    counts = seats if known is None else known
    with_account = [m for m in members if int(m.split("-")[1]) <= counts[m.split("-")[0]]]
    houses = {"2024-01-01": seats, **(later or {})}
    pack = write_pack(
        folder / "pack",
        parties=[f"party:{p},The {p.title()} Party,,{p.title()},,,,,{SOURCED}" for p in seats],
        people=[f"per:{m},{m.title()},,,{SOURCED}" for m in members],
        organisations=[],
        offices=[
            f"per:{m},member,party:{m.split('-')[0]},List,,2024-01-01,{until},{SOURCED}"
            for m in members
        ],
        accounts=[f"per:{m},x,{m},id-{m},,,,current,{SOURCED}" for m in with_account],
        accounts_rejected=[],
        seats=[
            f"{day},party:{party},{number},{SOURCED}"
            for day, parties in houses.items()
            for party, number in parties.items()
        ],
        elections=[f"{row},{SOURCED}" for row in elections],
        governments=[f"party:kauri,2024-01-01,,{SOURCED}"],
    )
    return load(str(pack), folder)


def acts_of(counts: Mapping[str, int], **given: Any) -> list[dict[str, Any]]:
    """Acts towards the first members of each party, as a case has them."""
    return [
        {
            "account_id": f"id-{party}-{n}",
            "actor": f"per:{party}-{n}",
            "actor_name": f"{party}-{n}".title(),
            "party": f"party:{party}",
            "party_name": party.title(),
            "role": "member",
            "matched_by": "id",
            **given,
        }
        for party, number in counts.items()
        for n in range(1, number + 1)
    ]
