"""The servers that tests of the main job ask."""

from tests.servers.mastodon.running import mastodon_server

__all__ = ["mastodon_server"]
