"""What is one page and not a list, such as the profile of our own account."""

from collections.abc import Callable
from typing import Any

from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.listing import Listing, Told
from connectors.live.walk import walk


def one_page(name: str, fetch: Callable[[Client], Told], asking: Asking) -> Any:
    """Give its body, kept or fetched; raises AuthError, QuotaSpent, RetryLater or SourceError."""
    walked = walk(Listing(name, lambda client, _: fetch(client), keys=lambda _: ()), asking)
    if walked.stopped is not None:
        raise walked.stopped
    return walked.pages[0].body
