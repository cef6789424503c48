"""The credential for X: one bearer token of an account, or the four parts of OAuth 1.0a."""

import logging
import re
from dataclasses import dataclass, field

from requests.auth import AuthBase
from tweepy import OAuth1UserHandler

from connectors.errors import AuthError

_PART = re.compile(r"[!-~]+")
_PARTS = ("consumer key", "consumer secret", "access token", "access token secret")
_SAID = (
    "The credential for X must be one bearer token, or four parts with colons between them: "
    f"{', '.join(_PARTS)}."
)
# At DEBUG the first three write credentials and signatures, and tweepy whole answers.
_TALKATIVE = ("oauthlib", "requests_oauthlib", "tweepy.auth", "tweepy.client")


@dataclass(frozen=True)
class Credential:
    """Either a bearer token or what signs each request."""

    bearer: str = field(default="", repr=False)
    signing: AuthBase | None = field(default=None, repr=False)


def credential(token: str) -> Credential:
    """Read a credential; raises AuthError, which never repeats it, where it is neither kind."""
    parts = tuple(part.strip() for part in token.split(":"))
    if not all(map(_PART.fullmatch, parts)) or len(parts) not in (1, len(_PARTS)):
        raise AuthError(_SAID)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.INFO)
    if len(parts) == 1:
        return Credential(bearer=parts[0])
    return Credential(signing=OAuth1UserHandler(*parts).apply_auth())
