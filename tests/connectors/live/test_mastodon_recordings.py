"""Mastodon, against what real servers answered when they were recorded."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from connectors.errors import AuthError, SourceError
from connectors.live.mastodon import CONNECTOR
from tests.connectors.live.reading import Reader, covered, of_kind
from tests.servers.local import Asked, Written, serving
from tests.servers.mastodon.recordings import every_answer, need_recordings, recorded, replaying

pytestmark = pytest.mark.slow
TOKEN = "planted-mastodon-secret"  # noqa: S105 - planted to be looked for
US = "mastodonpy_test"
HOME = f"{US}@localhost:3000"
# The page after the second one was not recorded: it is taken for the end.
WHOLE = ("test_verify_credentials", "test_instance", "test_account_lookup", "test_favourites",
         "test_account_following", "test_fetch_next_previous")  # fmt: skip


@pytest.fixture(autouse=True)
def _recordings() -> None:
    need_recordings()


def reader_of(address: str, folder: Path) -> Reader:
    return Reader(CONNECTOR, US, address, TOKEN, folder)


def test_a_recorded_account_is_read_whole(tmp_path: Path) -> None:
    with serving(replaying(*WHOLE)) as (address, asked):
        collected = reader_of(address, tmp_path).read()
    assert collected.agency_account == HOME
    assert set(collected.coverage["status"]) == {"complete"}
    posts = of_kind(collected, "post")
    assert len(posts) == 10  # two recorded pages of 5
    assert all("/statuses/" in one["post_id"] for one in posts)
    assert [one["happened_at"] for one in posts] == sorted(
        (one["happened_at"] for one in posts), reverse=True
    )
    assert len([one for one in asked if "/statuses" in one.path]) == 3
    assert all(one.headers["Authorization"] == f"Bearer {TOKEN}" for one in asked)
    assert (covered(collected, "like")["fetched"], covered(collected, "follow")["fetched"]) == (
        0,
        0,
    )


def test_recorded_refusals_are_understood(tmp_path: Path) -> None:
    with serving(replaying("test_account_lookup")) as (address, _):
        nobody = replace(
            reader_of(address, tmp_path), handle="kljadklajsdkljlkjlkjlkjasdasd", token=""
        )
        with pytest.raises(SourceError, match="knows no such account"):
            nobody.read()
    body = next(one.body for _, one in every_answer() if one.status == 401)
    refusing = serving(lambda _: Written(body, 401))
    with refusing as (address, _), pytest.raises(AuthError, match="does not know the token"):
        reader_of(address, tmp_path).read()


def everything(value: Any, mark: str) -> Iterator[dict[str, Any]]:
    """Give each object with a key, wherever it stands in an answer."""
    if isinstance(value, dict):
        if mark in value:
            yield value
        for one in value.values():
            yield from everything(one, mark)
    if isinstance(value, list):
        for one in value:
            yield from everything(one, mark)


def once(mark: str) -> list[dict[str, Any]]:
    """Give each recorded post or account once, as it was recorded first."""
    found = (one for _, answer in every_answer() for one in everything(answer.value, mark))
    by_id: dict[str, dict[str, Any]] = {}
    for one in found:
        by_id.setdefault(one["id"], one)
    return list(by_id.values())


def arranged(accounts: list[dict[str, Any]], posts: list[dict[str, Any]]) -> Any:
    """Answer with lists that hold all that was recorded, though no such list was."""
    (ours, *_) = (one.value for one in recorded("test_verify_credentials") if one.status == 200)
    own = [one for one in posts if one["account"]["id"] == ours["id"]]
    lists = {"following": accounts, "favourites": posts, "statuses": own}

    def answer(asked: Asked) -> Written:
        name = asked.path.partition("?")[0].rpartition("/")[2]
        value = ours if name == "verify_credentials" else lists.get(name)
        return Written(
            json.dumps(value).encode(), 200 if value else 404, {"Link": '<x>; rel="prev"'}
        )

    return answer


def test_every_recorded_post_and_account_is_understood(tmp_path: Path) -> None:
    accounts, posts = once("followers_count"), once("reblogs_count")
    assert (len(accounts), len(posts)) == (15, 228)
    with serving(arranged(accounts, posts)) as (address, _):
        collected = replace(reader_of(address, tmp_path), handle=f"{US}@home.example").read()
    assert set(collected.coverage["status"]) == {"complete"}
    assert len(of_kind(collected, "follow")) == len(accounts)
    assert len(of_kind(collected, "like")) == len(posts)
    assert all("not a record" not in reason for one in collected.tallies for reason in one.reported)
    assert len(of_kind(collected, "repost")) > 0
    assert not any("/@" in one["url"] for one in of_kind(collected, "link"))  # what is quoted
    quotes = of_kind(collected, "quote")
    assert {one["account_id"] for one in quotes if one["post_id"]} == {f"{US}@home.example"}
    assert {one["unknown_reason"] for one in quotes if not one["post_id"]} <= {"not_permitted"}
