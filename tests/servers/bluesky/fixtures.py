"""The network as a fixture: import ``bluesky_network`` into the module of a slow test."""

from collections.abc import Iterator

import pytest

from tests.servers.bluesky.network import Network, network


@pytest.fixture(scope="session")
def bluesky_network() -> Iterator[Network]:
    """Give the addresses pds, plc, appview and ctl of a network of real servers."""
    with network() as running:
        yield running
