"""One polite HTTP session: bounded answers, time-outs, tries again, and no secret in a message.

Certificates are those of the operating system, so that an agency's own proxy is trusted.
"""

import logging
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from requests.exceptions import (
    ChunkedEncodingError,
    ConnectionError,  # noqa: A004 - requests' own, the parent of its connection faults
    ContentDecodingError,
    ProxyError,
    RequestException,
    SSLError,
    Timeout,
)

from connectors.errors import AuthError, FollowAuditError, SourceError
from connectors.waiting import UNSAID, Passing, Patience, Tries, retry_after

TIMEOUTS = (10.0, 90.0)  # seconds to connect and between two pieces of an answer
_LONGEST_READ = timedelta(minutes=10)
_PIECE = 1 << 16
_TOO_MANY = 429
_TRY_AGAIN = frozenset({408, 425})
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Request:
    """What to ask; ``form`` is sent as the body, ``token`` as a bearer, and never shown.

    ``signing`` takes the place of ``token`` where each sending needs a signature of its own.
    Without ``redirects`` the answer of another address counts as a refusal: a secret in
    ``headers`` would be sent there too.
    """

    url: str
    params: Mapping[str, str] = field(default_factory=dict, repr=False)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    token: str = field(default="", repr=False)
    redirects: bool = True
    signing: AuthBase | None = field(default=None, repr=False)

    @property
    def host(self) -> str:
        """Name the server asked: no address with its query may stand in a message."""
        parts = urlsplit(self.url)
        return f"{parts.hostname}:{parts.port}" if parts.port else str(parts.hostname)


@dataclass(frozen=True)
class Reply:
    """A whole answer of a server, read to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def refusal(reply: Reply, request: Request) -> FollowAuditError:
    """Say what a status from 400 to 499 means, where no platform's own rule knows better."""
    if reply.status not in (401, 403):
        return SourceError(f"{request.host} does not answer this request (HTTP {reply.status}).")
    if request.token:
        said = "refuses the credential it was sent; get a new one"
    else:
        said = "refuses to answer without a credential, or refuses this computer"
    return AuthError(f"{request.host} {said} (HTTP {reply.status}).")


def passes(_: Reply, __: Request) -> None:
    """Take every request for fewer of them for one that passes."""


@dataclass(frozen=True)
class Client:
    """A session with its patience and with the rules of a platform where it has its own.

    ``told`` reads from the headers of an answer when to ask again; ``refused`` makes the error of
    a refusal, ``spent`` that of an answer 429 that no waiting of minutes mends. ``max_bytes``
    bounds one answer, unpacked.
    """

    session: requests.Session
    patience: Patience
    told: Callable[[Mapping[str, str], datetime], datetime | None] = retry_after
    refused: Callable[[Reply, Request], FollowAuditError] = refusal
    spent: Callable[[Reply, Request], FollowAuditError | None] = passes
    max_bytes: int = 64 << 20
    timeouts: tuple[float, float] = TIMEOUTS

    def fetch(self, request: Request, read: Callable[[Reply], Answer]) -> Answer:
        """Ask, and give what ``read`` makes of the answer; it raises Passing where it is broken.

        Raises AuthError, RetryLater, SourceError or what ``refused`` gives. An answer that is not
        whole is asked for again and never given.
        """
        tries = Tries(self.patience)
        while True:
            try:
                return read(self._whole(request))
            except Passing as failure:
                tries.wait_after(failure)

    def _whole(self, request: Request) -> Reply:
        reply = self._send(request)
        if reply.status == _TOO_MANY or reply.status in _TRY_AGAIN or reply.status >= 500:
            now = self.patience.now()
            until = self.told(reply.headers, now)
            if reply.status == _TOO_MANY:
                final = self.spent(reply, request)
                if final is not None:
                    raise final
                said = f"{request.host} asks for fewer requests (HTTP {reply.status})"
                raise Passing(said, until or now + UNSAID)
            raise Passing(f"{request.host} fails (HTTP {reply.status})", until)
        if not 200 <= reply.status < 300:
            raise self.refused(reply, request)
        return reply

    def _send(self, request: Request) -> Reply:
        """Send once; the faults of requests name whole addresses, so none of them is chained."""
        try:
            with self.session.request(
                "GET" if request.form is None else "POST",
                request.url,
                params=request.params,
                data=request.form,
                headers=request.headers,
                auth=request.signing or _Bearer(request.token),
                timeout=self.timeouts,
                allow_redirects=request.redirects,
                stream=True,
            ) as response:
                return Reply(response.status_code, response.headers, self._body(response, request))
        except (RequestException, ValueError) as fault:  # urllib3 lets some addresses through
            failure = _failure(fault, request.host)
        raise failure

    def _body(self, response: requests.Response, request: Request) -> bytes:
        body = bytearray()
        last = self.patience.now() + _LONGEST_READ
        try:
            for piece in response.iter_content(_PIECE):
                body += piece
                if len(body) > self.max_bytes:
                    size = f"{self.max_bytes:,} bytes"
                    raise SourceError(f"{request.host} sends more than {size}: it was not read.")
                if self.patience.now() > last:
                    raise Passing(f"{request.host} sends its answer too slowly")
        except ConnectionError as fault:
            raise ChunkedEncodingError from fault  # it came to a halt half-way
        return bytes(body)


def open_session(user_agent: str) -> requests.Session:
    """Open a session that says who asks."""
    # Its warnings and debug lines hold whole addresses, in which a platform may want its key.
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    session = requests.Session()
    session.headers["User-Agent"] = user_agent
    session.mount("https://", _SystemTrust())
    return session


def _failure(fault: Exception, host: str) -> Exception:
    match fault:
        case SSLError():
            return SourceError(
                f"The certificate of {host} is not trusted here. If your network has a proxy of "
                "its own, have its certificate installed on this computer."
            )
        case ProxyError():
            return Passing(f"The proxy to {host} cannot be used")
        case Timeout():
            return Passing(f"{host} did not answer in time")
        case ChunkedEncodingError() | ContentDecodingError():
            return Passing(f"The answer of {host} was broken off")
        case ConnectionError():
            return Passing(f"{host} cannot be reached")
        case _:
            return SourceError(f"{host} cannot be asked: mend its address.")


class _Bearer(AuthBase):
    """Send a token, or none: without it requests would look for a password in .netrc."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            prepared.headers["Authorization"] = f"Bearer {self._token}"
        return prepared


class _SystemTrust(HTTPAdapter):
    """Trust what the operating system trusts, directly and through a proxy."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=_context(), **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, ssl_context=_context(), **kwargs)


def _context() -> truststore.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
