"""All that a connector asks with, for one own account."""

from dataclasses import dataclass, field

from connectors.errors import FollowAuditError
from connectors.http import Client
from connectors.live.budget import Budget
from connectors.live.pages import PageFolder
from connectors.lookup.access import Access


@dataclass(frozen=True)
class Asking:
    """A client, where and as whom it asks, what it may spend, and where its pages are kept.

    ``last`` holds the pages of the last whole run of the same account, where there are any and
    they may be built upon. ``stops`` gathers what ended lists early, where going on may help.
    ``followed`` are the ids of those whom the account followed at the review before.
    """

    client: Client
    access: Access
    pages: PageFolder
    budget: Budget
    last: PageFolder | None = None
    stops: list[FollowAuditError] = field(default_factory=list)
    followed: tuple[str, ...] = ()
