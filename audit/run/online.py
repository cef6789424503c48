"""The one way in which this tool asks a server: who it says it is, and how it waits."""

from collections.abc import Callable
from datetime import datetime

from audit import __version__
from connectors.http import Client, open_session
from connectors.waiting import Patience

Now = Callable[[], datetime]
Sleep = Callable[[float], object]


def client(now: Now, sleep: Sleep, max_wait: float, contact: str = "") -> Client:
    """Make a client; it reads the clock and sleeps as it is given, ``max_wait`` seconds at most.

    ``contact`` is how a server's people reach the agency.
    """
    told = f" ({contact})" if contact else ""
    session = open_session(f"follow-audit/{__version__}{told}")
    return Client(session, Patience(now, sleep, max_wait=max_wait))
