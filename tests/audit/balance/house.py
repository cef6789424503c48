"""A parliament of six parties in which Kauri, Miro and Kōwhai govern, for every test here."""

PARTIES = (
    "party:kauri",
    "party:rimu",
    "party:totara",
    "party:miro",
    "party:kowhai",
    "party:nikau",
)
NAMES = dict(zip(PARTIES, ("Kauri", "Rimu", "Tōtara", "Miro", "Kōwhai", "Nīkau"), strict=True))
SEATS = dict(zip(PARTIES, (49, 34, 15, 11, 8, 6), strict=True))
LATER_SEATS = dict(zip(PARTIES, (48, 34, 15, 11, 8, 4), strict=True))
GOVERNING = ("party:kauri", "party:miro", "party:kowhai")

BALANCED = (10, 7, 3, 2, 1, 1)
ONE_SIDED = (16, 3, 0, 3, 2, 0)


def listed(counts: tuple[int, ...]) -> dict[str, int]:
    return dict(zip(PARTIES, counts, strict=True))
