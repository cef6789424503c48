"""What a call or two tell of an account on Mastodon: the token, its permissions, hidden lists."""

from connectors.collected import OwnAccount
from connectors.errors import AuthError
from connectors.http import Request
from connectors.live.asking import Asking
from connectors.live.connector import Probed
from connectors.live.mastodon_home import ask_for_domain, at_home, in_doubt
from connectors.live.mastodon_own import (
    LIKES_ARE_THE_OWNERS,
    Check,
    Own,
    as_mastodon,
    checked,
    identify,
)
from connectors.live.mastodon_server import server_of
from connectors.lookup.answers import Record

_LIKES = "/api/v1/favourites"


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Ask for our account, and with a token for one like, which needs a permission of its own.

    Where the settings name another server than the handle, that server is asked first whose it is.
    """
    asking = as_mastodon(asking)
    server = server_of(account, asking.access)
    if in_doubt(server):
        asking.budget.spend()
        server = at_home(server, ask_for_domain(server)(asking.client).body)

    def ask(_: str, request: Request, check: Check) -> Record:
        asking.budget.spend()
        return asking.client.fetch(request, lambda reply: checked(reply, request, check))

    own = identify(server, ask)
    counts = {"follow": own.follows, "post": own.posts}
    moved = own.account.moved_to
    return Probed(
        account_id=own.account.profile.account_id,
        handle=own.account.profile.handle or account.handle,
        stated={kind: count for kind, count in counts.items() if count is not None},
        problems=tuple(filter(None, [*_unread(account, own), _likes(account, own, asking)])),
        notes=(f"It has moved to @{moved}.",) if moved else (),
    )


def _unread(account: OwnAccount, own: Own) -> list[str]:
    if own.account.status == "suspended":
        return ["Its server has suspended it and shows nothing of it."]
    if account.wants("follow") and own.hides_follows:
        return ["It hides whom it follows: the list needs a token of its own, with read:accounts."]
    return []


def _likes(account: OwnAccount, own: Own, asking: Asking) -> str:
    if not account.wants("like"):
        return ""
    if not own.by_owner:
        return LIKES_ARE_THE_OWNERS
    try:
        asking.budget.spend()
        asking.client.fetch(own.server.request(_LIKES, {"limit": "1"}), lambda reply: reply)
    except AuthError as error:
        return f"Likes: {error}"
    return ""
