"""Where a shortened address leads, asking the shorteners alone and never where it leads.

Only hosts of a fixed table are asked, by https, first with HEAD, then with GET. An answer is not
followed: its ``Location`` is read, and asking ends as soon as that is no shortener.
"""

import time
from collections.abc import Callable, Collection
from urllib.parse import urljoin, urlsplit

import requests
from requests.exceptions import RequestException

from connectors.errors import SourceError

_HOPS = 5
_SECONDS = 5.0
_MOST_BYTES = 4_096
_PAUSE = 1.0  # seconds between two questions to one host


class Shorteners:
    """Asks the shorteners of a table, each once a second at most."""

    def __init__(
        self,
        session: requests.Session,
        hosts: Collection[str],
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._session = session
        self._hosts = hosts
        self._sleep = sleep
        self._asked: set[str] = set()

    def target(self, url: str) -> str:
        """Give where a shortened address leads; raises SourceError where nobody says."""
        for _ in range(_HOPS):
            if not self.is_short(url):
                return url
            url = urljoin(url, self._location(url))
        raise SourceError(f"{urlsplit(url).hostname} leads from one shortener to another.")

    def is_short(self, url: str) -> bool:
        """Tell whether an address is a shortener's own, by https."""
        parts = urlsplit(url)
        return parts.scheme == "https" and parts.netloc in self._hosts

    def _location(self, url: str) -> str:
        host = urlsplit(url).netloc
        for method in ("HEAD", "GET"):
            if host in self._asked:
                self._sleep(_PAUSE)
            self._asked.add(host)
            location = self._ask(method, url)
            if location:
                return location
        raise SourceError(f"{host} does not say where a shortened address leads.")

    def _ask(self, method: str, url: str) -> str:
        """Ask once, without cookies; what comes beyond the headers is let go."""
        self._session.cookies.clear()
        try:
            with self._session.request(
                method, url, timeout=_SECONDS, allow_redirects=False, stream=True
            ) as response:
                next(response.iter_content(_MOST_BYTES), b"")
                return response.headers.get("Location", "")
        except RequestException as fault:
            raise SourceError(f"{urlsplit(url).netloc} cannot be reached.") from fault
