"""Whether a server is the home of our account: its handles may have another domain than it has."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from connectors.errors import FollowAuditError, SourceError
from connectors.http import Client, Reply, Request
from connectors.live.mastodon_server import Server
from connectors.live.walk import Told
from connectors.lookup.answers import Record, text, whole_record
from connectors.mastodon_answers import refused_to_owner

_INSTANCE = "/api/v2/instance"


def ask_for_domain(server: Server) -> Callable[[Client], Told]:
    """Make a question for the domain of the handles there, kept alone of all the answer says.

    Raises SourceError where our handle is of another domain: the same name may be somebody
    else's there.
    """
    request = server.request(_INSTANCE)

    def fetch(client: Client) -> Told:
        asking = replace(client, refused=_lacking)
        try:
            record = asking.fetch(request, lambda reply: whole_record(reply, request))
        except _LackingError:
            return Told({})
        domain = _domain(text(record, "domain"))
        if domain and server.host and server.host not in (domain, urlsplit(server.address).netloc):
            raise SourceError(
                f"{request.host} is the server of {domain}, and the handle is of {server.host}. "
                f"Set base_url to the server of {server.host}, or mend the handle."
            )
        return Told({"domain": domain})

    return fetch


def at_home(server: Server, told: Record) -> Server:
    """Take over the domain that the server tells, where it tells one."""
    return replace(server, domain=text(told, "domain") or server.domain)


def in_doubt(server: Server) -> bool:
    """Tell whether the settings name another server than the handle does."""
    return bool(server.host) and server.host != urlsplit(server.address).netloc


def _domain(written: str) -> str:
    """Give a domain in lower case; some write it as an address."""
    return written.rpartition("//")[2].partition("/")[0].casefold()


class _LackingError(SourceError):
    """A server that has no such answer, as those before Mastodon 4.0 and some relatives."""


def _lacking(reply: Reply, request: Request) -> FollowAuditError:
    lacks = reply.status in (401, 403, 404)
    return _LackingError() if lacks else refused_to_owner(reply, request)
