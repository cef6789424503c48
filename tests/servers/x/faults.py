"""The refusals of X as they have been seen, for a whole request."""

from tests.servers.local import Written
from tests.servers.platforms import written

_PROBLEMS = "https://api.twitter.com/2/problems"
_ENROLMENT = (
    "When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens "
    "from a Twitter developer App that is attached to a Project. You can create a project via the "
    "developer portal."
)


def unauthorised() -> Written:
    """A token that has ended, or is none: 401."""
    said = {"title": "Unauthorized", "type": "about:blank", "status": 401}
    return written({**said, "detail": "Unauthorized"}, 401)


def not_enrolled() -> Written:
    """An app outside a project, or whose plan does not have this: 403."""
    said = {
        "client_id": "12345",
        "detail": _ENROLMENT,
        "registration_url": "https://developer.twitter.com/en/docs/projects/overview",
        "title": "Client Forbidden",
        "required_enrollment": "Appropriate Level of API Access",
        "reason": "client-not-enrolled",
        "type": f"{_PROBLEMS}/client-forbidden",
    }
    return written(said, 403)


def wrong_kind_of_token() -> Written:
    """An app's own token where a user's is wanted: 403."""
    said = {
        "title": "Unsupported Authentication",
        "detail": "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.",
        "type": f"{_PROBLEMS}/unsupported-authentication",
        "status": 403,
    }
    return written(said, 403)


def no_credits(*, newer: bool = False) -> Written:
    """Nothing left to pay with, as X has written it before and since July 2026: 402."""
    if newer:
        said = {"title": "Payment Required", "detail": "credits depleted", "status": 402}
        return written({**said, "type": "https://api.x.com/2/problems/credits-depleted"}, 402)
    detail = "Your enrolled account does not have any credits to fulfill this request."
    old = {"title": "CreditsDepleted", "detail": detail, "type": f"{_PROBLEMS}/credits"}
    return written(old, 402)


def cap_reached() -> Written:
    """The posts of a month are used up, while the window still has room: 429."""
    said = {
        "title": "UsageCapExceeded",
        "period": "Monthly",
        "scope": "Product",
        "product_name": "standard-basic",
        "detail": "Usage cap exceeded: Monthly product cap",
        "type": f"{_PROBLEMS}/usage-capped",
    }
    headers = {"x-rate-limit-limit": "75", "x-rate-limit-remaining": "74"}
    return written(said, 429, **headers, **{"x-rate-limit-reset": "4102444800"})


def window_full(limit: int, reset: int) -> Written:
    """The requests of a quarter of an hour are used up: 429."""
    said = {"title": "Too Many Requests", "detail": "Too Many Requests", "status": 429}
    headers = {"x-rate-limit-limit": str(limit), "x-rate-limit-remaining": "0"}
    return written(
        {**said, "type": "about:blank"}, 429, **headers, **{"x-rate-limit-reset": str(reset)}
    )


def invalid(parameter: str, value: str, message: str) -> Written:
    """A parameter or a value that X does not know: 400."""
    said = {
        "errors": [{"parameters": {parameter: [value]}, "message": message}],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": f"{_PROBLEMS}/invalid-request",
    }
    return written(said, 400)
