"""What a refusal of the YouTube Data API means, by the reason that it gives."""

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, SourceError
from connectors.http import Reply, Request, refusal
from connectors.lookup.answers import part, record_of, records, text
from connectors.waiting import Passing

_SPENT = frozenset({"quotaExceeded", "dailyLimitExceeded"})
_TOO_FAST = frozenset({"rateLimitExceeded", "userRateLimitExceeded"})
_BAD_CREDENTIAL = frozenset({"authError", "keyInvalid", "API_KEY_INVALID", "keyExpired"})
_TOO_NARROW = frozenset({"insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"})
_SAID = {
    "subscriptionForbidden": (
        "The channel does not show its subscriptions to others. Read it with the channel's own "
        "sign-in, or let the channel show them in its settings of privacy."
    ),
    "playlistItemsNotAccessible": "The list is shown to the channel's own sign-in alone.",
    "playlistNotFound": "YouTube has no such list, or hides it from this credential.",
    "subscriberNotFound": "YouTube has no such channel.",
    "accountClosed": "YouTube says that the channel's account is closed.",
    "accountSuspended": "YouTube says that the channel's account is suspended.",
    "authenticatedUserAccountClosed": "YouTube says that the account signed in is closed.",
    "authenticatedUserAccountSuspended": "YouTube says that the account signed in is suspended.",
    "invalidPageToken": "YouTube no longer knows the place in the list. Run again later.",
}


def refused(reply: Reply, request: Request) -> FollowAuditError:
    """Make the error of a refusal; raises Passing where it is to be asked again soon."""
    reasons = reasons_of(reply)
    if reasons & _SPENT:
        return QuotaSpent("The quota of YouTube is spent for today. Go on tomorrow.")
    if reasons & _TOO_FAST:
        raise Passing(f"{request.host} asks for fewer requests")
    if reasons & _BAD_CREDENTIAL or reply.status == 401:
        return AuthError(f"{request.host} refuses the credential it was sent; get a new one.")
    if reasons & _TOO_NARROW:
        return AuthError(
            f"{request.host} does not let this credential read the channel's lists; sign in again "
            "and allow the scope youtube.readonly."
        )
    said = next((_SAID[reason] for reason in sorted(reasons) if reason in _SAID), "")
    if said:
        return SourceError(said)
    if reply.status == 403:
        named = ", ".join(sorted(reasons)) or "no reason given"
        return SourceError(f"{request.host} does not let this credential ask ({named}).")
    return refusal(reply, request)


def spent(reply: Reply, request: Request) -> FollowAuditError | None:
    """Make the error of an answer 429 that no waiting of minutes mends."""
    return refused(reply, request) if reasons_of(reply) & _SPENT else None


def reasons_of(reply: Reply) -> frozenset[str]:
    """Give the reasons that an answer names."""
    error = part(record_of(reply) or {}, "error")
    told = [*records(error.get("errors")), *records(error.get("details"))]
    return frozenset(reason for one in told if (reason := text(one, "reason")))
