"""The platforms whose interface can be read, and the one door to them; add one here."""

from collections.abc import Mapping

from connectors.live import mastodon, youtube
from connectors.live.connector import LiveConnector

LIVE: Mapping[str, LiveConnector] = {
    "mastodon": mastodon.CONNECTOR,
    "youtube": youtube.CONNECTOR,
}
