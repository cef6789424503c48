"""Follows that are gone from a list read through an interface: we acted, or the account went."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from audit.period import NEW_ZEALAND
from audit.review.model import Review
from audit.run import make
from audit.run.make import Made
from audit.run.verification import verify
from connectors.live.pages import PageFolder
from connectors.lookup import mastodon
from tests.run.job import NOW, OUTSIDE, lay_out, run
from tests.run.own_bluesky import configured
from tests.servers.local import Asked, Time, Written
from tests.servers.mastodon.running import MastodonServer
from tests.servers.platforms import Platforms, platforms
from tests.servers.x import example
from tests.servers.x.fake import X, serving_x
from tests.servers.x.world import Account, Post, post_id

pytestmark = pytest.mark.slow  # each runs the main job twice or more against a server

BEFORE = datetime(2026, 7, 6, 6, 30, tzinfo=NEW_ZEALAND)
OURS, STRANGERS = "whare.tauira.example", "manu.tauira.example"
TUI, RURU, PUKEKO = f"tui@{OURS}", f"ruru@{OURS}", f"pukeko@{OURS}"
KEA, MOA, WEKA, KAKA = (f"{name}@{STRANGERS}" for name in ("kea", "moa", "weka", "kaka"))
LEFT, GOES, HIDES = "1001", "1002", "1003"
TOKEN = "planted-mastodon-secret"  # noqa: S105 - planted to be looked for


def causes(review: Review) -> dict[str, str]:
    return {item.account_id: item.what for item in review.changes.items}


def words(review: Review) -> dict[str, str]:
    return {item.account_id: item.words for item in review.changes.items}


@dataclass
class OnX:
    """The made-up agency's account on X, in a folder."""

    folder: Path
    fake: X
    address: str

    def run(self, now: datetime, limits: str = "", kinds: str = '"follow"', **rules: bool) -> Made:
        block = (
            f'platform = "x"\nhandle = "example_agency"\nread = "api"\nkinds = [{kinds}]\n'
            f'token_env = "X"\nbase_url = "{self.address}"\ngovernment_use_agreed = true\n'
        )
        outside = replace(OUTSIDE, variables={"X": example.TOKEN}, **rules)
        return run(configured(self.folder, block, limits=limits), "", now, outside)

    def changed(self) -> None:
        """Unfollow one, and let one be deleted, one suspended."""
        world = self.fake.world
        world.follows[example.US].remove(LEFT)
        world.add(Account(GOES, "person_2", state="deleted"))
        world.add(Account(HIDES, "person_3", state="suspended"))


@pytest.fixture
def on_x(tmp_path: Path) -> Iterator[OnX]:
    lay_out(tmp_path)
    fake = example.x_of(example.agency(follows=4), time=Time(NOW))
    with serving_x(fake) as address:
        yield OnX(tmp_path, fake, address)


def lookups(fake: X) -> list[str]:
    return [one for one in fake.calls if one.startswith("/2/users?")]


def pages_of(made: Made) -> Path:
    (found,) = (path for path in (made.folder / "collected").iterdir() if path.is_dir())
    return found


def test_on_x_each_lands_in_its_cause_and_one_request_is_enough(on_x: OnX, tmp_path: Path) -> None:
    on_x.run(BEFORE)
    assert not lookups(on_x.fake)  # nobody has vanished from a first list
    on_x.changed()
    made = on_x.run(NOW)
    assert causes(made.review) == {LEFT: "unfollowed", GOES: "gone", HIDES: "gone"}
    assert "deleted" in words(made.review)[GOES]
    assert "suspended" in words(made.review)[HIDES]
    assert (made.review.changes.unfollowed, made.review.changes.left) == (1, 0)
    assert len(lookups(on_x.fake)) == 1
    assert made.review.status == "complete"
    assert verify(made.folder).whole
    assert len(PageFolder(pages_of(made)).read("vanished")) == 1
    again = make.rebuild(made.folder, tmp_path / "again", lambda _: None)
    assert again.workbook.read_bytes() == made.workbook.read_bytes()


def test_a_second_run_of_the_quarter_tells_the_same(on_x: OnX) -> None:
    """It builds on a run that lacked them already, and is compared with the quarter before."""
    on_x.run(BEFORE)
    on_x.changed()
    first, second, whole = on_x.run(NOW), on_x.run(NOW), on_x.run(NOW, full=True)
    assert causes(first.review) == causes(second.review) == causes(whole.review)
    assert len(causes(first.review)) == 3


