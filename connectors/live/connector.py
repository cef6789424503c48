"""What a connector to a platform's interface owes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from connectors.collected import Collected, OwnAccount
from connectors.live.asking import Asking
from connectors.live.unforeseen import foreseen
from connectors.lookup.access import Access


@dataclass(frozen=True)
class Probed:
    """What one cheap call told of an account and its credential.

    ``account_id`` is the stable id; ``stated`` the platform's own counts by kind of act, where it
    gives them; ``problems`` are sentences about what a run could not read, and what to do;
    ``notes`` what else is worth knowing; ``expires`` when the credential ends, where that is told.
    """

    account_id: str
    handle: str
    stated: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    expires: datetime | None = None


@dataclass(frozen=True)
class ListPlan:
    """What one list will take: ``items`` as stated (None unknown), requests, and money at most.

    ``allowed`` requests go through in ``window`` seconds before the platform lets one wait.
    """

    name: str
    items: int | None
    requests: int | None
    usd: float | None = 0.0
    allowed: int = 0
    window: int = 0


@dataclass(frozen=True)
class LiveConnector:
    """A platform's interface.

    ``host`` names the server that is asked most, so that one server is asked by one account at a
    time. ``plan`` says from the counts stated what a run takes, without asking anything.
    """

    platform: str
    host: Callable[[OwnAccount, Access], str]
    probes: Callable[[OwnAccount, Asking], Probed]
    reads: Callable[[OwnAccount, Asking], Collected]
    plan: Callable[[OwnAccount, Mapping[str, int]], tuple[ListPlan, ...]]

    def probe(self, account: OwnAccount, asking: Asking) -> Probed:
        """Make one cheap call; raises AuthError, QuotaSpent, RetryLater or SourceError."""
        with foreseen(account.label, asking.pages.name):
            return self.probes(account, asking)

    def read(self, account: OwnAccount, asking: Asking) -> Collected:
        """Read all that can be had; a list that fails has its reason in the coverage.

        Raises AuthError, QuotaSpent, RetryLater or SourceError where not even the account was
        found.
        """
        with foreseen(account.label, asking.pages.name):
            return self.reads(account, asking)
