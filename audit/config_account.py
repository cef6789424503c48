"""The [[account]] blocks of the configuration: which account, and where it is read from."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from connectors.frames import PLATFORM_NAMES
from connectors.handles import on_platform
from connectors.not_served import NOT_SERVED

Platform = Literal[
    "x",
    "mastodon",
    "bluesky",
    "youtube",
    "facebook",
    "instagram",
    "threads",
    "linkedin",
    "tiktok",
]
Kind = Literal["follow", "like", "repost", "quote", "link", "post"]

# What each platform's interface can be told and what it must be told.
_MAY: Mapping[str, frozenset[str]] = {
    "x": frozenset({"base_url", "token_env", "government_use_agreed"}),
    "mastodon": frozenset({"base_url", "token_env"}),
    "bluesky": frozenset({"base_url", "appview_url", "plc_url"}),
    "youtube": frozenset({"base_url", "token_env"}),
    "threads": frozenset({"base_url", "token_env"}),
    "facebook": frozenset({"base_url", "token_env"}),
    "instagram": frozenset({"base_url", "token_env"}),
    "linkedin": frozenset({"base_url", "token_env"}),
}
_NEEDS_TOKEN = frozenset({"x", "youtube", "threads", "facebook", "instagram", "linkedin"})
_ADDRESSES = ("base_url", "appview_url", "plc_url")
_API_SETTINGS = (*_ADDRESSES, "token_env", "government_use_agreed")
# So written that a credential put here by mistake is refused, and never repeated in a message.
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]{0,63}", re.ASCII)
_AGREEMENT = (
    "government_use_agreed must be true: X's terms (Pay-per-use Agreement, XIV.C, Government Use) "
    "let a government agency use its API only with X's agreement (Enterprise plan). Set it once "
    "you have that, or read the account's export."
)


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


class AccountSection(BaseModel):
    """One account of the agency and where its follows, likes and posts are read from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    platform: Platform
    handle: Annotated[str, Field(min_length=1)]
    read: Literal["export", "list", "api"] = "export"
    path: Annotated[tuple[Path, ...], BeforeValidator(_as_list)] = ()
    kinds: tuple[Kind, ...] = ()
    ids: Annotated[tuple[Path, ...], BeforeValidator(_as_list)] = ()
    as_at: date | None = None
    base_url: str = ""
    appview_url: str = ""
    plc_url: str = ""
    token_env: str = ""
    government_use_agreed: bool = False

    @property
    def label(self) -> str:
        """Say which account this is, for a message."""
        return on_platform(self.platform, self.handle.lstrip("@"))


def account_problems(block: Mapping[str, Any]) -> list[str]:
    """Say what does not fit together in a block as written, each from the setting's name on."""
    return [*_source_problems(block), *_ids(block)]


def _ids(block: Mapping[str, Any]) -> list[str]:
    if "ids" not in block or block.get("read", "export") == "export":
        return []
    return ['ids is for read = "export" alone. Delete it.']


def _source_problems(block: Mapping[str, Any]) -> list[str]:
    if block.get("read") != "api":
        missing = ["path is missing. Add it."] if "path" not in block else []
        return missing + [
            f'{key} is for read = "api" alone. Delete it, or read the account so.'
            for key in _API_SETTINGS
            if key in block
        ]
    return [problem for check in _API_CHECKS for problem in check(block)]


def _strange(block: Mapping[str, Any]) -> list[str]:
    platform = block.get("platform")
    strange = [
        f'{key} is not for read = "api". Delete it.' for key in ("path", "as_at") if key in block
    ]
    if not isinstance(platform, str) or platform not in PLATFORM_NAMES:
        return strange
    if platform not in _MAY:
        name = PLATFORM_NAMES[platform]
        said = f'read is "api", which does not serve for {name}.'
        return [*strange, f"{said} {NOT_SERVED[platform]}"]
    return strange + [
        f"{key} means nothing for {PLATFORM_NAMES[platform]}. Delete it."
        for key in _API_SETTINGS
        if key in block and key not in _MAY[platform]
    ]


def _credential(block: Mapping[str, Any]) -> list[str]:
    if "token_env" not in block:
        needs = block.get("platform") in _NEEDS_TOKEN
        said = "token_env is missing. Name the environment variable that holds the credential."
        return [said] if needs else []
    written = block["token_env"]
    if isinstance(written, str) and _VARIABLE.fullmatch(written):
        return []
    return [
        "token_env must name an environment variable in capitals, such as X_TOKEN. "
        "The credential itself never stands in this file."
    ]


def _agreement(block: Mapping[str, Any]) -> list[str]:
    agreed = block.get("government_use_agreed", False)
    return [_AGREEMENT] if block.get("platform") == "x" and agreed is False else []


def _addresses(block: Mapping[str, Any]) -> list[str]:
    wrong = [
        f"{key} must be an https:// address of a server alone, such as https://mastodon.example."
        for key in _ADDRESSES
        if isinstance(block.get(key), str) and not _is_server(block[key])
    ]
    handle = block.get("handle")
    at_home = isinstance(handle, str) and "@" in handle.lstrip("@")
    if block.get("platform") == "mastodon" and "base_url" not in block and not at_home:
        wrong.append("base_url is missing. Add your server, or write the handle as name@server.")
    return wrong


def _is_server(written: str) -> bool:
    """Tell a server's address: encrypted, but for one on this computer, with nothing after it."""
    try:
        parts = urlsplit(written)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    here = parts.hostname in {"127.0.0.1", "localhost"}
    alone = not (parts.username or parts.query or parts.fragment or parts.path.strip("/"))
    encrypted = parts.scheme == "https" or (parts.scheme == "http" and here)
    return named and alone and encrypted and " " not in written


_API_CHECKS: tuple[Callable[[Mapping[str, Any]], list[str]], ...] = (
    _strange,
    _credential,
    _agreement,
    _addresses,
)
