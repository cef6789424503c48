"""Asks the platforms about accounts that a person found, as the configuration lets it."""

from collections.abc import Callable, Mapping, Sequence

from audit.config_account import AccountSection
from audit.register.confirmed import Answers
from audit.review.words import PLATFORM_NAMES, count
from audit.run.access import access_of, without_credential
from connectors.http import Client
from connectors.looked import NOT_ASKED, NOT_LOOKED, Looked
from connectors.lookup import LOOKUPS, WITHOUT_LOGIN, Access, look_up
from connectors.profile_form import Profile

Ask = Callable[[Sequence[Profile]], Answers]


def asking(
    accounts: Sequence[AccountSection],
    variables: Mapping[str, str],
    client: Client,
    notify: Callable[[str], None],
) -> Ask:
    """Make what asks about accounts: one answer for each, by platform and folded handle.

    ``variables`` are those of the environment, where credentials are; it never raises an error of
    the program, and tells ``notify`` whom it asks.
    """
    blocks: dict[str, AccountSection] = {
        one.platform: one for one in reversed(accounts) if one.read == "api"
    }

    def ask(profiles: Sequence[Profile]) -> Answers:
        handles: dict[str, list[str]] = {}
        for profile in profiles:
            handles.setdefault(profile.platform, []).append(profile.handle or "")
        answers: list[Looked] = []
        for platform, wanted in handles.items():
            block = blocks.get(platform)
            refused = _refused(platform, block, variables)
            if refused is not None:
                answers += [Looked(platform, one, *refused) for one in wanted]
                continue
            notify(_said(platform, block, len(wanted)))
            answers += look_up(
                platform, client, access_of(block, variables) if block else Access(), wanted
            )
        return {one.key: one for one in answers}

    return ask


def _refused(
    platform: str, block: AccountSection | None, variables: Mapping[str, str]
) -> tuple[str, str] | None:
    """Give the outcome and the reason where a platform cannot be asked, or nothing."""
    name = PLATFORM_NAMES[platform]
    if platform not in LOOKUPS:
        return NOT_ASKED, f"{name} cannot be asked"
    if block is None and platform not in WITHOUT_LOGIN:
        return NOT_ASKED, f'no [[account]] for {name} has read = "api"'
    lacking = without_credential(block, variables) if block else ""
    return (NOT_LOOKED, lacking) if lacking else None


def _said(platform: str, block: AccountSection | None, number: int) -> str:
    asked = f"Asking {PLATFORM_NAMES[platform]} about {count(number, 'account')}"
    return f"{asked}, {f'as set for {block.label}' if block else 'without an account of yours'}."
