"""What X refuses, asks to wait for or wants to be paid for, and what is kept of it."""

import logging
from dataclasses import replace
from pathlib import Path

import pytest

from connectors.collected import Collected
from connectors.errors import AuthError, FollowAuditError, QuotaSpent, SourceError
from connectors.live.budget import Budget
from connectors.live.x import CONNECTOR
from tests.connectors.live.reading import covered, kept_bytes, of_kind
from tests.connectors.live.x_reading import XReader, reader_of
from tests.servers.local import Asked, Written
from tests.servers.platforms import written
from tests.servers.x import faults
from tests.servers.x.example import FOUR, OTHER_TOKEN, TOKEN, agency, x_of
from tests.servers.x.fake import X, serving_x
from tests.servers.x.spelling import NEW, OLD


def read(fake: X, folder: Path, **rules: object) -> tuple[Collected, XReader]:
    with serving_x(fake) as address:
        reader = reader_of(address, fake, folder, **rules)
        return reader.read(), reader


@pytest.mark.parametrize(
    ("answer", "error", "said"),
    [
        (faults.unauthorised(), AuthError, "Get a new one"),
        (faults.plain(401), AuthError, "Get a new one"),
        (faults.plain(404), SourceError, "HTTP 404"),
        (faults.not_enrolled(), AuthError, "attach it to a project"),
        (faults.no_credits(), QuotaSpent, "credits for X are spent"),
        (faults.no_credits(newer=True), QuotaSpent, "credits for X are spent"),
        (faults.cap_reached(), QuotaSpent, "for this month are spent"),
        (written({"title": "Not Found"}, 404), SourceError, "HTTP 404"),
        (Written(b"", 302, {"Location": "https://elsewhere.example"}), SourceError, "HTTP 302"),
    ],
)
def test_a_refusal_is_said_and_asked_once(
    tmp_path: Path, answer: Written, error: type[FollowAuditError], said: str
) -> None:
    fake = x_of(agency(), instead=lambda _, __: answer)
    with serving_x(fake) as address:
        reader = reader_of(address, fake, tmp_path)
        with pytest.raises(error, match=said) as raised:
            reader.read()
    assert TOKEN not in str(raised.value)
    assert len(fake.calls) == 1
    assert fake.time.slept == []


@pytest.mark.parametrize(
    "token", ["", "one:two", "a:b:c:", "not bearable", "line\nbreak", "a:b:c:d:e", "māori"]
)
def test_what_cannot_be_a_credential_is_refused_and_not_repeated(
    tmp_path: Path, token: str
) -> None:
    fake = x_of(agency())
    with serving_x(fake) as address, pytest.raises(AuthError, match="four parts") as raised:
        reader_of(address, fake, tmp_path, token=token).read()
    assert not token or token not in str(raised.value)
    assert fake.calls == []


def test_a_full_window_is_waited_for_by_the_header_of_x(tmp_path: Path) -> None:
    def pass_time(_: Asked, number: int) -> None:
        fake.time.sleep(400 if number == 3 else 0)

    fake = x_of(agency(follows=1_500), limits={"following": 1}, instead=pass_time)
    found, _ = read(fake, tmp_path, kinds=("follow",), token=":".join(FOUR))
    assert len(of_kind(found, "follow")) == 1_503
    assert [one for one in fake.time.slept if one] == [400, 500]


def test_a_window_that_is_too_long_leaves_a_part_and_the_next_run_goes_on(tmp_path: Path) -> None:
    world = agency(follows=1_500)
    fake = x_of(world, limits={"following": 1})
    found, reader = read(fake, tmp_path, kinds=("follow",))
    row = covered(found, "follow")
    assert (row["status"], row["fetched"]) == ("partial", 998)
    assert "Run again after 2026-11-24" in row["reason"]
    fake.time.sleep(1_000)
    whole, _ = read(fake, reader.folder, kinds=("follow",))
    assert covered(whole, "follow")["status"] == "complete"
    assert fake.count("following") == 3


def test_credits_that_run_out_leave_what_came_before(tmp_path: Path) -> None:
    fake = x_of(agency(follows=900, likes=300), credits=1_000)
    found, _ = read(fake, tmp_path)
    assert covered(found, "follow")["status"] == "complete"
    assert covered(found, "like")["status"] == "partial"
    assert "credits for X are spent" in covered(found, "like")["reason"]
    assert covered(found, "post")["status"] == "failed"


def test_stopped_anywhere_and_begun_again_the_frames_are_the_same(tmp_path: Path) -> None:
    def stop_at(place: int) -> Written | None:
        return faults.no_credits() if place % 2 == 0 else None

    world = agency(follows=2_100, likes=250, posts=300)
    whole, _ = read(x_of(world), tmp_path / "whole")
    fake = x_of(world, instead=lambda _, number: stop_at(number))
    again = _until_whole(fake, tmp_path / "stopped", whole)
    for frame in ("interactions", "accounts", "coverage"):
        assert getattr(whole, frame).equals(getattr(again, frame)), frame
    asked = [one for number, one in enumerate(fake.calls, 1) if number % 2]
    assert len(asked) == len(set(asked))


def _until_whole(fake: X, folder: Path, whole: Collected) -> Collected:
    for _ in range(30):
        try:
            again, _ = read(fake, folder)
        except QuotaSpent:
            continue
        if again.coverage.equals(whole.coverage):
            return again
    raise AssertionError("it never came to its end")


