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
from connectors.live.mastodon_server import PATHS, SIZES, page_of, server_of
from connectors.lookup.answers import Record

_SUSPENDED = "Its server has suspended it and shows nothing of it."
_HIDDEN = (
    "It hides whom it follows: make a token with read:accounts, and name its environment variable "
    "in token_env."
)


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Ask for our account, and with a token for one like, which needs a permission of its own.

    Where the settings name another server than the handle, that server is asked first whose it
    is. Without a token one follow is asked for: not every server says that it hides the list.
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
        problems=tuple(filter(None, _unread(account, own, asking))),
        notes=(f"It has moved to @{moved}.",) if moved else (),
    )


def _unread(account: OwnAccount, own: Own, asking: Asking) -> tuple[str, ...]:
    if own.account.status == "suspended":
        return (_SUSPENDED,)
    return _follows(account, own, asking), _likes(account, own, asking)


def _follows(account: OwnAccount, own: Own, asking: Asking) -> str:
    if not account.wants("follow") or own.by_owner:
        return ""
    if own.hides_follows:
        return _HIDDEN
    if not own.follows:
        return ""
    request = own.server.request(PATHS["follows"].format(own.account.number), {"limit": "1"})
    try:
        asking.budget.spend()
        first = asking.client.fetch(
            request, lambda reply: page_of(reply, request, SIZES["follows"])
        )
    except AuthError as error:
        return f"Follows: {error}"
    return "" if first.body else _HIDDEN


def _likes(account: OwnAccount, own: Own, asking: Asking) -> str:
    if not account.wants("like"):
        return ""
    if not own.by_owner:
        return LIKES_ARE_THE_OWNERS
    try:
        asking.budget.spend()
        asking.client.fetch(own.server.request(PATHS["likes"], {"limit": "1"}), lambda reply: reply)
    except AuthError as error:
        return f"Likes: {error}"
    return ""
