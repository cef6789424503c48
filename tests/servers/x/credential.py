"""Whom a request speaks for: a bearer token as it is, or a signature of OAuth 1.0a checked."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from oauthlib.oauth1 import Client

from tests.servers.local import Asked

_PART = re.compile(r'(\w+)="([^"]*)"')


@dataclass
class Credential:
    """``bearers`` says whose each token is, ``app`` for an app's own; ``oauth`` are four parts."""

    bearers: dict[str, str] = field(default_factory=dict)
    oauth: dict[tuple[str, str, str, str], str] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def of(self, asked: Asked) -> str | None:
        """Give the account that a request speaks for; None for a credential that is none."""
        header = asked.headers.get("Authorization", "")
        if header.startswith("Bearer "):
            return self.bearers.get(header.removeprefix("Bearer "))
        return self._signed(asked, {key: unquote(one) for key, one in _PART.findall(header)})

    def _signed(self, asked: Asked, said: dict[str, str]) -> str | None:
        nonce = said.get("oauth_nonce", "")
        known = [four for four in self.oauth if said.get("oauth_token") == four[2]]
        if not known or nonce in self.seen:
            return None
        self.seen.add(nonce)
        four = known[0]
        again = Client(*four, nonce=nonce, timestamp=said["oauth_timestamp"])
        _, headers, _ = again.sign(f"http://{asked.headers['Host']}{asked.path}")
        right = dict(_PART.findall(str(headers["Authorization"])))
        same = unquote(right["oauth_signature"]) == said.get("oauth_signature")
        return self.oauth[four] if same else None
