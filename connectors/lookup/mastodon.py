"""Mastodon and servers like it: accounts by handle, from the server that the handle names.

GET /api/v1/accounts/lookup (mastodon/documentation, methods/accounts); most servers want no login.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from connectors.errors import FollowAuditError
from connectors.http import Client, Request
from connectors.looked import FOUND, NOT_FOUND, Looked
from connectors.lookup.access import Access
from connectors.lookup.answers import whole_record
from connectors.lookup.batches import not_looked
from connectors.mastodon_answers import (
    RemovedAccountError,
    ServerAccount,
    UnknownAccountError,
    account_in,
    refused,
    wait_until,
)

SERVER = "https://{}"


def look_up(client: Client, access: Access, handles: Sequence[str]) -> tuple[Looked, ...]:
    """Ask for handles like name@server, each at its own server, else at ours where it is given."""
    asking = replace(client, told=wait_until, refused=refused)
    servers = _Servers(asking, access)
    return tuple(servers.look_up(handle) for handle in handles)


class _Servers:
    """The servers asked in one go: one that fails is not asked again."""

    def __init__(self, client: Client, access: Access) -> None:
        self._client = client
        self._access = access
        self._failed: dict[str, str] = {}

    def look_up(self, handle: str) -> Looked:
        name, _, host = handle.rpartition("@")
        if not name or not host:
            return not_looked("mastodon", handle, "write it as name@server")
        reasons = []
        for address, ours in self._addresses(host):
            found = self._ask(address, handle, own=not ours or self._is_ours(host))
            if isinstance(found, Looked):
                return found
            reasons.append(found)
        return not_looked("mastodon", handle, " ".join(dict.fromkeys(reasons)))

    def _addresses(self, host: str) -> Iterator[tuple[str, bool]]:
        """Give the servers to ask, and whether each is ours."""
        if not self._is_ours(host):
            yield SERVER.format(host), False
        if self._access.address:
            yield self._access.at(""), True

    def _is_ours(self, host: str) -> bool:
        return urlsplit(self._access.address).netloc.casefold() == host.casefold()

    def _ask(self, address: str, handle: str, *, own: bool) -> Looked | str:
        """Give the answer of a server, or why it gave none; ``own``: the account lives there."""
        if address in self._failed:
            return self._failed[address]
        ours = address == self._access.at("")
        request = Request(
            f"{address}/api/v1/accounts/lookup",
            params={"acct": handle.rpartition("@")[0] if own else handle},
            token=self._access.token if ours else "",
        )
        try:
            record = self._client.fetch(request, lambda reply: whole_record(reply, request, "acct"))
        except UnknownAccountError:
            if not own:  # a server knows of others those alone that it has met
                return f"{request.host} has not met this account."
            unknown = f"{request.host} knows no such account"
            return Looked("mastodon", handle, NOT_FOUND, unknown)
        except RemovedAccountError:
            gone = f"{request.host} has removed it"
            return Looked("mastodon", handle, FOUND, gone, handle=handle, status="suspended")
        except FollowAuditError as error:
            self._failed[address] = str(error)
            return str(error)
        return _found(account_in(record, handle.rpartition("@")[2]), handle)


def _found(account: ServerAccount | None, asked: str) -> Looked:
    if account is None:
        return not_looked("mastodon", asked, "the answer lacks its handle")
    moved = account.moved_to
    handle = account.profile.handle or asked
    return Looked(
        platform="mastodon",
        asked=asked,
        outcome=FOUND,
        reason=f"it has moved to @{moved}" if moved else "",
        account_id=account.uri or handle.casefold(),  # some servers give no uri
        handle=handle,
        name=account.name,
        status=account.status,
        url=account.url,
    )