def failing(status: int) -> Callable[[Asked, int], Written | None]:
    def instead(asked: Asked, _: int) -> Written | None:
        return Written(b"{}", status) if asked.path.startswith("/2/users?") else None

    return instead


@pytest.mark.parametrize("status", [429, 503, 403])
def test_on_x_a_question_that_fails_leaves_them_unexplained(on_x: OnX, status: int) -> None:
    on_x.run(BEFORE)
    on_x.changed()
    on_x.fake.instead = failing(status)
    made = on_x.run(NOW, "max_wait = 1")
    assert causes(made.review) == dict.fromkeys([LEFT, GOES, HIDES], "left")
    notes = " ".join(made.review.limits)
    assert "no longer in the list of follows" in notes
    on_x.fake.instead = lambda _, __: None
    assert causes(on_x.run(NOW).review)[LEFT] == "unfollowed"


def test_on_x_a_spent_ceiling_leaves_them_and_the_next_run_goes_on(on_x: OnX) -> None:
    on_x.run(BEFORE)
    on_x.changed()
    made = on_x.run(NOW, "requests = 2")  # who we are, and the list
    assert causes(made.review) == dict.fromkeys([LEFT, GOES, HIDES], "left")
    before = len(on_x.fake.calls)
    assert causes(on_x.run(NOW).review)[GOES] == "gone"
    assert len(on_x.fake.calls) == before + 1


def test_a_list_that_was_not_read_to_its_end_asks_about_nobody(on_x: OnX) -> None:
    on_x.run(BEFORE)
    more = [Account(str(number), f"more_{number}") for number in range(5_000, 6_010)]
    on_x.fake.world.add(*more)
    on_x.fake.world.follows[example.US][:0] = [one.id for one in more]
    on_x.changed()

    def instead(asked: Asked, _: int) -> Written | None:
        return Written(b"{}", 400) if "pagination_token" in asked.path else None

    on_x.fake.instead = instead
    made = on_x.run(NOW)
    assert not lookups(on_x.fake)
    assert made.review.status == "partial"
    assert not {"left", "unfollowed", "gone"} & set(causes(made.review).values())


@pytest.mark.parametrize("limits", ["", "requests = 3"])
def test_a_page_of_an_earlier_run_says_nothing_of_an_account_now(on_x: OnX, limits: str) -> None:
    """The pages of likes that are taken over have the account as it was then."""
    world = on_x.fake.world
    liked = [Post(post_id(3000 + n), example.MATAI, f"Post {n}") for n in range(250)]
    liked[40] = replace(liked[40], author=GOES)
    world.write(*liked)
    world.likes[example.US] = [one.id for one in reversed(liked)]
    both = '"follow", "like"'
    on_x.run(BEFORE, kinds=both)
    on_x.changed()
    made = on_x.run(NOW, limits, kinds=both)
    assert PageFolder(pages_of(made)).has_earlier("likes")
    assert causes(made.review)[GOES] == ("left" if limits else "gone")


@dataclass
class OnMastodon:
    """An agency's account on the stateful server, in a folder."""

    folder: Path
    server: MastodonServer

    def world(self, follows: list[str], without: tuple[str, ...] = ()) -> None:
        others = [one.removesuffix(f"@{OURS}") for one in (TUI, RURU, PUKEKO, KEA, MOA, WEKA, KAKA)]
        there: list[dict[str, Any]] = [{"acct": "tauira", "token": TOKEN}]
        there += [{"acct": one} for one in others if one not in without]
        pairs = [["tauira", one.removesuffix(f"@{OURS}")] for one in follows]
        self.server.world(accounts=there, follows=pairs)

    def run(self, now: datetime, limits: str = "") -> Made:
        block = (
            f'platform = "mastodon"\nhandle = "tauira@{OURS}"\nread = "api"\nkinds = ["follow"]\n'
            f'token_env = "M"\nbase_url = "{self.server.address}"\n'
        )
        outside = replace(OUTSIDE, variables={"M": TOKEN})
        return run(configured(self.folder, block, limits=limits), "", now, outside)

    @property
    def lookups(self) -> list[str]:
        return [one for one in self.server.asked if "lookup" in one]


