"""A workbook of good, doubtful and wrong rows, and platforms that know some of its accounts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from audit.cli import execute
from audit.review.gaps import HEADERS, SHEET
from tests.servers.platforms import Account, Platforms

NOW = ("--now", "2026-10-06T09:00:00+13:00")
TOKEN = "planted-secret"  # noqa: S105 - planted to be looked for
SERVER = "whare.tauira.example"
EVIDENCE = "https://whare.tauira.example/members"
PLATFORMS = ("bluesky", "mastodon", "x", "facebook", "youtube")
RIMU = "4100052469229502510"  # the X id of the Rimu Party in the sample's register
Known = Callable[[str], Account]


@dataclass(frozen=True)
class Row:
    """What a person wrote, what the platform knows by the member's name, and what must come of it.

    ``again`` is what must come of it without asking anybody.
    """

    platform: str
    handle: str
    known: Known | None
    bucket: str
    words: str = ""
    again: str = "taken"


def account(handle: str, id_: str = "", name: str = "", **more: str) -> Known:
    return lambda member: Account(id_ or f"id:{handle}", handle, name or f"Hon {member} MP", **more)


ROWS = (
    Row("bluesky", "good.tauira.example", account("good.tauira.example", "did:plc:good"), "taken"),
    Row("bluesky", "nobody.tauira.example", None, "wrong", "Bluesky knows no such account"),
    Row(
        "bluesky",
        "shut.tauira.example",
        account("shut.tauira.example", state="suspended"),
        "wrong",
        "Bluesky has suspended it",
    ),
    Row(
        "bluesky",
        "other.tauira.example",
        account("other.tauira.example", name="A Bakery"),
        "doubtful",
        "it calls itself 'A Bakery'",
    ),
    Row(
        "mastodon",
        f"good@{SERVER}",
        account(f"good@{SERVER}", f"https://{SERVER}/users/good"),
        "taken",
    ),
    Row(
        "mastodon",
        f"old@{SERVER}",
        account(f"old@{SERVER}", moved="new@other.example"),
        "wrong",
        "it has moved to @new@other.example",
    ),
    Row("x", "Good_Tauira_X", account("good_tauira_x", "41"), "taken"),
    Row(
        "x",
        "rimu_renamed",
        account("rimu_renamed", RIMU),
        "wrong",
        "its id is that of the account of party:rimu",
    ),
    Row("x", "kauri_fan_tauira", account("kauri_fan_tauira"), "doubtful", again="doubtful"),
    Row("x", "a_much_too_long_one", None, "doubtful", "it could not be looked up: X answers for"),
    Row(
        "bluesky",
        "rimu.tauira.example",
        None,
        "wrong",
        "as the account of party:rimu",
        again="wrong",
    ),
    Row("facebook", "good.tauira.page", None, "taken", "not confirmed: Facebook cannot be asked"),
    Row("youtube", "good.tauira", None, "doubtful", "variable UNSET_KEY is not set"),
)
BLOCKS = """
[[account]]
platform = "x"
handle = "manatu_tauira"
read = "api"
token_env = "X_TOKEN"
government_use_agreed = true
base_url = "{address}"

[[account]]
platform = "bluesky"
handle = "manatu.tauira.example"
read = "api"
appview_url = "{address}"

[[account]]
platform = "youtube"
handle = "manatu"
read = "api"
token_env = "UNSET_KEY"
base_url = "{address}"
"""


def gaps(config: str, *arguments: str) -> int:
    return execute(["register", "gaps", "--config", config, *NOW, *arguments])


def filled_in(config: str, path: Path) -> Platforms:
    """Fill in a new workbook as a person would; give the platforms that know these accounts."""
    named = [part for one in PLATFORMS for part in ("--platform", one)]
    assert gaps(config, *named, "--out", str(path)) == 0
    book = load_workbook(path)
    sheet = book[SHEET]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    column = {key: columns[header] for key, header in HEADERS.items()}
    free: dict[str, list[int]] = {}
    for line in range(2, sheet.max_row + 1):
        free.setdefault(str(sheet.cell(line, column["platform"]).value).casefold(), []).append(line)
    known: dict[str, list[Account]] = {}
    for row in ROWS:
        line = free[row.platform].pop(0)
        member = str(sheet.cell(line, column["name"]).value)
        given = {
            "handle": f"@{row.handle}",
            "evidence_url": EVIDENCE,
            "checked_by": "Kiri",
            "checked_on": date(2026, 10, 5),
        }
        for key, value in given.items():
            sheet.cell(line, column[key], value)
        if row.known:
            known.setdefault(row.platform, []).append(row.known(member))
    book.save(path)
    return Platforms({name: tuple(there) for name, there in known.items()}, SERVER, TOKEN)


def with_platforms(config: str, address: str) -> None:
    """Let the configuration name platforms at an address."""
    path = Path(config)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + BLOCKS.format(address=address), encoding="utf-8")
