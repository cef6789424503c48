"""Four quarters of the shipped sample, and what was planted in its files in each.

Every quarter's exports are the shipped bytes, edited as a later download would differ; the Bluesky
account is read through its interface, since no export says what became of an account.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from audit import config, shipped
from audit.period import NEW_ZEALAND
from audit.run.make import Made
from tests.run.job import OUTSIDE, run
from tests.run.own_bluesky import FOLLOW, LIKE, block
from tests.run.returning import Cells, fill
from tests.run.sample_files import FOLLOWS, Sample
from tests.run.sample_network import HANDLE, network_of
from tests.servers.local import serving


def web_address(uri: str) -> str:
    """Give the address of a post of Bluesky on the web."""
    did, _, key = uri.removeprefix("at://").split("/")
    return f"https://bsky.app/profile/{did}/post/{key}"


READ_ON = tuple(
    datetime(year, month, 5, 9, tzinfo=NEW_ZEALAND)
    for year, month in ((2026, 10), (2027, 1), (2027, 4), (2027, 7))
)
# Who is meant, as the sample's scripts number and name them.
RIVERS, COUNCIL, JOURNAL, RADIO = (
    f"did:plc:tauira{one}"
    for one in (
        "qslrwgrsblaiczymv7", "7ojkkn6adph3ccaxp2", "qrtevuqbogob2mne2t", "2visjvnkugp7jcujcd",
    )
)  # fmt: skip
PUKEKO, RURU = "did:plc:tauirav7ydnkyffxlsfhsymo", "did:plc:tauiraed3klt2ydomgt7lvau"
LIKED = network_of(Path(__file__).parents[2] / "sample").liked(PUKEKO)
GULL, KEA, KAREAREA = "4100094256100902707", "4100094360829903710", "4100094675016906719"
TIDES, NEW_ON_X, LEFT_ON_X = "4100073310300702107", "4100084830490812437", "4100073415029703110"
WEKA = "weka@loud.tauira.example"
LEFT_ON_MASTODON, UNSEEN, DAMAGED = (
    f"{one}@social.tauira.example" for one in ("musorcha", "frifootp", "coufootp")
)
LEFT_PAGE, LOST_PAGE = "musferri.tauira", "friferri.tauira"
_REGISTER = "House of Tauira (invented),https://whare.tauira.example/members,2027-03-01"
_STANDS = "per:wiremu-ruru,candidate,party:rimu,Kōwhai Coast,,2026-09-07"
_LIST = "Ministry of Example: outlets to look at, 2026"
_DUE, _LONG = date(2026, 11, 30), date(2027, 12, 31)

_UNFOLLOW = {"decision": "Unfollow", "due": _DUE}
_KEEP = {"decision": "Keep", "reason": "A partner"}
DECIDED: dict[tuple[str, str, str], Cells] = {
    ("bluesky", "follow", PUKEKO): _UNFOLLOW,
    ("x", "follow", KEA): _UNFOLLOW,
    ("x", "follow", GULL): _UNFOLLOW,
    ("x", "follow", KAREAREA): {"decision": "Escalate", "owner": "DCE"},
    ("facebook", "follow", "moa.tauira"): _KEEP | {"due": _LONG},
    ("mastodon", "follow", WEKA): _KEEP | {"due": date(2027, 2, 28)},
    ("bluesky", "repost", PUKEKO): {"decision": "Keep"},
    ("mastodon", "repost", WEKA): _KEEP,
    ("bluesky", "like", web_address(LIKED[0])): {"decision": "Undo like", "due": _DUE},
}


def _before(sample: Sample) -> None:
    """Let the lists outlast the year but for one row, and name an account by its handle."""
    sample.edit("flagged.csv", "2027-06-30", "2028-06-30")
    path = sample.folder / "flagged.csv"
    lines = path.read_text("utf-8").splitlines()
    lines = [
        line.replace("2028-06-30", "2027-05-31") if f"mastodon:@{WEKA}" in line else line
        for line in lines
    ]
    by_handle = f'"{_LIST}",account,bluesky:@council.tauira.example,named,,,2026-08-01,2028-06-30'
    path.write_text("\n".join([*lines, by_handle, ""]), "utf-8")
    sample.network.handles |= {COUNCIL: "council.tauira.example"}


def _summer(sample: Sample) -> None:
    network = sample.network
    network.undo(FOLLOW, RIVERS)
    network.undo(FOLLOW, PUKEKO)
    network.undo(LIKE, LIKED[0])
    network.handles |= {COUNCIL: "fellowship.tauira.example", RADIO: "another.tauira.example"}
    sample.follow_on_x(NEW_ON_X)
    sample.unfollow_on_x(KEA)
    sample.edit(FOLLOWS, f"{LEFT_ON_MASTODON},true,true,\n", "")
    sample.on_facebook("ask Hine")


def _autumn(sample: Sample) -> None:
    network = sample.network
    network.follow(RIVERS, "2027-02-03")
    network.deleted.add(JOURNAL)
    sample.follow_on_x(KEA)
    sample.add_line(
        "register/accounts.csv",
        f"org:ratepayers-of-tauira,bluesky,another.tauira.example,{RADIO},,,,current,{_REGISTER}",
    )
    sample.add_line("flagged.csv", f'"{_LIST}",account,x:{TIDES},named,,,2027-02-01,')
    sample.on_facebook(LEFT_PAGE)
    sample.edit(FOLLOWS, f"{UNSEEN},true,true,\n", "")
    sample.edit(FOLLOWS, DAMAGED, "no address at all")


def _winter(sample: Sample) -> None:
    network = sample.network
    network.undo(FOLLOW, JOURNAL)
    network.like(LIKED[0], "2027-05-06")
    sample.edit("register/offices.csv", f"{_STANDS},,House", f"{_STANDS},2027-05-08,House")
    won = _STANDS.replace("candidate", "member").replace("2026-09-07", "2027-05-09")
    sample.add_line("register/offices.csv", f"{won},,{_REGISTER}")
    sample.unfollow_on_x(LEFT_ON_X)
    sample.edit(FOLLOWS, "no address at all", DAMAGED)
    sample.on_facebook(LOST_PAGE, say="ask Hine")


QUARTERS = (_before, _summer, _autumn, _winter)


def named(made: Made) -> dict[tuple[str, str, str], str]:
    """Give the numbers of items of flagged accounts, by platform, kind and account.

    An account of which several likes are found is named by the post.
    """
    found = [one for one in made.review.findings if one.check.startswith("flagged-source")]
    twice = ("bluesky", "like")
    return {
        (
            one.platform,
            one.kind,
            one.post_url if (one.platform, one.kind) == twice else one.subject.account_id,
        ): one.item
        for one in found
    }


def play(folder: Path) -> Iterator[Made]:
    """Run the four quarters, and decide in the workbook of the first."""
    shipped.lay_out(folder)
    sample = Sample(folder / "sample", network_of(folder / "sample"))
    with serving(sample.network.answer) as (address, _):
        settings = folder / "config.toml"
        text = settings.read_text("utf-8")
        start = text.index('platform = "bluesky"')
        end = text.index("[[account]]", start)
        settings.write_text(f"{text[:start]}{block(address, HANDLE)}\n{text[end:]}", "utf-8")
        for change, now in zip(QUARTERS, READ_ON, strict=True):
            change(sample)
            sample.downloaded_on(now.date() - timedelta(days=1))
            outside = replace(OUTSIDE, now=lambda now=now: now, full=change is not _autumn)
            made = run(config.load(settings), now=now, outside=outside)
            if change is _before:
                items = named(made)
                fill(made.workbook, {items[key]: cells for key, cells in DECIDED.items()})
            yield made
