"""The invented House of the example Review, and the party mix of its lists, really measured."""

from collections.abc import Mapping
from datetime import date

from audit.balance.assess import assess
from audit.balance.parties import party_lines
from audit.review import model

SEATS = {"kauri": 48, "rimu": 34, "totara": 15, "kowhai": 11, "rata": 8, "pohutukawa": 4}
PARTIES = tuple(
    model.Party(f"party:{key}", name, name_mi, short, government)
    for key, name, name_mi, short, government in (
        ("kauri", "Kauri Party", "Te Pāti Kauri", "Kauri", True),
        ("rimu", "Rimu Party", "Te Pāti Rimu", "Rimu", False),
        ("totara", "Tōtara Alliance", "", "Tōtara", True),
        ("kowhai", "Kōwhai Movement", "", "Kōwhai", False),
        ("rata", "Rātā New Zealand", "", "Rātā", True),
        ("pohutukawa", "Te Pāti Pōhutukawa", "Te Pāti Pōhutukawa", "Pōhutukawa", False),
    )
)
REFERENCE = model.Reference(
    "seats", date(2026, 9, 30), {f"party:{key}": weight for key, weight in SEATS.items()}
)


def balance(
    scope: str, kind: str, counts: Mapping[str, int], sentence: str, notes: tuple[str, ...] = ()
) -> model.Balance:
    """Measure one list with the method itself, so that the figures belong together."""
    full = {party.id: counts.get(party.id.removeprefix("party:"), 0) for party in PARTIES}
    result = assess(full, REFERENCE.weights)
    lines = party_lines(full, REFERENCE.weights) if result.n else ()
    return model.Balance(
        scope=scope, kind=kind, n=result.n, outside=1, set_aside=2, counts=full,
        reference=REFERENCE, d=result.d, misplaced=result.misplaced, floor=result.floor,
        chance_mean=result.chance_mean, c95=result.c95, p=result.p, p_corridor=result.p_corridor,
        p_adjusted=result.p_corridor, verdict=result.verdict, transition=False,
        lines=tuple(
            model.PartyLine(
                line.party, line.count, line.share, line.expected, line.usual_low,
                line.usual_high, line.chance_none,
            )
            for line in lines
        ),
        sentence=sentence, notes=notes,
    )  # fmt: skip


BALANCES = (
    balance(
        "all",
        "follow",
        {"kauri": 16, "rimu": 3, "kowhai": 3, "rata": 2},
        "You follow 24 politicians. To match the mix of parties in Parliament as closely as 24 "
        "accounts can, 8 of them would be from other parties. A list of 24 chosen without any "
        "preference would usually have up to 6 out of place (27 per cent); yours has 32 per "
        "cent, which happens by luck about once in 80 times.",
        ("The largest difference is the Kauri Party: 16 accounts, where its seats suggest 10.",),
    ),
    balance(
        "all",
        "like",
        {"kauri": 6, "rimu": 4, "totara": 2, "kowhai": 1, "rata": 1},
        "You liked posts of 14 politicians. Their mix is one that luck alone would often give.",
    ),
    balance("all", "repost", {"kauri": 3, "rimu": 1}, "You reposted 4 politicians: too few."),
    balance(
        "x",
        "follow",
        {"kauri": 14, "rimu": 1, "rata": 2},
        "On X you follow 17 politicians. 7 would be from other parties.",
    ),
    balance("mastodon", "follow", {}, "On Mastodon you follow no politician we know of."),
)
