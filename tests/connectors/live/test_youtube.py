"""A channel read from YouTube's interface: lists to their end, authors, and what is not given."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

from connectors.errors import AuthError, QuotaSpent, SourceError
from connectors.live.budget import Budget
from connectors.live.registry import LIVE
from connectors.live.youtube import CONNECTOR
from connectors.live.youtube_sign_in import SignIn
from connectors.lookup import Access
from tests.connectors.live.reading import Reader, covered, of_kind
from tests.servers.local import Asked, Time, Written, client_of
from tests.servers.platforms import written
from tests.servers.youtube.errors import error
from tests.servers.youtube.known import (
    Channel,
    Known,
    Liked,
    Subscription,
    Video,
    channel_id,
    video_id,
)
from tests.servers.youtube.server import YouTube, youtube

TOKEN, KEY = "ya29.planted", "AIzaPlanted"
OURS = Channel(channel_id(0), "Kauri Agency", "kauri.tauira")


def known(follows: int = 123, likes: int = 130) -> Known:
    """An agency with follows, of which 3 are closed and 2 not listed, likes and 3 videos."""
    channels = [
        Channel(channel_id(n), f"Rimu {n:03}", closed=n % 41 == 0) for n in range(1, follows + 1)
    ]
    videos = [Video(video_id(n), channel_id(n % 60 + 1), f"Film {n}") for n in range(likes)]
    videos[1] = Video(video_id(1), channel_id(1), "Hidden", state="private")
    ours = [
        Video(
            video_id(9001), OURS.id, "Launch", "See https://rimu.example/a and www.kauri.example"
        ),
        Video(video_id(9002), OURS.id, "Draft", "https://no.example", state="private"),
        Video(
            video_id(9003),
            OURS.id,
            "Again",
            "https://rimu.example/a.",
            published="2026-09-01T00:00:00Z",
        ),
    ]
    return Known(
        OURS,
        channels,
        [*videos, *ours],
        [Subscription(one.id, listed=n not in (7, 77)) for n, one in enumerate(channels)],
        [Liked(video_id(n), f"2026-08-{n % 28 + 1:02}T00:00:00Z") for n in range(likes)]
        + [Liked(video_id(8888))],
        tokens={TOKEN},
        keys={KEY},
    )


@contextmanager
def serving(fake: YouTube, tmp_path: Path, token: str = TOKEN) -> Iterator[Reader]:
    with youtube(fake) as (address, _):
        yield Reader(CONNECTOR, "kauri.tauira", address, token, tmp_path / "pages")
    assert fake.problems == []


def test_it_is_in_the_registry() -> None:
    assert LIVE["youtube"] is CONNECTOR


def test_all_lists_are_read_to_their_end(tmp_path: Path) -> None:
    fake = YouTube(known())
    with serving(fake, tmp_path) as reader:
        collected = reader.read()
    assert collected.agency_account == OURS.id
    assert len(of_kind(collected, "follow")) == 121
    assert len({row["account_id"] for row in of_kind(collected, "follow")}) == 121
    assert OURS.id not in set(collected.interactions["account_id"])
    assert len(of_kind(collected, "like")) == 131
    assert len(of_kind(collected, "post")) == 2
    # 1 channel, 3 pages of follows, 3 of likes, 1 of videos; 3 + 2 questions about channels
    assert len(fake.calls) == 1 + 3 + 3 + 1 + 3 + 2
    assert reader.budget.requests == len(fake.calls)
    follow = covered(collected, "follow")
    assert (follow["status"], follow["stated"], follow["fetched"]) == ("complete", 123, 121)
    assert "123, of which 121" in follow["reason"]
    assert {one.source: one.records for one in collected.tallies} == {
        "follows": 121,
        "likes": 131,
        "uploads": 3,
    }


def test_a_like_is_its_videos_owners(tmp_path: Path) -> None:
    with serving(YouTube(known()), tmp_path) as reader:
        likes = {row["post_id"]: row for row in of_kind(reader.read(), "like")}
    assert likes[video_id(5)]["account_id"] == channel_id(6)
    assert str(likes[video_id(5)]["happened_at"]) == "2026-08-06 00:00:00+00:00"
    assert likes[video_id(1)]["unknown_reason"] == "protected"
    assert likes[video_id(8888)]["unknown_reason"] == "deleted"
    assert likes[video_id(8888)]["text"] != likes[video_id(8888)]["text"]  # null


def test_links_stand_in_descriptions_of_public_videos(tmp_path: Path) -> None:
    with serving(YouTube(known()), tmp_path) as reader:
        collected = reader.read()
    assert [row["url"] for row in of_kind(collected, "link")] == [
        "https://rimu.example/a",
        "https://rimu.example/a",
        "https://www.kauri.example",
    ]
    (tally,) = (one for one in collected.tallies if one.source == "uploads")
    assert tally.reported == {"not public: private or unlisted": 1}


def test_channels_have_their_names_and_a_closed_one_is_told(tmp_path: Path) -> None:
    with serving(YouTube(known()), tmp_path) as reader:
        accounts = reader.read().accounts.set_index("account_id")
    assert accounts.loc[channel_id(41), "status"] == "deleted"
    assert accounts.loc[channel_id(2), "status"] == "active"
    assert accounts.loc[channel_id(2), "handle"] == "rimu002"
    assert accounts.loc[channel_id(2), "followers"] == 10


def test_what_youtube_does_not_have_is_unavailable(tmp_path: Path) -> None:
    with serving(YouTube(known()), tmp_path) as reader:
        collected = reader.read()
    for kind in ("repost", "quote"):
        row = covered(collected, kind)
        assert (row["status"], row["fetched"]) == ("unavailable", 0)
        assert "YouTube has no" in row["reason"]


def test_only_what_is_asked_for_is_fetched(tmp_path: Path) -> None:
    fake = YouTube(known())
    with serving(fake, tmp_path) as reader:
        reader.kinds = ("like",)
        collected = reader.read()
    assert list(collected.coverage["kind"]) == ["like"]
    assert not any("subscriptions" in call or "playlistId=UU" in call for call in fake.calls)


def test_a_channel_without_videos_has_no_list_of_them(tmp_path: Path) -> None:
    mute = known(3, 2)
    mute.videos = []
    fake = YouTube(mute)
    with serving(fake, tmp_path) as reader:
        reader.kinds = ("post", "link")
        assert covered(reader.read(), "post")["status"] == "complete"
    assert len(fake.calls) == 1


@pytest.mark.parametrize("handle", [OURS.id, "https://www.youtube.com/@Kauri.Tauira"])
def test_a_channel_is_found_by_id_and_by_address(tmp_path: Path, handle: str) -> None:
    for token in (TOKEN, KEY):
        with serving(YouTube(known(3, 3)), tmp_path / token, token) as reader:
            reader.handle = handle
            assert reader.read().agency_account == OURS.id


def test_an_api_key_reads_what_is_public(tmp_path: Path) -> None:
    shown = known()
    shown.subscriptions_public = True
    with serving(YouTube(shown), tmp_path, KEY) as reader:
        collected = reader.read()
    assert len(of_kind(collected, "follow")) == 121
    like = covered(collected, "like")
    assert (like["status"], "export" in like["reason"]) == ("unavailable", True)


def test_hidden_subscriptions_are_no_empty_list(tmp_path: Path) -> None:
    with serving(YouTube(known()), tmp_path, KEY) as reader:
        collected = reader.read()
    follow = covered(collected, "follow")
    assert (follow["status"], follow["fetched"]) == ("failed", 0)
    assert "own sign-in" in follow["reason"]
    assert covered(collected, "post")["status"] == "complete"


def test_the_quota_ends_a_list_and_keeps_what_came_before(tmp_path: Path) -> None:
    spent = known()
    spent.quota = 3
    fake = YouTube(spent)
    with serving(fake, tmp_path) as reader:
        collected = reader.read()
        follow = covered(collected, "follow")
        assert (follow["status"], follow["fetched"]) == ("partial", 98)
        assert "for today" in follow["reason"]
        assert covered(collected, "like")["status"] == "failed"
        spent.quota = 1000
        before = len(fake.calls)
        again = reader.read()
    assert len(of_kind(again, "follow")) == 121
    assert sum("subscriptions" in call for call in fake.calls[before:]) == 1


def test_a_run_ended_at_any_request_goes_on_to_the_same_frames(tmp_path: Path) -> None:
    fake = YouTube(known(80, 60))
    with serving(fake, tmp_path) as reader:
        whole = reader.read()
        requests = len(fake.calls)
        for ended in range(1, requests):
            fake.calls.clear()
            reader.folder = tmp_path / f"ended {ended}"
            reader.budget = Budget(requests=ended)
            reader.read()
            reader.budget = Budget()
            again = reader.read()
            assert len(fake.calls) == requests
            for frame in ("interactions", "accounts", "coverage"):
                assert_frame_equal(getattr(again, frame), getattr(whole, frame))


def test_a_second_run_reads_what_is_new(tmp_path: Path) -> None:
    lasting = known(60, 1000)
    first, second = YouTube(lasting), YouTube(lasting)
    with serving(first, tmp_path) as reader:
        reader.read()
    lasting.videos.append(Video(video_id(7777), channel_id(3), "New"))
    lasting.liked.insert(0, Liked(video_id(7777)))
    with serving(second, tmp_path) as reader:
        reader.last, reader.folder = reader.folder, tmp_path / "second"
        collected = reader.read()
    likes = of_kind(collected, "like")
    assert (len(likes), likes[0]["post_id"]) == (1002, video_id(7777))
    assert sum("playlistId=LL" in call for call in second.calls) == 1
    assert sum("channels?" in call for call in second.calls) <= 4
    accounts = collected.accounts.set_index("account_id")
    assert accounts.loc[channel_id(41), "status"] == "deleted"  # asked for again: it is followed
    assert accounts.loc[channel_id(60), "status"] == "active"


@pytest.mark.parametrize(
    ("reason", "kind", "said"),
    [
        ("authError", AuthError, "get a new one"),
        ("insufficientPermissions", AuthError, "youtube.readonly"),
        ("quotaExceeded", QuotaSpent, "tomorrow"),
        ("accountSuspended", SourceError, "suspended"),
    ],
)
def test_errors_say_what_to_do(
    tmp_path: Path, reason: str, kind: type[Exception], said: str
) -> None:
    with serving(YouTube(known(), lambda *_: error(reason)), tmp_path) as reader:
        with pytest.raises(kind, match=said):
            reader.read()
        with pytest.raises(kind, match=said):
            reader.connector.probe(reader.account, reader.asking)


def test_a_limit_of_speed_is_waited_for(tmp_path: Path) -> None:
    def once(_: Asked, number: int) -> Written | None:
        return error("rateLimitExceeded") if number == 3 else None

    with serving(YouTube(known(), once), tmp_path) as reader:
        assert len(of_kind(reader.read(), "follow")) == 121
    assert reader.time.slept


def test_a_page_token_that_is_no_longer_known_does_not_look_like_the_end(tmp_path: Path) -> None:
    def stale(asked: Asked, _: int) -> Written | None:
        return error("invalidPageToken") if "pageToken=" in asked.path else None

    with serving(YouTube(known(), stale), tmp_path) as reader:
        follow = covered(reader.read(), "follow")
    assert (follow["status"], follow["fetched"]) == ("partial", 49)


def test_an_answer_without_its_list_is_no_empty_list(tmp_path: Path) -> None:
    def torn(asked: Asked, _: int) -> Written | None:
        kind = {"kind": "youtube#subscriptionListResponse", "pageInfo": {"totalResults": 9}}
        return written(kind) if "subscriptions" in asked.path else None

    with serving(YouTube(known(), torn), tmp_path) as reader:
        follow = covered(reader.read(), "follow")
    assert (follow["status"], "no whole answer" in follow["reason"]) == ("failed", True)


def test_the_credential_of_another_channel_is_refused(tmp_path: Path) -> None:
    with serving(YouTube(known()), tmp_path) as reader:
        reader.handle = "rimu.tauira"
        with pytest.raises(AuthError, match="choose the right channel"):
            reader.read()


def test_a_refresh_token_is_exchanged_and_again_when_it_ends(tmp_path: Path) -> None:
    lasting = known(3, 2)
    lasting.tokens.clear()
    lasting.refresh[("id.apps", "GOCSPX-planted", "1//planted")] = "ya29.fresh"
    fake = YouTube(lasting)
    time = Time()
    with youtube(fake) as (address, asked):
        sign_in = SignIn(Access(address, "id.apps:GOCSPX-planted:1//planted"))
        client = client_of(time)
        for seconds in (0, 60, 3600):
            time.sleep(seconds)
            sign_in.fetch(client, "channels", {"part": "snippet", "mine": "true"})
    assert fake.refreshed == 2
    assert all("planted" not in one.path for one in asked)


@pytest.mark.parametrize(
    ("credential", "said"), [("id:secret:old", "Sign in again"), ("id:secret:", "Sign in again")]
)
def test_a_refresh_token_that_ended_is_told(tmp_path: Path, credential: str, said: str) -> None:
    with (
        serving(YouTube(known()), tmp_path, credential) as reader,
        pytest.raises(AuthError, match=said),
    ):
        reader.read()


@pytest.mark.parametrize("shown", [True, False])
def test_a_probe_with_a_key_sees_whether_subscriptions_are_hidden(
    tmp_path: Path, shown: bool
) -> None:
    ours = known()
    ours.subscriptions_public = shown
    with serving(YouTube(ours), tmp_path, KEY) as reader:
        problems = reader.connector.probe(reader.account, reader.asking).problems
    assert "likes are not" in problems[0]
    assert [one.startswith("The channel does not show") for one in problems[1:]] == [True] * (
        not shown
    )


def test_a_probe_costs_one_unit(tmp_path: Path) -> None:
    fake = YouTube(known())
    with serving(fake, tmp_path) as reader:
        probed = reader.connector.probe(reader.account, reader.asking)
    assert (probed.account_id, probed.handle) == (OURS.id, "kauri.tauira")
    assert len(fake.calls) == 1
    assert any("hour" in note for note in probed.notes)
    plans = {one.name: one for one in CONNECTOR.plan(reader.account, {"follow": 121, "like": 131})}
    assert (plans["follows"].requests, plans["likes"].requests) == (3, 3)
    assert plans["uploads"].requests is None
