"""Asking a platform for the accounts behind handles: one file for each platform that answers."""

from connectors.lookup.access import Access
from connectors.lookup.platforms import LOOKUPS, WITHOUT_LOGIN, look_up

__all__ = ["LOOKUPS", "WITHOUT_LOGIN", "Access", "look_up"]
