"""Our own account as its server describes it, and what that server will not show us."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from connectors.collected import OwnAccount
from connectors.errors import AuthError, SourceError
from connectors.exports.mastodon_profile import told
from connectors.exports.ordering import ORDER
from connectors.http import Client, Reply, Request
from connectors.live.asking import Asking
from connectors.live.mastodon_home import ask_for_domain, at_home
from connectors.live.mastodon_server import Server, server_of
from connectors.live.one_page import one_page
from connectors.live.walk import Told
from connectors.lookup.answers import Record, count, part, records, text, whole_record
from connectors.mastodon_answers import (
    WANTED,
    ServerAccount,
    account_in,
    refused_to_owner,
    wait_until,
    whole_handle,
)

LIKES_ARE_THE_OWNERS = (
    f"Likes are shown to their owner alone: make a token with {WANTED}, and name its environment "
    f"variable in token_env. Or: {ORDER['mastodon']}"
)
_OWNER = "/api/v1/accounts/verify_credentials"
LOOKUP = "/api/v1/accounts/lookup"
Check = Callable[[Record], None]
Ask = Callable[[str, Request, Check], Record]
_KEPT = (
    *("id", "acct", "username", "display_name", "url", "uri", "suspended", "limited"),
    *("following_count", "statuses_count", "hide_collections", "note", "fields"),
)


@dataclass(frozen=True)
class Own:
    """Our account; ``by_owner`` says that the token is its own."""

    server: Server
    record: Record
    account: ServerAccount
    by_owner: bool

    @property
    def follows(self) -> int | None:
        """Give how many accounts it follows, as the server states it."""
        return count(self.record.get("following_count"))

    @property
    def posts(self) -> int | None:
        """Give how many posts, reposts and replies it has, as the server states it."""
        return count(self.record.get("statuses_count"))

    @property
    def about(self) -> str | None:
        """Give what its profile says, None where the server tells nothing of it."""
        if "note" not in self.record and "fields" not in self.record:
            return None
        values = [field.get("value") for field in records(self.record.get("fields"))]
        return told([self.record.get("note"), *values])

    @property
    def hides_follows(self) -> bool:
        """Tell whether the server says that the list of follows is hidden from us."""
        hidden = (self.record.get("hide_collections"), self.record.get("hide_follows"))
        return not self.by_owner and True in hidden


def as_mastodon(asking: Asking) -> Asking:
    """Give the rules of these servers to what asks."""
    client = replace(asking.client, told=wait_until, refused=refused_to_owner)
    return replace(asking, client=client)


def find_own(account: OwnAccount, asking: Asking) -> Own:
    """Find our account, keeping each answer; raises AuthError, RetryLater and SourceError."""
    server = server_of(account, asking.access)
    server = at_home(server, one_page("server", ask_for_domain(server), asking))

    def ask(name: str, request: Request, check: Check) -> Record:
        def fetch(client: Client) -> Told:
            return Told(client.fetch(request, lambda reply: checked(reply, request, check)))

        found: Record = one_page(name, fetch, asking)
        return found

    return identify(server, ask)


def identify(server: Server, ask: Ask) -> Own:
    """Ask who the token is of, or without one for the account by its name."""
    if not server.token:
        record = ask("profile", server.request(LOOKUP, {"acct": server.name}), lambda _: None)
        return _own(server, record, by_owner=False)

    def check(record: Record) -> None:
        # Another's token would leave out of the lists whom that account blocked or muted.
        if text(record, "acct").casefold() != server.name.casefold():
            other = whole_handle(text(record, "acct"), server.domain)
            raise AuthError(
                f"The token is that of @{other}, not of @{server.name}. Make one while signed in "
                f"as @{server.name}, with {WANTED}."
            )

    return _own(server, ask("owner", server.request(_OWNER), check), by_owner=True)


def checked(reply: Reply, request: Request, check: Check) -> Record:
    """Read what is needed of an account, and check it before it is kept.

    The answer to a wrong token is never kept, nor what a server tells the owner alone: Pleroma
    puts a token for its chat there.
    """
    record = whole_record(reply, request, "acct", "id")
    check(record)
    hidden = part(record, "pleroma").get("hide_follows")
    kept = {key: record[key] for key in _KEPT if key in record}
    return {**kept, "moved": {"acct": text(part(record, "moved"), "acct")}, "hide_follows": hidden}


def _own(server: Server, record: Record, *, by_owner: bool) -> Own:
    found = account_in(record, server.domain)
    if found is None or not found.number:
        raise SourceError(f"{server.domain} gives our account without its handle or its number.")
    return Own(server, record, found, by_owner)
