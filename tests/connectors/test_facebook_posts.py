"""Own posts on Facebook: texts, links, shares, and records that are halves of one post."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from connectors.collected import Collected, OwnAccount
from connectors.exports import registry
from connectors.exports.facebook_posts import EMPTY, SAME_POST
from tests.connectors import facebook_files as fb
from tests.connectors.contract import READ_AT, write_folder
from tests.connectors.meta_files import meta_json


@pytest.fixture
def read(tmp_path: Path) -> Any:
    def collect(*records: Any, name: str = fb.POSTS, kinds: tuple[str, ...] = ()) -> Collected:
        path = write_folder(tmp_path / "export", {name: meta_json(list(records))})
        account = OwnAccount("facebook", "example_agency", "export", (path,), kinds, READ_AT)
        return registry.read_export(account)

    return collect


def acts(collected: Collected) -> pd.DataFrame:
    return collected.interactions[["kind", "text", "url", "account_id"]].fillna("")


def rows(collected: Collected) -> list[list[str]]:
    return acts(collected).to_numpy().tolist()


def test_links_stand_in_cards_and_in_the_text_and_count_once(read: Any) -> None:
    text = "Pānui: https://news.example/a, (www.example.govt.nz/b)."
    found = read(
        fb.post(text, attachments=[fb.card("https://news.example/a?fbclid=Iw0"), fb.picture()])
    )
    assert rows(found) == [
        ["post", text, "", ""],
        ["link", text, "https://news.example/a", ""],
        ["link", text, "https://www.example.govt.nz/b", ""],
    ]


def test_a_text_may_stand_under_its_pictures_alone(read: Any) -> None:
    album = fb.post(attachments=[fb.picture("He whakaahua"), fb.picture("He whakaahua")])
    assert rows(read(album)) == [["post", "He whakaahua", "", ""]]


def test_texts_of_albums_and_videos_that_are_not_read_are_said(tmp_path: Path) -> None:
    texts = meta_json({"photos": [{"uri": "a.jpg", "description": "He whakaahua " * 9}]})
    files = {
        fb.POSTS: meta_json([fb.post("Tahi")]),
        f"{fb.ROOT}/posts/album/0.json": texts,
        f"{fb.ROOT}/posts/album/1.json": texts,
        f"{fb.ROOT}/posts/album/2.json": meta_json({"photos": []}),
        f"{fb.ROOT}/posts/your_videos.json": texts,
    }
    path = write_folder(tmp_path / "export", files)
    account = OwnAccount("facebook", "example_agency", "export", (path,), (), READ_AT)
    told = registry.read_export(account).coverage.set_index("kind")
    for kind in ("link", "post"):
        assert told.loc[kind, "status"] == "partial"
        assert "posts/your_videos.json, with texts of videos" in told.loc[kind, "reason"]
        assert "posts/album/0.json and 1 more, with texts of" in told.loc[kind, "reason"]


@pytest.mark.parametrize("shell_first", [True, False])
def test_a_share_of_two_records_is_one(read: Any, *, shell_first: bool) -> None:
    shell = {"timestamp": fb.AT, "title": "Example Agency shared a post.", "attachments": []}
    words = fb.post("Ka pai")
    found = read(*((shell, words) if shell_first else (words, shell)))
    assert rows(found) == [["post", "Ka pai", "", ""], ["repost", "Ka pai", "", ""]]
    assert set(found.interactions["unknown_reason"].dropna()) == {"not_in_export"}
    assert found.tallies[0].reported == {SAME_POST: 1}
    assert "record 1 and " in found.interactions["evidence"][0]


def test_two_posts_of_one_second_stay_two(read: Any) -> None:
    found = read(fb.post("Tahi"), fb.post("Rua"), fb.post("Tahi"))
    assert acts(found)["text"].tolist() == ["Tahi", "Rua"]


def test_posts_without_a_time_are_not_joined(read: Any) -> None:
    assert len(read(fb.post("Tahi", None), fb.post("Tahi", None)).interactions) == 2


def test_a_shared_link_is_a_link_and_no_share_of_an_account(read: Any) -> None:
    title = "Example Agency shared a link."
    found = read(fb.post(title=title, attachments=[fb.card("https://news.example/a")]))
    assert acts(found)["kind"].tolist() == ["post", "link"]


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Example Agency shared Kauri Party's photo.", ["repost"]),
        ("範例機關分享了 1 則貼文", ["repost"]),
        ("Example Agency shared a memory.", []),
        ("Shared Services Agency updated its cover photo.", []),
        ("", []),
    ],
)
def test_a_share_is_told_by_its_title(read: Any, title: str, kinds: list[str]) -> None:
    found = read(fb.post(title=title))
    assert acts(found)["kind"].tolist() == kinds
    assert found.tallies[0].reported == ({} if kinds else {EMPTY: 1})


def test_a_link_to_a_post_says_whose_it_is(read: Any) -> None:
    own = "https://www.facebook.com/example_agency/posts/9"
    group = "https://www.facebook.com/groups/1/posts/2"
    quoted = read(fb.post(f"{fb.KAURI_POST} {own} {group}"))
    assert acts(quoted)[["kind", "account_id"]].to_numpy().tolist() == [
        ["post", ""],
        ["quote", "kauriparty"],
        ["quote", ""],
    ]
    assert quoted.accounts["account_id"].tolist() == ["kauriparty"]
    title = "Example Agency shared a post."
    shared = read(fb.post("Ka pai", title=title, attachments=[fb.card(fb.KAURI_POST)]))
    assert acts(shared)[["kind", "account_id"]].to_numpy().tolist() == [
        ["post", ""],
        ["repost", "kauriparty"],
    ]


@pytest.mark.parametrize(
    "name",
    [
        "posts/your_posts.json",
        "posts/your_posts_1.json",
        "posts/profile_posts_12.json",
        "this_profile's_activity_across_facebook/posts/profile_posts_1.json",
        "your_posts__check_ins__photos_and_videos_2.json",
    ],
)
def test_every_name_the_file_has_had(read: Any, name: str) -> None:
    assert len(read(fb.post("Kia ora"), name=name).interactions) == 1


def test_the_wrapper_of_old_files(tmp_path: Path) -> None:
    content = meta_json({"status_updates": [fb.post("Kia ora")]})
    path = write_folder(tmp_path / "old", {"posts/your_posts.json": content})
    account = OwnAccount("facebook", "example_agency", "export", (path,), (), READ_AT)
    assert rows(registry.read_export(account)) == [["post", "Kia ora", "", ""]]


def test_kinds_not_asked_for_are_counted(read: Any) -> None:
    found = read(fb.post("Kia ora"), fb.post("https://a.example", fb.AT + 9), kinds=("link",))
    assert acts(found)["kind"].tolist() == ["link"]
    assert found.tallies[0].kept == 1
