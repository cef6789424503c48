"""What a person asks to look at: an account, an address, or the address of an account."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from audit.sources import hosts
from audit.sources.short_links import SHORTENERS
from connectors.errors import ConfigError
from connectors.profile_form import Profile
from connectors.profiles import parse_profile


@dataclass(frozen=True)
class Asked:
    """One thing to look at: the account it names, if any, and its address, if it is one."""

    written: str
    profile: Profile | None
    address: str

    @property
    def place(self) -> str:
        """Give host and path of the address."""
        at = hosts.place(self.address)
        return "/".join((at.host, *at.segments))

    @property
    def is_shortened(self) -> bool:
        """Tell whether the address hides where it leads."""
        return hosts.place(self.address).host in SHORTENERS


def read(written: Sequence[str], platform: str | None, stable_id: str) -> tuple[Asked, ...]:
    """Read what was asked; raises ConfigError for all that names no account and no address.

    ``platform`` says where bare handles belong; ``stable_id`` is the id of the one account asked.
    """
    if stable_id and len(written) != 1:
        raise ConfigError(["--id belongs to one account; look at one account at a time with it."])
    problems: list[str] = []
    asked = [_read(text, platform, problems) for text in written]
    if stable_id and not problems:
        asked = [_with_id(asked[0], stable_id, problems)]
    if problems:
        raise ConfigError(problems)
    return tuple(asked)


def _read(text: str, platform: str | None, problems: list[str]) -> Asked:
    profile = parse_profile(text, platform)
    at = hosts.place(text)
    bare = platform is not None or "@" in text
    is_address = "://" in text or (not bare and "." in at.host and " " not in text)
    if profile is not None and profile.handle == text.strip().removeprefix("@"):
        is_address = False
    if profile is None and not (is_address and at.host):
        where = "is not a handle, id or address there" if platform else "does not say where it is"
        problems.append(f"{text!r} {where}; write its address, or its handle and --platform.")
    return Asked(text.strip(), profile, text.strip() if is_address else "")


def _with_id(asked: Asked, stable_id: str, problems: list[str]) -> Asked:
    if asked.profile is None:
        problems.append(f"{asked.written!r} names no account, so --id does not belong to it.")
        return asked
    named = parse_profile(stable_id, asked.profile.platform)
    if named is None or named.handle is not None:
        problems.append(f"{stable_id!r} is not the form of an id there; leave --id out.")
        return asked
    return replace(asked, profile=replace(asked.profile, account_id=named.account_id))
