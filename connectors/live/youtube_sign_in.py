"""As whom YouTube is asked: an API key, an access token, or a refresh token made into one.

``client_id:client_secret:refresh_token`` is exchanged at Google's token endpoint (RFC 6749,
section 6); an access token ends after an hour, so that a scheduled run needs this one.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from connectors.errors import AuthError, FollowAuditError, SourceError
from connectors.http import Client, Reply, Request, refusal
from connectors.live.listing import Told
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, part, record_of, text, whole_record
from connectors.lookup.youtube import KEY, PUBLIC
from connectors.waiting import Passing

_TOKENS = "https://oauth2.googleapis.com"
_EARLY = timedelta(minutes=5)


class SignIn:
    """Makes the requests of one run; an access token is got when the first one is sent."""

    def __init__(self, access: Access) -> None:
        self._access = access
        self._parts = tuple(access.token.strip().split(":"))
        self._token = ""
        self._until: datetime | None = None

    @property
    def is_key(self) -> bool:
        """Tell an API key, which reads what is public alone."""
        return self._access.token.startswith(KEY)

    @property
    def lasts(self) -> bool:
        """Tell whether a run can be repeated with this credential after an hour."""
        return self.is_key or len(self._parts) == 3

    def fetch(self, client: Client, method: str, params: Mapping[str, str]) -> Told:
        """Ask a method that lists, and give its answer whole with the token of the next page."""
        request = Request(
            f"{self._access.at(PUBLIC)}/youtube/v3/{method}",
            params=params,
            headers={"X-Goog-Api-Key": self._access.token} if self.is_key else {},
            token=self._bearer(client),
            redirects=False,
        )
        body = client.fetch(request, lambda reply: _whole(reply, request))
        return Told(body, text(body, "nextPageToken"))

    def _bearer(self, client: Client) -> str:
        if self.is_key:
            return ""
        if len(self._parts) != 3:
            return self._access.token
        now = client.patience.now()
        if self._until is None or now >= self._until:
            self._token, lifetime = self._exchange(client)
            self._until = now + lifetime - _EARLY
        return self._token

    def _exchange(self, client: Client) -> tuple[str, timedelta]:
        names = ("client_id", "client_secret", "refresh_token")
        request = Request(
            f"{self._access.at(_TOKENS)}/token",
            form={**dict(zip(names, self._parts, strict=True)), "grant_type": "refresh_token"},
            redirects=False,
        )
        asking = replace(client, refused=_refused)
        answer = asking.fetch(request, lambda reply: whole_record(reply, request, "access_token"))
        seconds = answer.get("expires_in")
        lasting = seconds if isinstance(seconds, int) and seconds > 0 else 3600
        return text(answer, "access_token"), timedelta(seconds=lasting)


def _whole(reply: Reply, request: Request) -> Record:
    """Read a list; one without items must say that there are none, else it was not whole."""
    answer = whole_record(reply, request, "kind")
    is_list = isinstance(answer.get("items"), list)
    if is_list or part(answer, "pageInfo").get("totalResults") == 0:
        return answer
    raise Passing(f"{request.host} sent no whole answer")


def _refused(reply: Reply, request: Request) -> FollowAuditError:
    reason = text(record_of(reply) or {}, "error")
    if reason == "invalid_grant":
        return AuthError(
            "Google no longer takes the refresh token: it was revoked, or it ended after seven "
            "days because the app is still in “Testing”. Sign in again as docs/platforms.md says."
        )
    if reason in {"invalid_client", "unauthorized_client"}:
        return AuthError(
            "Google does not know the client id or its secret. The credential is written "
            "client_id:client_secret:refresh_token."
        )
    if reply.status in (401, 403):
        return AuthError(f"{request.host} refuses the credential it was sent; get a new one.")
    return (
        refusal(reply, request)
        if not reason
        else SourceError(f"{request.host} gives no access token ({reason}).")
    )
