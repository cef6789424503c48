"""What the profiles of our own accounts say, as far as it was read."""

from dataclasses import dataclass

from audit.gathered import Gathered


@dataclass(frozen=True)
class OwnProfile:
    """One own account; ``about`` has words and addresses on lines, None where it was not read.

    ``whole`` is false where more may stand in the profile, such as its website.
    """

    platform: str
    handle: str
    about: str | None
    whole: bool = True


def own_profiles(gathered: Gathered) -> tuple[OwnProfile, ...]:
    """Give the profile of each own account once.

    Where a source does not tell of its own account, another one of ours that follows it may.
    """
    found: dict[str, OwnProfile] = {}
    for one in gathered.own:
        key = f"{one.platform}:{one.agency_account}"
        if key not in found or found[key].about is None:
            found[key] = OwnProfile(one.platform, one.handle, one.about, one.about is not None)
    accounts = gathered.accounts
    keys = accounts["platform"] + ":" + accounts["account_id"]
    seen = accounts[keys.isin(list(found)) & accounts["description"].notna()]
    for key, said in zip(keys[seen.index], seen["description"], strict=True):
        if found[key].about is None:
            found[key] = OwnProfile(found[key].platform, found[key].handle, said, whole=False)
    return tuple(found.values())
