"""Writes the lists kept by hand: facebook-list.xlsx and linkedin-list.csv, with their damage."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter
from make_account import Account
from make_files import write_text
from make_parliament import House
from make_world import World

_TITLES = ("Facebook pages that we follow, 2026", "Kept by the online team, dates day/month/year")
_HEADING = ("Page name", "Link", "What", "Date noticed", "Post link", "Notes")
_NOT_UNDERSTOOD = ("A page about kites", "ask Hine which page this was", "follow", "", "", "")
_DATES = ("3/07/2026", "14/07/2026", "28 Jul 26", "9/08/2026", "21/08/2026", "2/09/2026", "")
FACEBOOK_BODIES, LINKEDIN_BODIES = 16, 14
Cells = Sequence[str]


def followed_on_facebook(house: House, world: World) -> list[Account]:
    """Give the pages followed: three parties, three members, a flagged outlet and the bodies."""
    parties = [house.party_accounts[f"party:{name}"] for name in ("kauri", "rimu", "totara")]
    members = [*house.members["party:kauri"][:2], house.members["party:rimu"][0]]
    outlet = world.outlets["moa"].account
    return [*parties, *members, outlet, *world.followed(FACEBOOK_BODIES, skip=30)]


def followed_on_linkedin(world: World) -> list[Account]:
    """Give the organisations followed."""
    return list(world.followed(LINKEDIN_BODIES, skip=50))


def write_facebook(path: Path, house: House, world: World) -> dict[str, int]:
    """Write the workbook and give the number of rows of each kind that it must yield."""
    follows = followed_on_facebook(house, world)
    minister = house.members["party:kauri"][1]
    liked = [minister, *world.followed(5, skip=33)]
    shared = [world.outlets["moa"].account, *world.followed(3, skip=36)]
    rows = [_facebook_row(account, "follow", n) for n, account in enumerate(follows)]
    rows[9] = ("=1+1 Friends of Kites", *rows[9][1:])
    rows += [_facebook_row(account, "like", n) for n, account in enumerate(liked)]
    rows += [_facebook_row(account, "share", n) for n, account in enumerate(shared)]
    total = ("Total", str(len(rows) + 1), "", "", "", "")
    _workbook(path, [*((title,) for title in _TITLES), (), _HEADING, *rows, _NOT_UNDERSTOOD, total])
    return {"follow": len(follows), "like": len(liked), "repost": len(shared)}


def write_linkedin(path: Path, world: World) -> dict[str, int]:
    """Write a CSV with semicolons, as a New Zealand Excel set to another region does."""
    follows = followed_on_linkedin(world)
    rows = [
        (account.name, f"https://www.linkedin.com/{account.linkedin}/", _DATES[n % 6])
        for n, account in enumerate(follows)
    ]
    rows.append(("Friends of Bells", "4,1E+18", ""))
    text = "".join(
        ";".join(row) + "\r\n" for row in [("Organisation", "Link", "Followed on"), *rows]
    )
    write_text(path, text)
    return {"follow": len(follows)}


def _facebook_row(account: Account, what: str, number: int) -> Cells:
    page = f"https://www.facebook.com/{account.facebook}"
    post = "" if what == "follow" else f"{page}/posts/41000{number:07}"
    return (account.name, page, what, _DATES[number % len(_DATES)], post, "")


def _workbook(path: Path, rows: Sequence[Cells]) -> None:
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as workbook:
        workbook.set_properties({"created": datetime(2026, 10, 4, 9, 0, tzinfo=UTC)})
        sheet = workbook.add_worksheet("Facebook")
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
