"""Writes the agency's own lists: flagged.csv and purposes.csv."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import make_bluesky
import make_hand_lists
import make_mastodon
import make_x
from make_account import Account
from make_files import csv_text, write_text
from make_parliament import House
from make_world import BODIES, Outlet, World

_FLAGGED = ("list", "kind", "key", "label", "reason", "evidence_url", "as_at", "expires")
_PURPOSES = ("platform", "account", "purpose", "owner", "review_by")
_WHY = {letters: why for _, letters, why in BODIES}
_REASON = "We look again before we follow, share or link to outlets that are named there."
_TEAMS = ("Online team", "Media team", "Library", "Policy", "Community team")
_NO_PURPOSE_EACH = 14
_OVERDUE_EACH = 45
_OVERDUE = "2026-05-31"
# An account of each platform on which an outlet is met, and how a list names it there.
_MET_ON = {
    "gull": ("x",),
    "kea": ("x",),
    "weka": ("mastodon",),
    "pukeko": ("bluesky",),
    "karearea": ("x",),
    "moa": ("facebook",),
}


def write_flagged(path: Path, world: World) -> None:
    """Write the list of flagged outlets: their accounts, hosts and addresses on shared hosts."""
    rows = [row for outlet in world.outlets.values() for row in _flagged(outlet)]
    write_text(path, csv_text(_FLAGGED, rows))


def write_purposes(path: Path, house: House, world: World) -> int:
    """Write why accounts are followed; give how many follows it leaves out or has overdue."""
    everyone = list(_everyone(house, world))
    kept = [
        (platform, account)
        for number, (platform, account) in enumerate(everyone)
        if number % _NO_PURPOSE_EACH != 7 and account.group != "flagged"
    ]
    rows = [_purpose(number, *follow) for number, follow in enumerate(kept)]
    write_text(path, csv_text(_PURPOSES, rows))
    overdue = sum(row["review_by"] == _OVERDUE for row in rows)
    return len(everyone) - len(rows) + overdue


def _flagged(outlet: Outlet) -> Iterator[dict[str, str]]:
    keys = [("account", key) for key in _account_keys(outlet)]
    keys.append(("host", outlet.host))
    keys += [("path", outlet.path)] if outlet.path else []
    for kind, key in keys:
        yield {
            "list": "Ministry of Example: outlets to look at, 2026",
            "kind": kind,
            "key": key,
            "label": outlet.label,
            "reason": _REASON,
            "evidence_url": f"https://www.press-panel.example/outlets/{outlet.account.stem}",
            "as_at": "2025-02-10" if outlet.account.stem == "huia" else "2026-08-01",
            "expires": outlet.expires,
        }


def _account_keys(outlet: Outlet) -> Iterator[str]:
    account = outlet.account
    for platform in _MET_ON.get(account.stem, ()):
        # The Wire is listed by its handle alone, as a list that a person keeps often does.
        by_id = account.stem != "karearea" and account.stable_id(platform)
        yield f"{platform}:{by_id or f'@{account.handle(platform)}'}"


def _everyone(house: House, world: World) -> Iterator[tuple[str, Account]]:
    follows: dict[str, Sequence[Account]] = {
        "x": make_x.followed(house, world),
        "mastodon": make_mastodon.followed(house, world),
        "bluesky": make_bluesky.followed(house, world),
        "facebook": make_hand_lists.followed_on_facebook(house, world),
        "linkedin": make_hand_lists.followed_on_linkedin(world),
    }
    for platform, accounts in follows.items():
        for account in accounts:
            yield platform, account


def _purpose(number: int, platform: str, account: Account) -> dict[str, str]:
    overdue = number % _OVERDUE_EACH == 20
    return {
        "platform": platform,
        "account": account.stable_id(platform) or account.handle(platform),
        "purpose": _WHY.get(account.group, "Follow what the House says about our work"),
        "owner": _TEAMS[number % len(_TEAMS)],
        "review_by": _OVERDUE if overdue else f"2027-{number % 9 + 1:02}-28",
    }
