"""What X says where it refuses: a whole request, or one account or post inside a good answer."""

from connectors.errors import AuthError, FollowAuditError, QuotaSpent, SourceError
from connectors.http import Reply, Request, refusal
from connectors.lookup.answers import Record, record_of, records, text

_CONSOLE = "X's developer console"


class AppTokenError(AuthError):
    """The credential is an app's own, where X wants one of an account."""


class NamesRefusedError(SourceError):
    """X does not know the names of fields that it was sent: it renamed them in 2026."""


def problem(record: Record) -> str:
    """Name the kind of a problem: X writes it under two hosts."""
    return text(record, "type").rpartition("/")[2]


def refused(reply: Reply, request: Request) -> FollowAuditError:
    """Say what an answer from 400 to 499 means, but for 429, and what to do."""
    record = record_of(reply) or {}
    match reply.status, problem(record):
        case 402, _:
            return QuotaSpent(
                f"The credits for X are spent. Add some in {_CONSOLE}, or go on without its API."
            )
        case 403, "client-forbidden":
            return AuthError(
                f"X does not let this developer app ask: in {_CONSOLE}, attach it to a project "
                "with a plan that may read follows, likes and posts."
            )
        case 403, "unsupported-authentication":
            return AppTokenError(
                "X wants a credential of another kind here: an account's own bearer token or the "
                "four parts of OAuth 1.0a, not an app's own."
            )
        case 401, _:
            return AuthError(
                f"{request.host} refuses the credential it was sent (HTTP 401). Get a new one: a "
                "bearer token of an account ends after two hours, the four parts of OAuth 1.0a "
                "last."
            )
        case 400, _ if _is_of_names(record):
            return NamesRefusedError(
                f"{request.host} does not know the names of fields that it was asked with. Update "
                "Follow Audit, and read the account's export until then."
            )
    return refusal(reply, request)


def spent(reply: Reply, _: Request) -> FollowAuditError | None:
    """Tell the cap of a month from the limit of a quarter of an hour, which passes."""
    record = record_of(reply) or {}
    if text(record, "title") == "UsageCapExceeded" or problem(record) == "usage-capped":
        return QuotaSpent(
            "The reads that the X plan has for this month are spent. Go on next month, or raise "
            f"the cap in {_CONSOLE}."
        )
    return None


def unknown_reason(record: Record) -> str:
    """Say why X does not show an account or a post, from the error inside its answer.

    Suspended and unknown share their problem type. The words are those of the interactions frame.
    """
    if "suspended" in text(record, "detail").casefold():
        return "suspended"
    if problem(record) == "resource-not-found":
        return "deleted"
    if problem(record) == "not-authorized-for-resource":
        return "protected"
    return "not_permitted"


def _is_of_names(record: Record) -> bool:
    said = " ".join(text(one, "message") for one in records(record.get("errors")))
    return any(f"{mark}.fields" in said for mark in ("tweet", "post")) or "expansions" in said
