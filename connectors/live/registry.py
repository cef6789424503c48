"""The platforms whose interface can be read, and the one door to them; add one here."""

from collections.abc import Mapping

from connectors.live import bluesky, facebook, instagram, linkedin, mastodon, threads, x, youtube
from connectors.live.connector import LiveConnector

LIVE: Mapping[str, LiveConnector] = {
    "bluesky": bluesky.CONNECTOR,
    "facebook": facebook.CONNECTOR,
    "instagram": instagram.CONNECTOR,
    "linkedin": linkedin.CONNECTOR,
    "mastodon": mastodon.CONNECTOR,
    "threads": threads.CONNECTOR,
    "x": x.CONNECTOR,
    "youtube": youtube.CONNECTOR,
}
