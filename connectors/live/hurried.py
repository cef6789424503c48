"""Asking a stranger's server, which may be gone for good: one try, and not for long."""

from dataclasses import replace

from connectors.http import Client

_TIMEOUTS, _LONGEST_WAIT = (5.0, 15.0), 15.0


def hurried(client: Client) -> Client:
    """Give a client that asks once and waits seconds, not minutes."""
    patience = replace(client.patience, tries=1, max_wait=_LONGEST_WAIT)
    return replace(client, patience=patience, timeouts=_TIMEOUTS)
