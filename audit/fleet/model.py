"""The Fleet: everything that one report over several agencies says, as plain data.

Made once, read by the reports and written to fleet.json. Agencies stand in the order of the
alphabet everywhere: nothing here ranks them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from audit.review.model import Agency, Period

SCHEMA = 1
MOST_LIKELY, NEARLY_ALL = 0.95, 0.995
CENTRES = {"parliament": "Parliament's share", "agencies": "the agencies' median"}
INSIDE = "inside"
PLACES = {
    INSIDE: "Inside the limits",
    "above_995": "Above the 99.5 per cent limit",
    "above_95": "Above the 95 per cent limit",
    "below_95": "Below the 95 per cent limit",
    "below_995": "Below the 99.5 per cent limit",
}


@dataclass(frozen=True)
class ListSaid:
    """One kind's list over all platforms, as the agency's own review said it.

    ``n`` counts politicians, ``government`` those of the parties in government. ``read`` is
    complete, partial, or not_read, where an empty list says nothing.
    """

    kind: str
    read: str
    n: int
    government: int
    set_aside: int
    verdict: str
    transition: bool
    reference: str
    day: date


@dataclass(frozen=True)
class AgencyLine:
    """One agency's review: its figures as its own report has them, and where that lies.

    ``run`` is its run folder, ``page`` its report beside this one. ``lists_short`` of the
    ``lists_asked`` were not read in full, or not at all.
    """

    agency: Agency
    run: str
    page: str
    observed_at: datetime
    status: str
    answer: str
    need_decision: int
    high: int
    overdue: int
    items_checked: int
    accounts_read: int
    accounts_total: int
    lists_asked: int
    lists_short: int
    register_version: str
    lists: tuple[ListSaid, ...]


@dataclass(frozen=True)
class Limits:
    """Where luck alone leaves a list of ``n``: whole accounts of government, ends included.

    At most 1 list in 40 lies below ``low_95`` and 1 in 40 above ``high_95``; with 99.5, 1 in 400.
    The ``edge`` shares (0 to 1) lie half an account further out, so that no list lies on them.
    """

    n: int
    low_95: int
    high_95: int
    low_995: int
    high_995: int
    edge_low_95: float
    edge_high_95: float
    edge_low_995: float
    edge_high_995: float


@dataclass(frozen=True)
class Centre:
    """A share of government that lists are compared with, and the limits around it for each n.

    ``id`` is ``parliament`` or ``agencies``, the median of the agencies' own shares.
    """

    id: str
    share: float
    limits: tuple[Limits, ...]


@dataclass(frozen=True)
class Point:
    """One agency's follows: ``share`` (0 to 1) of the n politicians are of the government.

    ``places`` say for each centre where that lies: inside, above_95, above_995, below_95 or
    below_995. ``verdict`` is its own review's; ``whole`` says whether all its follows were read.
    """

    agency: str
    n: int
    government: int
    share: float
    places: Mapping[str, str]
    verdict: str
    whole: bool


@dataclass(frozen=True)
class Funnel:
    """The agencies that are measured against one House, with the limits around one or two centres.

    ``seats`` are by party, ``governing`` names its parties in government. ``sentences`` say of
    each centre who lies outside, ``own_verdicts`` what the agencies' own reports say.
    """

    jurisdiction: str
    seats: Mapping[str, int]
    governing: tuple[str, ...]
    days: tuple[date, ...]
    centres: tuple[Centre, ...]
    points: tuple[Point, ...]
    sentences: tuple[str, ...]
    own_verdicts: str


@dataclass(frozen=True)
class LeftOut:
    """An agency whose follows are in no funnel, and why."""

    agency: str
    n: int
    reason: str


@dataclass(frozen=True)
class SharedSource:
    """A listed account or site that more than one agency follows, shares or links to.

    ``kinds`` are the acts, ``lists`` who names it, ``items`` how many items of theirs there are.
    """

    platform: str
    account: str
    name: str
    url: str
    kinds: tuple[str, ...]
    agencies: tuple[str, ...]
    items: int
    lists: tuple[str, ...]


@dataclass(frozen=True)
class Unread:
    """Lists of one own account that were not read in full, all of one status and reason."""

    agency: str
    platform: str
    handle: str
    kinds: tuple[str, ...]
    status: str
    reason: str


@dataclass(frozen=True)
class NotHere:
    """An agency, a configuration or a folder without a review in this report, and why."""

    name: str
    where: str
    reason: str


@dataclass(frozen=True)
class Totals:
    """What all agencies of this report have together."""

    agencies: int
    need_decision: int
    high: int
    overdue: int
    items_checked: int
    accounts_read: int
    accounts_total: int


@dataclass(frozen=True)
class Fleet:
    """Everything that one report over several agencies says.

    ``observed_at`` is when the last of the reviews was read, ``status`` partial where anything was
    not read or not here; ``notes`` say what to know before comparing.
    """

    period: Period
    observed_at: datetime
    markings: tuple[str, ...]
    answer: str
    coverage: str
    status: str
    totals: Totals
    agencies: tuple[AgencyLine, ...]
    funnels: tuple[Funnel, ...]
    left_out: tuple[LeftOut, ...]
    sources: tuple[SharedSource, ...]
    unread: tuple[Unread, ...]
    not_here: tuple[NotHere, ...]
    notes: tuple[str, ...]
    tool_version: str