@pytest.fixture
def on_mastodon(
    tmp_path: Path, mastodon_server: MastodonServer, monkeypatch: pytest.MonkeyPatch
) -> OnMastodon:
    monkeypatch.setattr(mastodon, "SERVER", "http://127.0.0.1:9/{}")
    lay_out(tmp_path)
    return OnMastodon(tmp_path, mastodon_server)


def test_on_mastodon_each_lands_in_its_cause(
    on_mastodon: OnMastodon, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    on_mastodon.world([TUI, RURU, PUKEKO, KEA, MOA, WEKA])
    on_mastodon.run(BEFORE)
    assert not on_mastodon.lookups
    on_mastodon.world([TUI], without=("pukeko", MOA, WEKA))
    marks = {KEA: {"moved": {"acct": KAKA, "id": "9"}}}
    on_mastodon.server.rules(marks=marks)
    known = Platforms({"mastodon": ()}, host=STRANGERS)
    with platforms(known) as (address, asked):
        monkeypatch.setattr(mastodon, "SERVER", address)
        made = on_mastodon.run(NOW)
    assert causes(made.review) == {
        RURU: "unfollowed",
        PUKEKO: "gone",
        KEA: "gone",
        MOA: "gone",
        WEKA: "gone",
    }
    assert "moved" in words(made.review)[KEA]
    assert "deleted" in words(made.review)[PUKEKO]
    assert "deleted" in words(made.review)[MOA]
    assert len(on_mastodon.lookups) == 5
    assert len(asked) == 2  # the two of whom our server knows nothing any more
    assert all("Authorization" not in one.headers for one in asked)
    again = make.rebuild(made.folder, tmp_path / "again", lambda _: None)
    assert again.workbook.read_bytes() == made.workbook.read_bytes()


def test_whom_our_server_forgot_and_theirs_does_not_tell_of_is_unexplained(
    on_mastodon: OnMastodon,
) -> None:
    """Servers tidy up accounts that nobody there follows any more: that is no deletion."""
    on_mastodon.world([TUI, MOA])
    on_mastodon.run(BEFORE)
    on_mastodon.world([TUI], without=(MOA,))
    assert causes(on_mastodon.run(NOW).review) == {MOA: "left"}


def test_whom_our_server_has_suspended_went(on_mastodon: OnMastodon) -> None:
    on_mastodon.world([TUI, KEA])
    on_mastodon.run(BEFORE)
    on_mastodon.world([TUI])
    on_mastodon.server.rules(marks={KEA: {"suspended": True}})
    made = on_mastodon.run(NOW)
    assert causes(made.review) == {KEA: "gone"}
    assert "suspended" in words(made.review)[KEA]


def test_on_mastodon_a_question_that_is_not_answered_leaves_them_unexplained(
    on_mastodon: OnMastodon,
) -> None:
    on_mastodon.world([TUI, RURU, KEA])
    on_mastodon.run(BEFORE)
    on_mastodon.world([TUI])
    spent = "requests = 3"  # the server, our account, and the list
    assert causes(on_mastodon.run(NOW, spent).review) == {RURU: "left", KEA: "left"}
    before = len(on_mastodon.server.asked)
    made = on_mastodon.run(NOW)
    assert causes(made.review) == {RURU: "unfollowed", KEA: "unfollowed"}
    assert len(on_mastodon.server.asked) == before + 2  # it goes on from there


@pytest.mark.parametrize("status", [429, 503, 403])
def test_on_mastodon_a_refusal_leaves_them_unexplained(
    on_mastodon: OnMastodon, status: int
) -> None:
    on_mastodon.world([TUI, RURU])
    on_mastodon.run(BEFORE)
    on_mastodon.world([TUI])
    effect = {"type": "status", "status": status}
    on_mastodon.server.fault("/api/v1/accounts/lookup", effect, count=100)
    made = on_mastodon.run(NOW, "max_wait = 1")
    assert causes(made.review) == {RURU: "left"}
    assert "no longer in the list of follows" in " ".join(made.review.limits)


def test_a_run_asks_about_so_many_and_says_of_the_rest(
    on_mastodon: OnMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("connectors.live.mastodon_vanished.MOST", {"mastodon": 1})
    on_mastodon.world([TUI, RURU, KEA])
    on_mastodon.run(BEFORE)
    on_mastodon.world([TUI])
    made = on_mastodon.run(NOW)
    assert sorted(causes(made.review).values()) == ["left", "unfollowed"]
    notes = " ".join(made.review.limits)
    assert "2 accounts are no longer in the list of follows" in notes
