"""Accounts of people and parties as Wikidata states them, with ranks and days."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from audit.register.wikidata_items import WikidataItems
from audit.update.claims import Claim
from audit.update.wikidata.claim import Stated
from audit.update.wikidata.statements import Statement
from connectors.frames import PLATFORM_NAMES
from connectors.profiles import parse_profile


@dataclass(frozen=True)
class Property:
    """Whose accounts a property of Wikidata holds, and how its values are written in full."""

    platform: str
    form: str = "@{}"


PROPERTIES: Mapping[str, Property] = {
    "P2002": Property("x"),
    "P2003": Property("instagram"),
    "P2013": Property("facebook", "https://www.facebook.com/{}"),
    "P2397": Property("youtube", "{}"),
    "P4033": Property("mastodon", "{}"),
    "P4264": Property("linkedin", "company/{}"),
    "P6634": Property("linkedin", "in/{}"),
    "P7085": Property("tiktok"),
    "P11245": Property("youtube"),
    "P11892": Property("threads"),
    "P12361": Property("bluesky", "{}"),
}
_CHANNEL, _CHANNEL_HANDLE = "P2397", "P11245"
_CURRENT, _OLD = "current", "older_or_second_account"


def account_claims(
    accounts: Sequence[Statement], items: WikidataItems, stated: Stated
) -> tuple[Claim, ...]:
    """Give one claim for each account; an ended one has its last day, or is an older account.

    A preferred statement is the account in use, and the others beside it are older or second
    ones. Where there is one channel and one handle on YouTube, they are the same account.
    """
    beside: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for account in _channels_with_handles(accounts):
        beside[account.item, account.one("property")].append(account)
    return tuple(
        _claim(account, group, items, stated) for group in beside.values() for account in group
    )


def _channels_with_handles(accounts: Sequence[Statement]) -> list[Statement]:
    """Put the one channel in use and the one handle in use of an owner together."""
    in_use: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for account in accounts:
        if not account.ended:
            in_use[account.item, account.one("property")].append(account)
    joined = {id(account): account for account in accounts}
    for item in {account.item for account in accounts}:
        channels, handles = in_use[item, _CHANNEL], in_use[item, _CHANNEL_HANDLE]
        if len(channels) == len(handles) == 1:
            values = {**handles[0].values, "number": channels[0].values["handle"]}
            joined[id(handles[0])] = replace(handles[0], values=values)
            del joined[id(channels[0])]
    return list(joined.values())


def _claim(
    account: Statement, beside: Sequence[Statement], items: WikidataItems, stated: Stated
) -> Claim:
    known = PROPERTIES[account.one("property")]
    written = known.form.format(account.one("handle"))
    profile = parse_profile(written, known.platform)
    problem = account.problem
    if profile is None or profile.platform != known.platform:
        place = PLATFORM_NAMES[known.platform]
        profile, problem = None, f"{account.one('handle')!r} names no account on {place}."
    handle = (profile.handle or "") if profile else ""
    given_id = profile.account_id if profile and not profile.handle else account.one("number")
    party = items.parties.get(account.item, "")
    cells = {
        "platform": known.platform,
        "handle": handle,
        "platform_id": given_id,
        "role": "party" if party else "",
        "from": account.from_,
        "to": account.to,
        "status": _status(account, beside),
    }
    return stated.claim("accounts", account.item, cells, problem, party)


def _status(account: Statement, beside: Sequence[Statement]) -> str:
    """Say how sure it is that the account is in use: as the register's own words for it."""
    if account.to:
        return ""
    if account.ended:
        return _OLD
    if account.preferred:
        return _CURRENT
    return _OLD if any(one.preferred and not one.ended for one in beside) else ""
