"""Answers about the same accounts and posts, taken over from the last run while they are young."""

from datetime import timedelta

from connectors.live.asking import Asking

_YOUNG = timedelta(days=100)  # a quarter and its review


def take_young(name: str, asking: Asking) -> None:
    """Keep the last run's answers of a Batches of this name; each serves its own question alone.

    Questions must come in an order that lasts, oldest first, so that they are the same again.
    """
    if asking.last is None:
        return
    kept = {page.cursor for page in asking.pages.read(name)}
    now = asking.client.patience.now()
    for page in asking.last.read(name):
        if page.cursor not in kept and now - page.fetched_at < _YOUNG:
            asking.pages.add(name, page)