def test_a_second_run_asks_for_follows_whole_and_for_the_rest_a_page(tmp_path: Path) -> None:
    world = agency(follows=1_200, likes=900, posts=900)
    first = x_of(world)
    whole, reader = read(first, tmp_path / "first")
    second = x_of(world)
    again, _ = read(second, tmp_path / "second", last=reader.folder)
    assert second.count("following") == first.count("following") == 2
    assert (second.count("liked_tweets"), second.count("42/tweets")) == (1, 1)
    assert len(again.interactions) == len(whole.interactions)


def test_names_that_x_overlooks_are_tried_in_the_other_spelling(tmp_path: Path) -> None:
    counts = {"public_metrics": {"tweet_count": 14, "following_count": 5, "like_count": 3}}
    me = written({"data": {"id": "42", "name": "Us", "username": "Example_Agency", **counts}})
    fake = x_of(
        agency(),
        spells=(NEW,),
        ignores=True,
        instead=lambda asked, _: me if "/users/me" in asked.path else None,
    )
    found, _ = read(fake, tmp_path / "new")
    known, _ = read(x_of(agency(), spells=(OLD,)), tmp_path / "old")
    assert found.interactions.equals(known.interactions)
    assert sum("tweet.fields" in one for one in fake.calls) == 1


def test_names_that_x_refuses_are_tried_in_the_other_spelling(tmp_path: Path) -> None:
    fake = x_of(agency(), spells=(OLD, NEW), refuses=OLD)
    found, _ = read(fake, tmp_path)
    assert set(found.coverage["status"]) <= {"complete", "partial"}
    refused = [one for one in fake.calls if "tweet.fields" in one]
    assert len(refused) <= 1


def test_names_that_x_refuses_in_both_spellings_have_failed(tmp_path: Path) -> None:
    message = "The query parameter [tweet.fields] is not one of [id]"
    refusal = faults.invalid("tweet.fields", "created_at", message)
    fake = x_of(
        agency(),
        instead=lambda asked, _: refusal if "/me?" not in asked.path else None,
    )
    found, _ = read(fake, tmp_path, kinds=("post",))
    row = covered(found, "post")
    assert row["status"] == "failed"
    assert "Update Follow Audit" in row["reason"]
    assert len(fake.calls) == 3


@pytest.mark.parametrize("token", [TOKEN, ":".join(FOUR)])
def test_a_planted_credential_is_nowhere(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, token: str
) -> None:
    caplog.set_level(logging.DEBUG)
    found, reader = read(x_of(agency(likes=120)), tmp_path, token=token)
    secrets = [one.encode() for one in token.split(":")]
    everything = [
        *kept_bytes(reader.folder),
        caplog.text.encode(),
        repr(reader.asking).encode(),
        found.interactions.to_csv().encode(),
        found.coverage.to_csv().encode(),
    ]
    assert not [one for one in secrets for place in everything if one in place]


def test_a_ceiling_of_money_ends_a_list_and_what_came_cost_what_it_did(tmp_path: Path) -> None:
    fake = x_of(agency(follows=2_500))
    budget = Budget(usd=15.0)
    found, _ = read(fake, tmp_path, kinds=("follow",), budget=budget)
    assert covered(found, "follow")["status"] == "partial"
    assert "ceiling of US$15.00" in covered(found, "follow")["reason"]
    assert budget.usd == pytest.approx(0.010 + 998 * 0.010)


def test_what_a_plan_says_is_enough_to_read_a_small_account_to_its_end(tmp_path: Path) -> None:
    fake = x_of(agency())
    with serving_x(fake) as address:
        reader = reader_of(address, fake, tmp_path)
        stated = CONNECTOR.probe(reader.account, reader.asking).stated
        planned = sum(one.usd or 0.0 for one in CONNECTOR.plan(reader.account, stated))
        found = replace(reader, budget=Budget(usd=planned)).read()
    assert planned < 1.0  # a full page of follows alone could cost ten times as much
    assert not found.coverage["reason"].str.contains("ceiling", na=False).any()


def test_what_a_page_holds_beside_its_items_is_counted_as_charged(tmp_path: Path) -> None:
    budget = Budget()
    read(x_of(agency()), tmp_path, kinds=("like",), budget=budget)
    us, two_posts, one_author = 0.010, 2 * 0.005, 0.010
    assert budget.usd == pytest.approx(us + two_posts + one_author)
    assert budget.requests == 2


def test_a_probe_is_one_call_and_tells_counts_and_what_cannot_be_read(tmp_path: Path) -> None:
    fake = x_of(agency(follows=7))
    with serving_x(fake) as address:
        own = reader_of(address, fake, tmp_path / "own")
        probed = CONNECTOR.probe(own.account, own.asking)
        assert len(fake.calls) == 1
        other = reader_of(address, fake, tmp_path / "other", token=OTHER_TOKEN)
        foreign = CONNECTOR.probe(other.account, other.asking)
    assert (probed.account_id, probed.handle) == ("42", "Example_Agency")
    assert probed.stated == {"follow": 12, "like": 3, "post": 14}
    assert probed.problems == ()
    assert "likes to the account itself" in foreign.problems[0]


def test_a_plan_counts_pages_and_money_before_anything_is_asked(tmp_path: Path) -> None:
    reader = XReader(CONNECTOR, "example_agency", "http://127.0.0.1:9", TOKEN, tmp_path)
    lists = {
        one.name: one for one in CONNECTOR.plan(reader.account, {"follow": 1_500, "post": 9_000})
    }
    assert [one.requests for one in lists.values()] == [1, 2, None, 32]
    assert lists["follows"].usd == pytest.approx(15.0)
    assert lists["posts"].items == 3_200
    assert (lists["follows"].allowed, lists["follows"].window) == (300, 900)
