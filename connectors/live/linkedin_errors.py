"""What a refusal of LinkedIn's interface means: {"status", "code", "message", "serviceErrorCode"}.

Its limits are of a day, not published, and end at midnight UTC; no header tells of them.
"""

from dataclasses import replace

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, SourceError
from connectors.http import Reply, Request, refusal
from connectors.live.asking import Asking
from connectors.lookup.answers import record_of, text

VERSION = "202607"  # YYYYMM; each month's is answered for a year at least
_OLD_VERSION = 426


def with_rules(asking: Asking) -> Asking:
    """Give the same with LinkedIn's own rules of refusing."""
    return replace(asking, client=replace(asking.client, refused=_refused, spent=_spent))


def _refused(reply: Reply, request: Request) -> FollowAuditError:
    code = text(record_of(reply) or {}, "code")
    if reply.status == _OLD_VERSION or "VERSION" in code:
        return SourceError(
            f"LinkedIn no longer answers the version {VERSION} of its interface. Install a newer "
            "follow-audit."
        )
    if reply.status == 401:
        return AuthError(
            "LinkedIn refuses the token it was sent: it lasts 60 days, or was revoked. Get a new "
            "one."
        )
    if reply.status == 403:
        return AuthError(
            "LinkedIn does not let this token read the organisation's posts. It needs the "
            "permission r_organization_social, and its member a role on the Page: super admin or "
            "content admin."
        )
    return refusal(reply, request)


def _spent(_: Reply, __: Request) -> FollowAuditError:
    return QuotaSpent("LinkedIn's limit for today is reached; it ends at midnight UTC.")
