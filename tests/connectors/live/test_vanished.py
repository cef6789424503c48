"""Accounts that a list of follows lacks: whose state is told, from the kept pages alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from connectors.collected import Collected
from connectors.live.vanished import MOST, most_asked
from connectors.live.x import CONNECTOR
from tests.connectors.live.mastodon_written import TOKEN, Server, account, json_of, reader, us
from tests.connectors.live.reading import Reader, covered
from tests.connectors.live.x_reading import reader_of
from tests.servers.local import Asked, Written, serving
from tests.servers.x import example
from tests.servers.x.fake import serving_x

KEA = "kea@birds.example"


def read(one: Reader, *followed: str) -> Collected:
    asking = replace(one.asking, followed=followed)
    platform = one.connector.platform
    return one.connector.read(one.account, asking).validated(platform)


def states(collected: Collected) -> dict[str, str]:
    accounts = collected.accounts
    return dict(zip(accounts["account_id"], accounts["status"], strict=True))


def test_on_x_the_kept_pages_alone_tell_the_same_again(tmp_path: Path) -> None:
    fake = example.x_of(example.agency())
    with serving_x(fake) as address:
        one = reader_of(address, fake, tmp_path, kinds=("follow",))
        asked = read(one, example.RIMU, example.KAURI, example.TOTARA, example.OTHER, "@by_handle")
    assert states(asked) == {
        example.MATAI: "active",
        example.NIKAU: "protected",
        example.RIMU: "active",
        example.KAURI: "suspended",
        example.TOTARA: "deleted",
        example.OTHER: "active",
    }
    assert covered(asked, "follow")["fetched"] == 3
    (about,) = [call for call in fake.calls if call.startswith("/2/users?")]
    assert example.RIMU not in about.partition("ids=")[2].partition("&")[0].split("%2C")
    again = read(one)  # nobody answers any more
    assert states(again) == states(asked)
    assert one.connector is CONNECTOR


def test_on_x_a_question_costs_what_it_gave(tmp_path: Path) -> None:
    fake = example.x_of(example.agency())
    with serving_x(fake) as address:
        one = reader_of(address, fake, tmp_path, kinds=("follow",))
        read(one)
        before = one.budget.usd
        read(one, example.KAURI, example.OTHER)
    assert one.budget.usd - before == pytest.approx(0.01)


def answering(answer: object) -> Server:
    return Lookups(us(following_count=0), answer)


class Lookups(Server):
    """A server that answers every look-up so."""

    def __init__(self, own: dict[str, object], answer: object) -> None:
        super().__init__(own)
        self.looked_up = answer

    def answer(self, asked: Asked) -> Written:
        return json_of(self.looked_up) if "/lookup" in asked.path else super().answer(asked)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (account(KEA), "active"),
        (account("tui@birds.example"), None),  # of another one
        ({**account(KEA), "created_at": "0001-01-01T00:00:00Z", "note": 7}, "active"),
        ({**account(KEA), "moved": account("kaka@birds.example")}, "moved"),
        ({**account(KEA), "acct": ["kea"]}, None),
    ],
)
def test_on_mastodon_an_answer_counts_for_the_account_it_is_of(
    answer: object, state: str | None, tmp_path: Path
) -> None:
    with serving(answering(answer).answer) as (address, _):
        one = reader(address, tmp_path, TOKEN)
        collected = read(one, KEA)
    assert states(collected).get(KEA) == state
    assert states(read(one)) == states(collected)  # nobody answers any more


def test_a_list_that_is_hidden_asks_about_nobody(tmp_path: Path) -> None:
    server = Server(us(following_count=3, hide_collections=True))
    with serving(server.answer) as (address, asked):
        read(reader(address, tmp_path), KEA)
    assert [one.path for one in asked if "kea" in one.path] == []


def test_a_plan_says_what_it_takes_at_most() -> None:
    assert "up to 500 for each account of yours: up to 5 requests and US$5.00" in most_asked("x")
    assert "up to 200 for each account of yours: up to 400 requests," in most_asked("mastodon")
    assert most_asked("bluesky") == ""
    assert MOST.keys() == {"x", "mastodon"}
