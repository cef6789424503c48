"""The servers that tests of connectors ask."""

from tests.servers.bluesky.fixtures import bluesky_network
from tests.servers.mastodon.running import mastodon_server

__all__ = ["bluesky_network", "mastodon_server"]
