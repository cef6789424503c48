"""Asking X through tweepy, which knows the addresses and parameters and nothing else.

tweepy is given no credential, no time to wait and no error to judge: where it believes to have a
session of requests, it has a door to our own client, which signs, waits, tries again and refuses.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import requests
import tweepy
from requests.structures import CaseInsensitiveDict

from connectors.http import Client, Reply, Request
from connectors.live.x_spelling import in_new_names, names_were_taken
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, whole_record
from connectors.lookup.x import PUBLIC
from connectors.waiting import Passing
from connectors.x_credential import credential
from connectors.x_problems import NamesRefusedError

_WHOLE = frozenset({"data", "errors", "meta"})
Ask = Callable[[tweepy.Client], Any]


class Door:
    """Asks X with one credential, and remembers in which spelling X takes the names of fields.

    Raises AuthError where the credential cannot be one.
    """

    def __init__(self, access: Access) -> None:
        self._address = access.at(PUBLIC)
        self._credential = credential(access.token)
        self._new_names = False
        self._settled = False

    def begin_with(self, *, new_names: bool) -> None:
        """Try a spelling first, as that in which X gave something else."""
        self._new_names = new_names

    def ask(self, client: Client, ask: Ask) -> Record:
        """Give a whole answer; the other spelling is tried once where X does not know one.

        Raises what the client raises.
        """
        try:
            return self._asked(client, ask)
        except NamesRefusedError:
            if self._settled:
                raise
        self._new_names = not self._new_names
        self._settled = True
        return self._asked(client, ask)

    def _asked(self, client: Client, ask: Ask) -> Record:
        asking = tweepy.Client(bearer_token="", return_type=dict, wait_on_rate_limit=False)
        asking.session = _Session(self._send, client)
        answer: Record = ask(asking)
        return answer

    def _send(self, client: Client, url: str, parameters: Mapping[str, Any]) -> requests.Response:
        written = {name: str(value) for name, value in parameters.items()}
        request = Request(
            f"{self._address}{urlsplit(url).path}",
            params=in_new_names(written) if self._new_names else written,
            token=self._credential.bearer,
            signing=self._credential.signing,
            redirects=False,
        )
        of_posts = "tweet.fields" in written
        return client.fetch(request, lambda reply: _response(reply, request, of_posts=of_posts))


class _Session:
    """What tweepy takes for a session of requests."""

    def __init__(
        self, send: Callable[[Client, str, Mapping[str, Any]], requests.Response], client: Client
    ) -> None:
        self._send = send
        self._client = client

    def request(
        self, _: str, url: str, params: Mapping[str, Any] | None = None, **__: Any
    ) -> requests.Response:
        """Send what tweepy wants to read; everything is read by GET."""
        return self._send(self._client, url, params or {})


def _response(reply: Reply, request: Request, *, of_posts: bool) -> requests.Response:
    record = whole_record(reply, request)
    if not _WHOLE & record.keys():
        raise Passing(f"{request.host} sent no whole answer")
    if of_posts and not names_were_taken(record):
        raise NamesRefusedError(
            f"{request.host} left out of its posts what it was asked for. Update Follow "
            "Audit, and read the account's export until then."
        )
    response = requests.Response()
    response.status_code = reply.status
    response.headers = CaseInsensitiveDict(reply.headers)
    response.raw = BytesIO(reply.body)
    return response
