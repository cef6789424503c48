"""The files of an X archive: counts against the manifest, missing, broken and overlapping ones."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry
from tests.connectors import x_files
from tests.connectors.contract import READ_AT, write_folder, write_zip
from tests.connectors.test_x_archive import collect, cover
from tests.connectors.x_files import OWN_HANDLE, following, like, manifest, script


def good_with(**changed: bytes | None) -> dict[str, bytes]:
    files: dict[str, Any] = dict(x_files.good_files())
    files.update({f"data/{name}.js": content for name, content in changed.items()})
    return {name: content for name, content in files.items() if content is not None}


def collect_all(path: Path, *exports: Mapping[str, bytes]) -> Collected:
    paths = tuple(write_zip(path / f"{n}.zip", files) for n, files in enumerate(exports))
    return registry.read_export(OwnAccount("x", OWN_HANDLE, "export", paths, (), READ_AT))


def test_fewer_records_than_the_manifest_says(tmp_path: Path) -> None:
    covered = cover(collect(tmp_path, good_with(following=following("1"))), "follow")
    assert (covered["status"], covered["stated"], covered["fetched"]) == ("partial", 2, 1)
    assert "names 2 records in data/following.js, and 1 were read" in covered["reason"]


def test_a_file_that_the_manifest_names_is_missing(tmp_path: Path) -> None:
    files = good_with(following=None)
    del files["data/like-part1.js"]
    collected = collect(tmp_path, files)
    assert cover(collected, "follow")["status"] == "failed"
    assert cover(collected, "follow")["stated"] == 2
    assert "names following.js with 2 records" in cover(collected, "follow")["reason"]
    assert cover(collected, "like")["status"] == "partial"
    assert "names like-part1.js with 1 record" in cover(collected, "like")["reason"]


def test_posts_that_the_manifest_counts_and_that_are_missing_fail_every_kind(
    tmp_path: Path,
) -> None:
    files = good_with(tweets=None)
    del files["data/tweets-part1.js"]
    collected = collect(tmp_path, files)
    for kind in ("repost", "quote", "link", "post"):
        assert cover(collected, kind)["status"] == "failed"
        assert "names tweets.js with 4 records" in cover(collected, kind)["reason"]


def test_a_missing_file_of_which_nothing_is_counted_is_unavailable(tmp_path: Path) -> None:
    counts = {"following.js": 0, "tweets.js": 4, "tweets-part1.js": 2}
    files = good_with(following=None, like=None, manifest=manifest(counts))
    del files["data/like-part1.js"]
    collected = collect(tmp_path, files)
    assert cover(collected, "follow")["status"] == "unavailable"
    assert cover(collected, "like")["status"] == "unavailable"
    assert cover(collected, "like")["reason"] == "There is no like.js in the archive."


@pytest.mark.parametrize(
    "content",
    [
        b'window.YTD.like.part0 = [ { like: { tweetId: "5" } } ]',
        b"window.YTD.like.part0 = ",
        b"window.YTD.like.part0 = {}",
        b"<html><body>Sign in to X</body></html>",
        b"",
        b"window.YTD.like.part0 = [ " + b'{"like": {"tweetId": "\xff\xfe"}} ]',
    ],
)
def test_a_file_changed_by_hand_fails_alone(tmp_path: Path, content: bytes) -> None:
    files = good_with(like=content)
    del files["data/like-part1.js"]
    collected = collect(tmp_path, files)
    assert cover(collected, "like")["status"] == "failed"
    assert "data/like.js cannot be read from its start" in cover(collected, "like")["reason"]
    assert cover(collected, "follow")["status"] == "complete"


def test_what_was_read_before_the_break_is_kept(tmp_path: Path) -> None:
    whole = script("like.part0", [like("5"), like("6"), like("7")])
    collected = collect(tmp_path, good_with(like=whole[:-20]))
    covered = cover(collected, "like")
    assert covered["status"] == "partial"
    assert covered["fetched"] == 3  # two, and one in the other part
    assert "data/like.js cannot be read after record 2" in covered["reason"]


def test_damage_inside_a_zip_is_told_like_a_cut_file(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "a.zip", x_files.good_files())
    content = bytearray(path.read_bytes())
    place = content.index(b"data/tweets.js") + len("data/tweets.js") + 150
    content[place] ^= 0xFF
    path.write_bytes(content)
    account = OwnAccount("x", OWN_HANDLE, "export", (path,), (), READ_AT)
    collected = registry.read_export(account)
    assert cover(collected, "follow")["status"] == "complete"
    assert cover(collected, "repost")["status"] in ("partial", "failed")
    assert "data/tweets.js cannot be read" in cover(collected, "repost")["reason"]


def test_a_broken_manifest_is_said_and_the_files_are_read(tmp_path: Path) -> None:
    collected = collect(tmp_path, good_with(manifest=b"window.__THAR_CONFIG = { userInfo: {} }"))
    assert "data/manifest.js in export is not as X writes it" in " ".join(collected.notes)
    assert cover(collected, "follow")["status"] == "complete"
    assert pd.isna(cover(collected, "follow")["stated"])


def test_one_part_of_several_is_never_whole(tmp_path: Path) -> None:
    counts = {"following.js": 2, "like.js": 1, "like-part1.js": 1}
    files = good_with(manifest=manifest(counts, isPartialArchive=True))
    collected = collect(tmp_path, files)
    assert set(collected.coverage["status"]) == {"partial"}
    assert "one part of several" in cover(collected, "follow")["reason"]


def test_a_split_archive_is_read_with_the_manifest_of_its_first_zip(tmp_path: Path) -> None:
    files = x_files.good_files()
    later = {name: files.pop(name) for name in ("data/tweets-part1.js", "data/like-part1.js")}
    collected = collect_all(tmp_path, files, later)
    assert cover(collected, "like")["status"] == "complete"
    assert cover(collected, "post")["status"] == "complete"
    assert collected.interactions["evidence"].str.contains(r" in [01]\.zip, record \d").all()


def test_overlapping_archives_give_each_post_once_and_the_newest_follows(tmp_path: Path) -> None:
    counts = {"following.js": 2, "like.js": 1, "like-part1.js": 1, "tweets.js": 4}
    older = good_with(
        following=following("777", "333"),
        manifest=manifest(
            counts | {"tweets-part1.js": 2}, generationDate="2025-09-30T20:15:31.187Z"
        ),
    )
    once = collect_all(tmp_path, x_files.good_files())
    (tmp_path / "both").mkdir()
    both = collect_all(tmp_path / "both", older, x_files.good_files())
    assert sorted(both.interactions["account_id"].dropna()) == sorted(
        once.interactions["account_id"].dropna()
    )
    assert both.coverage["fetched"].to_list() == once.coverage["fetched"].to_list()
    reported: dict[str, int] = {}
    for tally in both.tallies:
        for reason, count in tally.reported.items():
            reported[reason] = reported.get(reason, 0) + count
    assert reported == {
        "in an older archive; a newer one is given too": 2,
        "reply without a link or quote": 1,
        "the same like twice": 2,
        "the same post twice": 6,
    }
    assert set(both.coverage["as_at"]) == {pd.Timestamp(x_files.MADE_AT)}


def test_archives_of_two_accounts_are_refused(tmp_path: Path) -> None:
    other = good_with(manifest=x_files.manifest({}).replace(x_files.OWN_ID.encode(), b"42"))
    with pytest.raises(SourceError, match="belong to different accounts"):
        collect_all(tmp_path, x_files.good_files(), other)
    account = [{"account": {"username": "somebody", "accountId": "42"}}]
    old = {"account.js": script("account.part0", account), "following.js": following("1")}
    with pytest.raises(SourceError, match="belong to different accounts"):
        collect_all(tmp_path, x_files.good_files(), old)


def test_the_same_account_twice_in_the_list(tmp_path: Path) -> None:
    collected = collect(tmp_path, good_with(following=following("1", "1")))
    assert dict(collected.tallies[0].reported) == {"the same account twice in the list": 1}
    assert cover(collected, "follow")["status"] == "complete"


def test_files_with_posts_that_are_not_read_are_named(tmp_path: Path) -> None:
    files = good_with()
    files["data/deleted-tweets.js"] = script("deleted_tweets.part0", [x_files.POSTS[2]])
    files["data/twitter-circle-tweet.js"] = script("twitter_circle_tweet", [x_files.POSTS[2]])
    files["data/article.js"] = b"window.YTD.article.part0 = [ ]"
    collected = collect(tmp_path, files)
    assert collected.notes == (
        "data/twitter-circle-tweet.js holds posts for a circle alone, which are not read.",
        "data/deleted-tweets.js holds deleted posts, which are not read.",
    )
    assert len(collected.interactions) == len(collect(tmp_path, good_with()).interactions)


def test_articles_are_own_posts_that_are_not_read(tmp_path: Path) -> None:
    articles = b"window.YTD.article.part0 = [ %s ]" % (b'{"article": {}}, ' * 9)
    collected = collect(tmp_path, good_with() | {"data/article.js": articles})
    for kind in ("link", "post"):
        assert cover(collected, kind)["status"] == "partial"
        said = "Not read: data/article.js, with the account's articles."
        assert said in cover(collected, kind)["reason"]


def test_memory_follows_the_chunks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = collect(tmp_path, x_files.good_files())
    monkeypatch.setattr("connectors.frames._ROWS_AT_A_TIME", 1)
    pd.testing.assert_frame_equal(
        whole.interactions, collect(tmp_path, x_files.good_files()).interactions
    )


def test_the_extra_top_directory_and_a_zip_of_it(tmp_path: Path) -> None:
    files = {f"twitter-2026-09-30/{name}": text for name, text in x_files.good_files().items()}
    path = write_folder(tmp_path / "outer", files)
    account = OwnAccount("x", OWN_HANDLE, "export", (path,), (), READ_AT)
    assert cover(registry.read_export(account), "follow")["stated"] == 2
