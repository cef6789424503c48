"""What to say of an export that belongs to another account than the configuration names."""

import json

from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.ordering import ORDER
from connectors.handles import at_handle


def refuse(account: OwnAccount, owner: str, called: str = "", order: str = "") -> None:
    """Raise SourceError: what somebody else follows and likes must not pass for the agency's.

    ``owner`` is the handle or id that the export gives, ``called`` the name shown; ``order`` says
    how to order it where the platform's own sentence does not fit.
    """
    ours, theirs = (at_handle(account.platform, one) for one in (account.handle, owner))
    named = f"{theirs} ({called})" if called and called != owner else theirs
    raise SourceError(
        f"The export given for {account.label} belongs to {named}, so nothing of it was read. "
        f"Sign in as {ours} and order its own. {order or ORDER[account.platform]} "
        f"If {theirs} is the same account, write handle = {json.dumps(owner, ensure_ascii=False)}."
    )
