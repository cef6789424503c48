"""The X archive: what every format owes, and what each kind of record becomes."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry, x_archive
from connectors.exports.ordering import ORDER
from tests.connectors import x_files
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder, write_zip
from tests.connectors.x_files import KAURI, KEA, OWN_HANDLE, OWN_ID, mention, post, script


class TestXArchive(ExportContract):
    form = x_archive.FORMAT
    handle = OWN_HANDLE
    to_cut = "data/tweets.js"

    def good_files(self) -> Files:
        return x_files.good_files()

    def empty_files(self) -> Files:
        return x_files.empty_files()


def collect(path: Path, files: Mapping[str, bytes], *more: Path, **account: Any) -> Collected:
    first = write_folder(path / "export", files)
    values = {"platform": "x", "handle": OWN_HANDLE, "method": "export", "kinds": ()}
    return registry.read_export(
        OwnAccount(**{**values, "paths": (first, *more), "read_at": READ_AT, **account})
    )


def collect_posts(path: Path, *posts: object, **account: Any) -> Collected:
    files = {
        "data/account.js": script(
            "account.part0", [{"account": {"username": OWN_HANDLE, "accountId": OWN_ID}}]
        ),
        "data/tweets.js": script("tweets.part0", list(posts)),
    }
    return collect(path, files, **account)


def rows(collected: Collected, kind: str) -> pd.DataFrame:
    return collected.interactions[collected.interactions["kind"] == kind].reset_index(drop=True)


def cover(collected: Collected, kind: str) -> dict[str, Any]:
    table = collected.coverage[collected.coverage["kind"] == kind].astype("object")
    return {str(key): value for key, value in table.iloc[0].items()}


@pytest.fixture
def good(tmp_path: Path) -> Collected:
    return collect(tmp_path, x_files.good_files())


def test_follows_are_numbers_as_text_without_a_date(good: Collected) -> None:
    follows = rows(good, "follow")
    assert list(follows["account_id"]) == [KAURI[0], "333"]
    assert follows["happened_at"].isna().all()
    assert list(follows["evidence"]) == [
        "data/following.js, record 1; its handle from a post of 2025-10-07 that names it",
        "data/following.js, record 2",
    ]
    assert cover(good, "follow")["stated"] == 2


def test_likes_have_no_author_and_say_so(good: Collected) -> None:
    likes = rows(good, "like")
    assert list(likes["post_id"]) == ["2001", "2002"]
    assert likes["text"].iloc[0] == "Fish & chips"
    assert pd.isna(likes["text"].iloc[1])
    assert set(likes["unknown_reason"]) == {"not_in_export"}
    assert likes["post_url"].iloc[0] == "https://twitter.com/i/web/status/2001"
    covered = cover(good, "like")
    assert (covered["status"], covered["stated"], covered["unattributed"]) == ("complete", 2, 2)
    assert "does not say who wrote a liked post or when it was liked" in covered["reason"]


def test_reposts_name_the_account_and_their_own_time(good: Collected) -> None:
    reposts = rows(good, "repost")
    assert list(reposts["account_id"]) == [KAURI[0], KEA[0]]
    assert reposts["happened_at"].iloc[1] == datetime(2025, 1, 1, tzinfo=UTC)
    assert reposts["post_url"].iloc[0] == f"https://x.com/{OWN_HANDLE}/status/11"
    covered = cover(good, "repost")
    assert covered["earliest"] == datetime(2025, 1, 1, tzinfo=UTC)
    assert covered["latest"] == datetime(2025, 10, 7, 7, 0, 29, tzinfo=UTC)
    assert pd.isna(covered["stated"])


def test_a_quote_is_a_link_to_the_post_of_another(good: Collected) -> None:
    quotes = rows(good, "quote")
    assert list(quotes["account_id"]) == [KAURI[0]]  # the mention in a repost gave the number
    assert list(quotes["post_id"]) == ["77"]
    assert quotes["text"].iloc[0] == "Worth a look > https://t.co/0"
    assert quotes["evidence"].iloc[0] == "data/tweets.js, record 3 (post 13)"


def test_links_are_counted_once_a_post_and_kept_of_reposts_and_replies(good: Collected) -> None:
    links = rows(good, "link")
    assert list(zip(links["post_id"], links["url"], strict=True)) == [
        ("12", "https://kea.example/story?a=1&b=2"),
        ("14", "https://bit.ly/x"),
        ("14", "https://b.nz/"),
        ("16", "https://agency.example/"),
    ]
    covered = cover(good, "link")
    assert covered["status"] == "partial"
    assert "1 of 2 reposts are cut short" in covered["reason"]


def test_posts_are_own_words_and_no_replies(good: Collected) -> None:
    assert list(rows(good, "post")["post_id"]) == ["13", "14"]
    assert dict(good.tallies[-1].reported) == {"reply without a link or quote": 1}


def test_accounts_get_handle_and_name_from_the_archives_own_mentions(good: Collected) -> None:
    table = good.accounts.set_index("account_id")
    assert table.loc[KAURI[0], ["handle", "name"]].tolist() == ["kauri_party", "Kauri Party"]
    assert table.loc[KEA[0], "name"] == "Kea News Tēnā"
    assert pd.isna(table.loc["333", "handle"])
    assert set(table["as_at"]) == {pd.Timestamp(x_files.MADE_AT)}
    assert set(table["status"]) == {"unknown"}


def test_the_account_is_known_by_its_number(good: Collected) -> None:
    assert good.agency_account == OWN_ID
    assert good.notes == ()


def test_an_archive_of_another_name_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        collect(tmp_path, x_files.good_files(), handle="kauri_ministry")
    assert str(caught.value) == (
        "The export given for @kauri_ministry on X belongs to @Example_Agency, so nothing of it "
        f"was read. Sign in as @kauri_ministry and order its own. {ORDER['x']} If @Example_Agency "
        'is the same account, write handle = "Example_Agency".'
    )


@pytest.mark.parametrize("handle", ["EXAMPLE_AGENCY", OWN_ID])
def test_our_own_name_or_number_in_any_letters_is_ours(tmp_path: Path, handle: str) -> None:
    assert len(collect(tmp_path, x_files.good_files(), handle=handle).interactions)


def test_without_manifest_and_account_the_configured_handle_stands_in(tmp_path: Path) -> None:
    collected = collect(tmp_path, {"following.js": x_files.following("5")})
    assert collected.agency_account == "@example_agency"
    assert "does not say whose it is" in collected.notes[0]
    assert set(collected.coverage["as_at"]) == {pd.Timestamp(READ_AT)}
    assert cover(collected, "like")["status"] == "unavailable"
    assert cover(collected, "like")["reason"] == "There is no like.js in the archive."


def test_the_day_that_the_agency_knows_stands_for_an_undated_archive(tmp_path: Path) -> None:
    day = datetime(2026, 7, 1, tzinfo=UTC)
    collected = collect(tmp_path, {"following.js": x_files.following("5")}, as_at=day)
    assert set(collected.accounts["as_at"]) == {pd.Timestamp(day)}


def test_an_archive_of_2019_has_bare_posts_at_the_top(tmp_path: Path) -> None:
    bare = [x_files.POSTS[number]["tweet"] for number in (0, 2)]
    files = {
        "account.js": script(
            "account.part0", [{"account": {"username": OWN_HANDLE, "accountId": OWN_ID}}]
        ),
        "tweet.js": script("tweet.part0", bare),
        "following.js": b'window.YTD.following.part0 = [ {\n"following":{"accountId":"12158"}} ]',
        "like.js": b"window.YTD.like.part0 = [ ]",
    }
    collected = collect(tmp_path, files)
    assert collected.interactions["kind"].to_list() == ["follow", "repost", "quote", "post"] or (
        collected.interactions["kind"].to_list() == ["follow", "repost", "post", "quote"]
    )
    assert collected.agency_account == OWN_ID
    assert cover(collected, "like")["status"] == "complete"


def test_both_names_of_the_file_of_posts_in_one_folder_are_read(tmp_path: Path) -> None:
    files = {
        "data/tweet.js": script("tweet.part0", [x_files.POSTS[3], x_files.POSTS[2]["tweet"]]),
        "data/tweets.js": script("tweets.part0", x_files.POSTS[3:]),
    }
    collected = collect(tmp_path, files)
    assert list(rows(collected, "post")["post_id"]) == ["14", "13"]
    assert [one.reported for one in collected.tallies][1]["the same post twice"] == 1


def test_a_mention_of_a_deleted_account_gives_no_number(tmp_path: Path) -> None:
    gone = mention(("-1", "gone_account", "Gone"), 3)
    collected = collect_posts(tmp_path, post("1", "RT @Gone_Account: Hello", mentions=(gone,)))
    assert list(rows(collected, "repost")["account_id"]) == ["@gone_account"]
    assert list(collected.accounts["handle"]) == ["Gone_Account"]


def test_the_mention_at_the_start_names_the_reposted_account(tmp_path: Path) -> None:
    renamed = mention(("5", "new_name", "New"), 3)
    collected = collect_posts(
        tmp_path, post("1", "RT @old_name: Hello @kea_news", mentions=(mention(KEA, 20), renamed))
    )
    assert list(rows(collected, "repost")["account_id"]) == ["5"]


def test_a_handle_that_two_numbers_had_stays_a_handle(tmp_path: Path) -> None:
    collected = collect_posts(
        tmp_path,
        post("1", "Hello @twice", mentions=(mention(("5", "twice", "A"), 6),)),
        post("2", "Hello @twice", mentions=(mention(("6", "twice", "B"), 6),)),
        post("3", "See https://t.co/0", urls=("https://twitter.com/twice/status/9",)),
    )
    assert list(rows(collected, "quote")["account_id"]) == ["@twice"]


def test_the_newest_mention_names_the_account(tmp_path: Path) -> None:
    old = post(
        "1",
        "RT @old_name: A",
        mentions=(mention(("5", "old_name", "Old"), 3),),
        created_at="Tue Oct 07 07:00:29 +0000 2014",
    )
    new = post("2", "RT @new_name: B", mentions=(mention(("5", "new_name", "New"), 3),))
    for number, order in enumerate(([old, new], [new, old])):
        collected = collect_posts(tmp_path / str(number), *order)
        assert list(collected.accounts["handle"]) == ["new_name"]
        assert list(collected.accounts["name"]) == ["New"]


def test_own_links_and_pictures_are_no_quotes(tmp_path: Path) -> None:
    collected = collect_posts(
        tmp_path,
        post("1", "a", urls=(f"https://twitter.com/{OWN_HANDLE.lower()}/status/1/photo/1",)),
        post("2", "b", urls=(f"https://x.com/{OWN_HANDLE}/status/1",)),
        post("3", "c", urls=("https://x.com/kea_news/status/7/video/1",)),
        post("4", "d", urls=("https://twitter.com/i/web/status/8",)),
        post("5", "e", urls=("https://twitter.com/i/web/status/5",)),
    )
    assert list(rows(collected, "link")["post_id"]) == ["3"]
    quotes = rows(collected, "quote")
    assert list(quotes["post_id"]) == ["8"]
    assert list(quotes["unknown_reason"]) == ["not_in_export"]
    assert cover(collected, "quote")["unattributed"] == 1


def test_the_post_that_a_reposted_post_points_to_is_a_link(tmp_path: Path) -> None:
    collected = collect_posts(
        tmp_path,
        post(
            "1",
            "RT @kea_news: Look https://t.co/0",
            urls=("https://x.com/kauri_party/status/3",),
            mentions=(mention(KEA, 3),),
        ),
    )
    assert collected.interactions["kind"].to_list() == ["repost", "link"]


def test_a_repost_of_oneself_stays_and_is_no_other_account(tmp_path: Path) -> None:
    collected = collect_posts(tmp_path, post("1", f"RT @{OWN_HANDLE}: Once more"))
    assert list(rows(collected, "repost")["account_id"]) == [OWN_ID]
    assert len(collected.accounts) == 0


def test_dates_that_cannot_be_right_are_left_empty_and_counted(tmp_path: Path) -> None:
    collected = collect_posts(
        tmp_path,
        post("1", "a", created_at="Thu Jan 01 00:00:00 +0000 1970"),
        post("2", "b", created_at="mar. oct. 07 07:00:29 +0000 2025"),
        post("3", "c", created_at="Tue Feb 31 07:00:29 +0000 2025"),
        post("4", "d"),
    )
    assert rows(collected, "post")["happened_at"].notna().to_list() == [False, False, False, True]
    assert any("3 posts have no date that can be right" in note for note in collected.notes)


def test_records_that_cannot_be_read_are_reported(tmp_path: Path) -> None:
    collected = collect_posts(
        tmp_path, "text", None, {"tweet": 1}, {"tweet": {"full_text": "no id"}}, post("7", "a")
    )
    assert dict(collected.tallies[0].reported) == {
        "not readable: no id": 1,
        "not readable: not a record": 3,
    }
    assert collected.tallies[0].kept == 1


def test_numbers_that_are_not_text_in_the_file_are_text_here(tmp_path: Path) -> None:
    files = {"like.js": b'window.YTD.like.part0 = [{"like": {"tweetId": 2029894586811644435}}]'}
    likes = rows(collect(tmp_path, files), "like")
    assert list(likes["post_id"]) == ["2029894586811644435"]
    assert list(likes["post_url"]) == ["https://x.com/i/web/status/2029894586811644435"]


def test_a_handle_with_other_letters_never_becomes_an_account(tmp_path: Path) -> None:
    collected = collect_posts(tmp_path, post("1", "RT @tāwhiri: Not a handle of X"))
    assert collected.interactions["kind"].to_list() == ["post"]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"data/js/tweets/2014_01.js": b"Grailbird.data.tweets_2014_01 = []"}, "before 2019"),
        ({"tweets.csv": b'"tweet_id","in_reply_to_status_id"\n'}, "before 2019"),
        ({"Your archive.html": b"<html>"}, "without the folder data"),
    ],
)
def test_forms_that_cannot_be_read(tmp_path: Path, files: dict[str, bytes], sentence: str) -> None:
    with pytest.raises(SourceError, match=sentence):
        collect(tmp_path, files)


def test_a_file_of_another_archive_alone_is_read(tmp_path: Path) -> None:
    path = tmp_path / "following.js"
    path.write_bytes(x_files.following("1", "2"))
    account = OwnAccount("x", OWN_HANDLE, "export", (path,), ("follow",), READ_AT)
    assert len(registry.read_export(account).interactions) == 2


def test_the_record_of_what_was_read_holds_no_private_file(tmp_path: Path) -> None:
    secret = json.dumps([{"emailChange": {"email": "someone@example.org"}}]).encode()
    path = write_zip(tmp_path / "a.zip", {**x_files.good_files(), "data/email.js": secret})
    account = OwnAccount("x", OWN_HANDLE, "export", (path,), (), READ_AT)
    assert "example.org" not in repr(registry.read_export(account))
