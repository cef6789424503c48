"""The House of Tauira: parties, people and who holds what from when. All of it is invented."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from make_account import Account, fold, stem

POLLING_DAY = date(2025, 9, 13)
DECLARED = date(2025, 10, 3)
GOVERNMENT_FROM = date(2025, 10, 20)
REGISTER_DATE = date(2026, 10, 2)


@dataclass(frozen=True)
class Party:
    """A party, the seats and votes it won in 2025, and since when it governs, if it does."""

    id: str
    name: str
    name_mi: str
    short: str
    seats: int
    votes: int
    governs: bool = False


PARTIES = (
    Party("party:kauri", "Kauri Party", "Rōpū Kauri", "Kauri", 24, 402_116, governs=True),
    Party("party:rimu", "Rimu Party", "Rōpū Rimu", "Rimu", 17, 291_870),
    Party("party:totara", "Tōtara Movement", "Te Kōkiri Tōtara", "Tōtara", 8, 131_402, True),
    Party("party:kowhai", "Kōwhai Alliance", "Te Hononga Kōwhai", "Kōwhai", 5, 88_947),
    Party("party:harakeke", "Harakeke Party", "Rōpū Harakeke", "Harakeke", 4, 67_233),
    Party("party:ponga", "Ponga Union", "Te Uniana Ponga", "Ponga", 2, 36_508),
)
INDEPENDENT = "party:independent"
LEFT_A_PARTY = date(2026, 6, 10)  # from this day one member belongs to none
# (from, seats by party) as the House changed: a resignation, the by-election it led to, a member
# who left the Kōwhai Alliance and sits for no party, a resignation whose by-election is to come.
HOUSE = (
    (DECLARED, (24, 17, 8, 5, 4, 2)),
    (date(2026, 3, 20), (23, 17, 8, 5, 4, 2)),
    (date(2026, 5, 27), (23, 18, 8, 5, 4, 2)),
    (LEFT_A_PARTY, (23, 18, 8, 4, 4, 2)),
    (date(2026, 8, 31), (23, 17, 8, 4, 4, 2)),
)
PORTFOLIOS = {
    "party:kauri": (
        "Prime Minister",
        "Minister for Examples",
        "Minister of Rivers",
        "Minister of Weather",
        "Minister for Libraries",
        "Minister of Ferries",
        "Minister for Lighthouses",
        "Minister of Footpaths",
        "Minister for Orchards",
    ),
    "party:totara": ("Deputy Prime Minister", "Minister for Wetlands", "Minister of Bridges"),
}
_GIVEN = (
    "Aroha Bryn Celia Dorian Edda Faolan Greta Hēmi Isolde Jory Keita Lorcan Mere Niamh Orla Pita "
    "Quilla Rāwiri Sefa Tāmati Una Vesna Wiremu Ximena Yorick Zelda Anahera Bede Clover Dag Tui"
)
_FRONT = "Fern Mist Thorn Raven Pebble Tide Bracken Willow Gorse Heron"
_BACK = "hollow water quay edge combe gate ridge"
_BIRDS = "Kererū Tīeke Kōtuku Pīwakawaka Ruru"


@dataclass(frozen=True)
class Office:
    """One row of offices.csv: a role held from a day, to its last day where it has ended."""

    actor: str
    role: str
    party: str
    start: date
    end: date | None = None
    electorate: str = ""
    portfolio: str = ""


@dataclass(frozen=True)
class House:
    """Everybody: accounts of people by party in the order of the list, offices, and the few named.

    ``left_house`` and ``left_party`` were elected in 2025; ``by_election`` was not; ``standing``
    are candidates of the by-election to come and ``lost`` those of 2025.
    """

    members: dict[str, tuple[Account, ...]]
    party_accounts: dict[str, Account]
    lost: tuple[Account, ...]
    standing: tuple[Account, ...]
    by_election: Account
    left_house: Account
    left_party: Account
    responsible_minister: Account
    offices: tuple[Office, ...]

    @property
    def people(self) -> tuple[Account, ...]:
        """Give every person of the register."""
        sitting = [person for members in self.members.values() for person in members]
        return (*sitting, self.by_election, *self.lost, *self.standing)


def build(taken: set[str]) -> House:
    """Build the House; the stems it uses are added to ``taken``."""
    parties = {
        party.id: Account(number, party.name, stem(party.short, taken), "party", party.id)
        for number, party in enumerate(PARTIES, start=500)
    }
    people = _people(taken)
    members: dict[str, tuple[Account, ...]] = {}
    for party in PARTIES:
        members[party.id], people = tuple(people[: party.seats]), people[party.seats :]
    house = House(
        members=members,
        party_accounts=parties,
        by_election=people[0],
        lost=tuple(people[1:13]),
        standing=tuple(people[13:15]),
        left_house=members["party:kauri"][-1],
        left_party=members["party:kowhai"][-1],
        responsible_minister=members["party:kauri"][1],
        offices=(),
    )
    return replace(house, offices=tuple(_offices(house)))


def _people(taken: set[str]) -> list[Account]:
    given = _GIVEN.split()
    people = []
    for number, surname in enumerate(_surnames()):
        name = f"{given[number * 7 % len(given)]} {surname}"
        actor = f"per:{'-'.join(fold(part) for part in name.split())}"
        people.append(
            Account(number, name, stem(surname, taken), "politician", actor, "whare.tauira.example")
        )
    return people


def _surnames() -> list[str]:
    """Give 75 surnames: each front with each back, and a bird after every fourteen."""
    front, back, birds = _FRONT.split(), _BACK.split(), _BIRDS.split()
    joined = [front[n % 10] + back[(n + n // 10) % 7] for n in range(70)]
    return [
        name
        for number, bird in enumerate(birds)
        for name in (*joined[number * 14 : number * 14 + 14], bird)
    ]


def _offices(house: House) -> list[Office]:
    rows = [row for party in PARTIES for row in _members(house, party)]
    for party_id, portfolios in PORTFOLIOS.items():
        for minister, portfolio in zip(house.members[party_id], portfolios, strict=False):
            rows.append(
                Office(minister.actor, "minister", party_id, GOVERNMENT_FROM, portfolio=portfolio)
            )
    rows += [
        Office(house.members[party.id][0].actor, "party_leader", party.id, DECLARED)
        for party in PARTIES
    ]
    rows.append(
        Office(house.by_election.actor, "member", "party:rimu", date(2026, 5, 27), None, "Ōhau Bay")
    )
    for number, person in enumerate(house.lost):
        party_id = PARTIES[number % len(PARTIES)].id
        rows.append(Office(person.actor, "candidate", party_id, date(2025, 8, 8), DECLARED))
    for person, party_id in zip(house.standing, ("party:harakeke", "party:rimu"), strict=True):
        rows.append(
            Office(person.actor, "candidate", party_id, date(2026, 9, 7), None, "Kōwhai Coast")
        )
    return rows


def _members(house: House, party: Party) -> list[Office]:
    rows = []
    for number, member in enumerate(house.members[party.id]):
        electorate = f"{member.name.split()[1]} Valley" if number % 2 == 0 else "List"
        office = Office(member.actor, "member", party.id, DECLARED, electorate=electorate)
        if member is house.left_house:
            office = replace(office, end=date(2026, 3, 19), electorate="Ōhau Bay")
        if party.id == "party:rimu" and number == party.seats - 1:
            office = replace(office, end=date(2026, 8, 30), electorate="Kōwhai Coast")
        if member is house.left_party:
            left = date(2026, 6, 10)
            rows.append(replace(office, party=INDEPENDENT, start=left))
            office = replace(office, end=left - timedelta(days=1))
        rows.append(office)
    return rows
