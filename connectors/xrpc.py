"""What Bluesky's servers have in common: addresses of questions, their limit, their named errors.

XRPC of the AT Protocol: ``GET /xrpc/<name>?<parameters>``; a refusal is ``{error, message}``.
"""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

from connectors.errors import FollowAuditError, SourceError
from connectors.http import Client, Reply, Request, refusal
from connectors.lookup.answers import Record, record_of, text, whole_record
from connectors.waiting import reset_in

PUBLIC = "https://public.api.bsky.app"
# What getProfile says of an account that is there and cannot be seen: status and sentence.
HIDDEN = {
    "AccountTakedown": ("suspended", "Bluesky has suspended it"),
    "AccountDeactivated": ("deactivated", "its owner has deactivated it"),
}
_UNKNOWN = ("profile not found", "actor not found", "unable to resolve handle")


class NamedError(SourceError):
    """A refusal with the name that Bluesky gives it."""

    def __init__(self, sentence: str, name: str, message: str) -> None:
        self.name = name
        self.message = message
        super().__init__(sentence)

    @property
    def record(self) -> Record:
        """Give it as Bluesky wrote it."""
        return {"error": self.name, "message": self.message}


def speaking(client: Client) -> Client:
    """Give a client the rules of these servers."""
    return replace(client, told=reset_in("RateLimit-Reset"), refused=_refused)


def question(address: str, name: str, *parameters: tuple[str, str]) -> Request:
    """Ask a server by a name of the lexicon; a parameter may come several times."""
    query = f"?{urlencode(parameters, errors='replace')}" if parameters else ""
    return Request(f"{address.rstrip('/')}/xrpc/{name}{query}")


def profiles(address: str, actors: Sequence[str]) -> Request:
    """Ask an AppView for at most 25 profiles by DID or handle."""
    return question(address, "app.bsky.actor.getProfiles", *(("actors", one) for one in actors))


def profile(address: str, actor: str) -> Request:
    """Ask an AppView for one profile: other than for several, it says why there is none."""
    return question(address, "app.bsky.actor.getProfile", ("actor", actor))


def answer_or_refusal(client: Client, request: Request, *needed: str) -> Record:
    """Ask for a record with some keys; a refusal with a name is given as its own record."""
    try:
        return client.fetch(request, lambda reply: whole_record(reply, request, *needed))
    except NamedError as said:
        return said.record


def no_such_account(refused: Record) -> bool:
    """Tell whether a refusal says that there is no such account."""
    unknown = text(refused, "message").casefold().startswith(_UNKNOWN)
    return unknown or text(refused, "error") == "HandleNotFound"


def _refused(reply: Reply, request: Request) -> FollowAuditError:
    record = record_of(reply)
    if record is None or reply.status != 400:
        return refusal(reply, request)
    return NamedError(str(refusal(reply, request)), text(record, "error"), text(record, "message"))
