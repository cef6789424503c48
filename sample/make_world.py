"""Everybody else whom the agency meets: public bodies, clubs and media, and the flagged outlets."""

from dataclasses import dataclass

from make_account import Account, stem

_TOPICS = (
    "Rivers Weather Libraries Ferries Lighthouses Footpaths Orchards Wetlands Ropeways Gardens "
    "Maps Tides Forests Kites Bees Stamps Clocks Lanterns Tunnels Harbours Meadows Archives "
    "Trails Ponds"
)
# The words before the topic, the letters that handles begin with, and why one follows such a body.
BODIES = (
    ("Ministry of", "min", "Joint work across government"),
    ("Office for", "off", "Joint work across government"),
    ("Institute of", "ins", "Research that our advice rests on"),
    ("Museum of", "mus", "Shared exhibitions"),
    ("Friends of", "fri", "Community partner"),
    ("Council for", "cou", "Local government notices"),
    ("Journal of", "jou", "Media monitoring"),
    ("Radio", "rad", "Media monitoring"),
    ("School of", "sch", "Education partner"),
)
STRANGE_NAMES = (
    "<script>alert('name')</script> Radio Kites",
    "=1+1 Friends of Kites",
    "Trail notices \u202egnp.exe",
    "Friends of Bells \x07",
)


@dataclass(frozen=True)
class Outlet:
    """A flagged outlet: its account, its host, what the list says of it, until when."""

    account: Account
    host: str
    label: str
    writer: str = ""
    expires: str = "2027-06-30"

    @property
    def path(self) -> str:
        """Give its address on a host that it shares with others; empty where it has none."""
        return f"letters.example/{self.writer}" if self.writer else ""


@dataclass(frozen=True)
class World:
    """Bodies by the order in which they are met, and the flagged outlets by their stem."""

    bodies: tuple[Account, ...]
    outlets: dict[str, Outlet]

    def followed(self, number: int, skip: int = 0) -> tuple[Account, ...]:
        """Give a number of bodies, after those skipped."""
        return self.bodies[skip : skip + number]


def build(taken: set[str]) -> World:
    """Build the world; the stems it uses are added to ``taken``."""
    topics = _TOPICS.split()
    bodies = [
        Account(600 + number, f"{words} {topic}", stem(letters + topic, taken), letters)
        for number, (topic, (words, letters, _)) in enumerate(
            (topic, body) for topic in topics for body in BODIES
        )
    ]
    outlets = [_outlet(900 + number, row, taken) for number, row in enumerate(_OUTLETS)]
    return World(tuple(bodies), {outlet.account.stem: outlet for outlet in outlets})


def places(world: World) -> tuple[tuple[str, ...], ...]:
    """Give for each post its links: flagged places, one that lapsed, and two that look alike.

    One post has the same link twice, with other trackers.
    """
    gull, kea = world.outlets["gull"], world.outlets["kea"]
    late = f"https://www.{kea.host}/late-edition"
    return (
        (f"https://{gull.host}/stories/the-harbour",),
        (f"{late}?utm_source=x", f"{late}?utm_source=letter&utm_medium=email"),
        (f"https://{gull.path}/issue-12",),
        (f"https://{world.outlets['huia'].host}/old-line",),
        ("https://letters.example/quiet-garden/spring",),
        (f"https://not{gull.host}/birds",),
    )


def posted_twice(world: World) -> int:
    """Count the links that their post has already, with other trackers."""
    return sum(len(each) - len({url.partition("?")[0] for url in each}) for each in places(world))


_PANEL = "named in a ruling of the Tauira Press Panel"
_PUBLISHERS = "no publisher is named, says the Tauira Register of Publishers"
_OUTLETS = (
    ("The Shouting Gull", "gull", "shouting-gull.example", f"{_PANEL}, 12 March 2026"),
    ("Midnight Kea", "kea", "midnight-kea.example", f"{_PANEL}, 4 May 2026"),
    ("Whispering Weka", "weka", "whispering-weka.example", f"{_PANEL}, 9 June 2026"),
    ("Plainly Pūkeko", "pukeko", "plainly-pukeko.example", f"{_PUBLISHERS}, 2 June 2026"),
    ("Kārearea Wire", "karearea", "karearea-wire.example", f"{_PANEL}, 21 July 2026"),
    ("Tūī Truths Daily", "tuitruth", "tui-truths.example", f"{_PUBLISHERS}, 2 June 2026"),
    ("Loud Lantern", "lantern", "loud-lantern.example", f"{_PANEL}, 30 January 2026"),
    ("Moa Remedies Weekly", "moa", "moa-remedies.example", f"{_PUBLISHERS}, 2 June 2026"),
    ("Huia Hotline", "huia", "huia-hotline.example", f"{_PANEL}, 3 February 2025"),
)
_WRITERS = {"gull": "the-shouting-gull", "tuitruth": "tui-truths"}
_LAPSED = {"huia": "2026-02-28"}


def _outlet(serial: int, row: tuple[str, str, str, str], taken: set[str]) -> Outlet:
    name, letters, host, label = row
    account = Account(serial, name, stem(letters, taken), "flagged", server="loud.tauira.example")
    return Outlet(
        account,
        host,
        label,
        _WRITERS.get(letters, ""),
        _LAPSED.get(letters, "2027-06-30"),
    )
