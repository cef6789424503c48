"""The errors of YouTube as its documentation names them."""

from tests.servers.local import Written
from tests.servers.platforms import written

_STATUS = {400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED"}
_SAID = {
    "authError": (401, "global", "Invalid Credentials"),
    "quotaExceeded": (
        403,
        "youtube.quota",
        'The request cannot be completed because you have exceeded your <a href="/q">quota</a>.',
    ),
    "subscriptionForbidden": (
        403,
        "youtube.subscription",
        "The requester is not allowed to access the requested subscriptions.",
    ),
    "playlistItemsNotAccessible": (
        403,
        "youtube.playlistItem",
        "The request is not properly authorized to retrieve the specified playlist.",
    ),
    "playlistNotFound": (404, "youtube.playlistItem", "The playlist cannot be found."),
    "subscriberNotFound": (404, "youtube.subscription", "The subscriber cannot be found."),
    "accountClosed": (403, "youtube.subscription", "The subscriber's account is closed."),
    "accountSuspended": (403, "youtube.subscription", "The subscriber's account is suspended."),
    "insufficientPermissions": (
        403,
        "global",
        "Request had insufficient authentication scopes.",
    ),
    "rateLimitExceeded": (403, "usageLimits", "Rate Limit Exceeded"),
    "invalidPageToken": (400, "youtube.parameter", "The page token is not valid."),
    "badRequest": (400, "global", "The request is not one that YouTube describes."),
}


def error(reason: str) -> Written:
    """Write the error of a reason."""
    code, domain, message = _SAID[reason]
    said = {"message": message, "domain": domain, "reason": reason}
    body = {"code": code, "message": message, "errors": [said]}
    if code in _STATUS:
        body["status"] = _STATUS[code]
    return written({"error": body}, code)


def bad_key() -> Written:
    """Refuse an API key that is none."""
    message = "API key not valid. Please pass a valid API key."
    said = {"message": message, "domain": "global", "reason": "badRequest"}
    info = {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "API_KEY_INVALID",
        "domain": "googleapis.com",
    }
    body = {"code": 400, "message": message, "errors": [said], "status": "INVALID_ARGUMENT"}
    return written({"error": body | {"details": [info]}}, 400)
