"""The refusals of X as they have been seen, for a whole request.

``host`` is the one in the types of problems, which X writes in its older or its newer way.
"""

import json

from tests.servers.local import Written
from tests.servers.x.spelling import OLD

_ENROLMENT = (
    "When authenticating requests to the Twitter API v2 endpoints, you must use keys and tokens "
    "from a Twitter developer App that is attached to a Project. You can create a project via the "
    "developer portal."
)


def unauthorised() -> Written:
    """A token that has ended, or is none: 401."""
    said = {"title": "Unauthorized", "type": "about:blank", "status": 401}
    return _problem({**said, "detail": "Unauthorized"}, 401)


def plain(status: int) -> Written:
    """The other form that X describes for a request that has failed: an Error."""
    return _sent({"code": 32, "message": "Could not do this"}, status, "application/json")


def not_enrolled(host: str = OLD.host) -> Written:
    """An app outside a project, or whose plan does not have this: 403."""
    said = {
        "client_id": "12345",
        "detail": _ENROLMENT,
        "registration_url": "https://developer.twitter.com/en/docs/projects/overview",
        "title": "Client Forbidden",
        "required_enrollment": "Appropriate Level of API Access",
        "reason": "client-not-enrolled",
        "type": _type(host, "client-forbidden"),
    }
    return _problem(said, 403)


def wrong_kind_of_token(host: str = OLD.host) -> Written:
    """An app's own token where a user's is wanted: 403."""
    said = {
        "title": "Unsupported Authentication",
        "detail": "Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.",
        "type": _type(host, "unsupported-authentication"),
        "status": 403,
    }
    return _problem(said, 403)


def no_credits(host: str = OLD.host, *, newer: bool = False) -> Written:
    """Nothing left to pay with, as X has written it before and since July 2026: 402."""
    if newer:
        said = {"title": "Payment Required", "detail": "credits depleted", "status": 402}
        return _problem({**said, "type": _type("api.x.com", "credits-depleted")}, 402)
    detail = "Your enrolled account does not have any credits to fulfill this request."
    return _problem(
        {"title": "CreditsDepleted", "detail": detail, "type": _type(host, "credits")}, 402
    )


def cap_reached(host: str = OLD.host) -> Written:
    """The posts of a month are used up, while the window still has room: 429."""
    said = {
        "title": "UsageCapExceeded",
        "period": "Monthly",
        "scope": "Product",
        "product_name": "standard-basic",
        "detail": "Usage cap exceeded: Monthly product cap",
        "type": _type(host, "usage-capped"),
    }
    headers = {"x-rate-limit-limit": "75", "x-rate-limit-remaining": "74"}
    return _problem(said, 429, **headers, **{"x-rate-limit-reset": "4102444800"})


def window_full(limit: int, reset: int) -> Written:
    """The requests of a quarter of an hour are used up: 429."""
    said = {"title": "Too Many Requests", "detail": "Too Many Requests", "status": 429}
    headers = {"x-rate-limit-limit": str(limit), "x-rate-limit-remaining": "0"}
    return _problem(
        {**said, "type": "about:blank"}, 429, **headers, **{"x-rate-limit-reset": str(reset)}
    )


def invalid(parameter: str, value: str, message: str, host: str = OLD.host) -> Written:
    """A parameter or a value that X does not know: 400."""
    said = {
        "errors": [{"parameters": {parameter: [value]}, "message": message}],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": _type(host, "invalid-request"),
    }
    return _problem(said, 400)


def _type(host: str, kind: str) -> str:
    return f"https://{host}/2/problems/{kind}"


def _problem(said: object, status: int, **headers: str) -> Written:
    return _sent(said, status, "application/problem+json", **headers)


def _sent(said: object, status: int, kind: str, **headers: str) -> Written:
    return Written(json.dumps(said).encode(), status, {"Content-Type": kind, **headers})
