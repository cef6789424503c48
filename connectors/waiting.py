"""When a request is tried again: what may pass by itself, and how long is waited in all."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from connectors.errors import RetryLater, SourceError

# Wikimedia asks for a minute where it does not say how long; others are content with less.
UNSAID = timedelta(minutes=1)
_LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Patience:
    """How to wait: ``now`` tells the time with its zone, ``sleep`` takes seconds.

    ``max_wait`` bounds the seconds waited for one request, ``tries`` the failures of it that the
    server says nothing about; ``jitter`` gives a number from 0 to 1.
    """

    now: Callable[[], datetime]
    sleep: Callable[[float], object]
    max_wait: float = 600.0
    tries: int = 4
    jitter: Callable[[], float] = random.random


class Passing(Exception):  # noqa: N818 - no error of the program: it is tried again, or becomes one
    """A failure that may pass by itself; ``until`` is when the server wants to be asked again."""

    def __init__(self, said: str, until: datetime | None = None) -> None:
        self.said = said
        self.until = until
        super().__init__(said)


class Tries:
    """The tries of one request."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience
        self._failed = 0
        self._unexplained = 0
        self._waited = 0.0

    def wait_after(self, failure: Passing) -> None:
        """Wait before the next try; raises RetryLater or SourceError where there is none."""
        patience = self._patience
        self._failed += 1
        pause = float(2 ** min(self._failed, 8)) * (1 + patience.jitter()) / 2
        if failure.until is None:
            self._unexplained += 1
            if self._unexplained >= patience.tries:
                raise SourceError(f"{failure.said}, in {self._failed} tries. Run again later.")
        else:
            now = patience.now()
            pause = max(pause, (failure.until - now).total_seconds() + patience.jitter())
            if self._waited + pause > patience.max_wait:
                until = now + timedelta(seconds=min(pause, _LONGEST.total_seconds()))
                moment = until.isoformat(" ", "minutes")
                raise RetryLater(f"{failure.said}. Run again after {moment}.", until)
        self._waited += pause
        patience.sleep(pause)


def retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Read when a server wants to be asked again; None where it does not say so.

    ``Retry-After`` is a number of seconds or an HTTP date (RFC 9110, section 10.2.3).
    """
    written = headers.get("Retry-After", "").strip()
    if written.isascii() and written.isdigit():
        seconds = min(int(written[:12]), int(_LONGEST.total_seconds()))
        return now + timedelta(seconds=seconds)
    try:
        moment = parsedate_to_datetime(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def reset_in(
    header: str,
) -> Callable[[Mapping[str, str], datetime], datetime | None]:
    """Make a reader of a platform's own header that says when its limit ends.

    It holds seconds since 1970 (X, Bluesky) or a time in ISO 8601 (Mastodon); ``Retry-After``
    comes first where both are there.
    """

    def read(headers: Mapping[str, str], now: datetime) -> datetime | None:
        return retry_after(headers, now) or _moment(headers.get(header, "").strip(), now)

    return read


def _moment(written: str, now: datetime) -> datetime | None:
    if written.isascii() and written.isdigit():
        latest = (now + _LONGEST).timestamp()
        return datetime.fromtimestamp(min(int(written[:15]), latest), UTC)
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
