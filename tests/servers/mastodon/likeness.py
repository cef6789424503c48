"""What the mock writes of accounts and posts, made like what a real server writes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

_ONLY_WHEN_TRUE = ("moved", "suspended", "limited")


@dataclass(frozen=True)
class Likeness:
    """Mends answers: ``domain`` is ours, ``marks`` are added to an account by its ``acct``."""

    domain: str
    marks: Mapping[str, Mapping[str, Any]]
    without: Collection[str] = ()

    def of(self, value: Any) -> Any:
        """Mend an answer, and all accounts and posts inside it."""
        if isinstance(value, list):
            return [self.of(one) for one in value]
        if not isinstance(value, dict):
            return value
        inside = {key: self.of(one) for key, one in value.items()}
        if "followers_count" in inside:
            return self._account(inside)
        return self._status(inside) if "reblog" in inside else inside

    def _account(self, account: dict[str, Any]) -> dict[str, Any]:
        host = account["acct"].partition("@")[2] or self.domain
        name = account["username"]
        written = {
            **account,
            "url": f"https://{host}/@{name}",
            "uri": f"https://{host}/users/{name}",
            **self.marks.get(account["acct"], {}),
        }
        return {
            key: one
            for key, one in written.items()
            if key not in self.without and not (key in _ONLY_WHEN_TRUE and not one)
        }

    def _status(self, status: dict[str, Any]) -> dict[str, Any]:
        account, number = status["account"], status["id"]
        host = account["acct"].partition("@")[2] or self.domain
        name = account["username"]
        uri = f"https://{host}/users/{name}/statuses/{number}"
        if status["reblog"]:  # a boost is an activity of its own and has no text
            return {**status, "uri": f"{uri}/activity", "url": f"{uri}/activity", "content": ""}
        return {**status, "uri": uri, "url": f"https://{host}/@{name}/{number}"}
