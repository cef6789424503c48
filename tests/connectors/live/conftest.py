"""The servers that tests of connectors ask."""

from tests.servers.mastodon.running import mastodon_server

__all__ = ["mastodon_server"]
