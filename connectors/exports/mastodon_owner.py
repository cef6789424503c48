"""Whose a Mastodon export is: by actor.json, or else by the author of the posts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from connectors.archive import Archive
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.another import refuse
from connectors.exports.mastodon_json import Collection, read_object
from connectors.exports.mastodon_uris import account_of, host_of
from connectors.profile_form import Profile
from connectors.profiles import parse_profile


@dataclass(frozen=True)
class Owner:
    """The account that an export belongs to, and the URI that its server gives it."""

    profile: Profile
    uri: str

    def taken_for(self, account: OwnAccount) -> Profile:
        """Give the account as configured, where its domain and the server belong together.

        The address of an account may have another domain than its server: the export of
        @agency@example.org comes from social.example.org and may name no other.
        """
        configured = parse_profile(account.handle, "mastodon")
        if configured is None:
            return self.profile
        name, _, domain = configured.account_id.partition("@")
        own_name, _, host = self.profile.account_id.partition("@")
        related = host.endswith(f".{domain}") or domain.endswith(f".{host}")
        return configured if name == own_name and related else self.profile


def owner_of(archive: Archive, outboxes: Iterable[Collection]) -> Owner | None:
    """Tell whose an export is; None where neither actor.json nor a post says."""
    for member in archive.find(r"actor\.json"):
        try:
            actor = read_object(archive, member)
        except SourceError:
            continue
        profile = _profile(actor)
        if profile:
            return Owner(profile, str(actor["id"]))
    for collection in outboxes:
        for item in collection.items():
            uri = item.get("actor") if isinstance(item, dict) else None
            found = account_of(uri)
            if found:
                return Owner(found, str(uri))
    return None


def refuse_another(owner: Owner, account: OwnAccount) -> None:
    """Raise SourceError where the export names another account than the configuration."""
    own, named = owner.taken_for(account), account.handle.casefold().removeprefix("@")
    if own == owner.profile and named not in (own.account_id, own.account_id.partition("@")[0]):
        refuse(account, own.handle or own.account_id)


def whose(owner: Owner | None, own: Profile | None, account: OwnAccount) -> Iterator[str]:
    """Say where the export and the configuration do not name one account."""
    if owner is None:
        yield f"The files do not say whose they are; they are read as @{account.handle}'s."
    elif own != owner.profile:
        yield (
            f"The archive is of @{owner.profile.handle}; it is taken for @{account.handle}'s, as "
            "the two domains belong together."
        )


def _profile(actor: dict[str, Any]) -> Profile | None:
    # FEP-2c59: servers whose accounts have another domain may say the whole address.
    finger = actor.get("webfinger")
    host = host_of(actor.get("id"))
    if isinstance(finger, str) and host:
        address = unquote(finger.removeprefix("acct:")).removeprefix("@")
        found = parse_profile(f"@{address}", "mastodon")
        if found:
            return found
    name = actor.get("preferredUsername")
    return parse_profile(f"{name}@{host}", "mastodon") if isinstance(name, str) and host else None
