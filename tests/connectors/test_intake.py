"""The intake: what files are, whose, which belong together, and what was not recognised."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.exports.base import ExportOwner
from connectors.frames import KINDS
from connectors.intake import Found, Intake, look
from tests.connectors import bluesky_files, business_files, facebook_files, mastodon_files, x_files
from tests.connectors.contract import READ_AT, write_folder, write_tgz, write_zip

NAMED_OWNER = ExportOwner("agency@home.example", "agency@home.example")


def taken(*paths: Path, **handles: str) -> Intake:
    return look(paths, handles, READ_AT, lambda _: None)


def only(*paths: Path, **handles: str) -> Found:
    intake = taken(*paths, **handles)
    assert not intake.unrecognised
    (found,) = intake.found
    return found


def why(path: Path) -> str:
    intake = taken(path)
    assert not intake.found
    assert not intake.in_order
    (one,) = intake.unrecognised
    return one.why


def mastodon(name: str = "agency") -> Mapping[str, bytes]:
    return {
        "actor.json": mastodon_files.actor(name),
        "outbox.json": mastodon_files.outbox(mastodon_files.post(1)),
        "likes.json": mastodon_files.likes(mastodon_files.KAURI_POST),
    }


def facebook() -> Mapping[str, bytes]:
    """Give a Facebook export without the file that says whose it is."""
    files = facebook_files.export(follows=[facebook_files.entry("Kauri Party")])
    return {name: content for name, content in files.items() if name != facebook_files.OWNER}


def test_an_archive_says_what_it_is_whose_and_from_when(tmp_path: Path) -> None:
    found = only(write_zip(tmp_path / "twitter.zip", x_files.good_files()))
    assert (found.platform, found.form, found.method) == ("x", "X archive", "export")
    assert found.owner == ExportOwner(x_files.OWN_HANDLE, x_files.OWN_ID)
    assert found.made_at == datetime(2026, 9, 30, 20, 15, 31, 187000, UTC)
    assert found.said
    assert sorted(found.coverage["kind"]) == sorted(KINDS)
    assert all(tally.kept for tally in found.tallies)


@pytest.mark.parametrize("packer", [write_zip, write_tgz, write_folder])
def test_each_format_says_its_owner_however_it_is_packed(tmp_path: Path, packer) -> None:  # type: ignore[no-untyped-def]
    found = only(packer(tmp_path / "archive.tgz", mastodon()))
    assert found.owner == NAMED_OWNER
    assert found.made_at is None


def test_a_repository_says_its_did_and_takes_the_handle_that_a_person_gives(tmp_path: Path) -> None:
    path = tmp_path / "repo.car"
    path.write_bytes(bluesky_files.repository({}))
    assert only(path).owner.handle == bluesky_files.DID
    named = only(path, bluesky="agency.example").owner
    assert named == ExportOwner("agency.example", bluesky_files.DID)


def test_an_account_of_the_fediverse_keeps_the_name_that_its_archive_gives(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "archive.zip", mastodon())
    for name in ("agency", "agency@home.example"):
        assert only(path, mastodon=name).owner.handle == "agency@home.example"
        assert only(path, mastodon=name).notes == ()
    other = only(path, mastodon="other")
    assert (other.owner.handle, other.trouble) == ("agency@home.example", "")
    assert "It is not of @other, which you gave." in other.notes[0]


def test_an_export_that_does_not_say_whose_it_is_waits_for_a_handle(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "export.zip", facebook())
    assert only(path).owner.handle == ""
    assert not taken(path).in_order
    assert not any("your_handle" in note for note in only(path).notes)
    given = only(path, facebook="example.agency")
    assert given.owner.handle == "example.agency"
    assert not given.said
    assert taken(path, facebook="example.agency").in_order


def test_an_export_of_another_account_than_was_given_is_said(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "twitter.zip", x_files.good_files())
    assert "It is not of @kea_news, which you gave." in only(path, x="kea_news").notes[0]
    assert only(path, x=x_files.OWN_HANDLE.upper()).notes == ()


def test_the_parts_of_one_export_are_one_account(tmp_path: Path) -> None:
    first = write_zip(tmp_path / "facebook-exampleagency-2026-11-01-aB3.zip", facebook())
    pictures = {"posts/media/picture.jpg": b"jpg"}
    second = write_zip(tmp_path / "facebook-exampleagency-2026-11-01-zZ9.zip", pictures)
    other = write_zip(tmp_path / "facebook-anotherone-2026-11-01-q1.zip", facebook())
    intake = taken(tmp_path)
    assert [one.paths for one in intake.found] == [(other,), (first, second)]
    assert [one.owner.handle for one in intake.found] == ["anotherone", "exampleagency"]
    assert not intake.unrecognised


def test_a_damaged_part_is_not_hidden_in_its_export(tmp_path: Path) -> None:
    write_zip(tmp_path / "takeout-1.zip", mastodon())
    (tmp_path / "takeout-2.zip").write_bytes(b"PK\x03\x04 cut")
    intake = taken(tmp_path)
    assert [one.path.name for one in intake.unrecognised] == ["takeout-2.zip"]
    assert not intake.in_order


def test_several_exports_of_one_account_are_one_block_and_others_are_others(tmp_path: Path) -> None:
    spring = write_zip(tmp_path / "a spring.zip", mastodon())
    autumn = write_zip(tmp_path / "b autumn.zip", mastodon())
    other = write_zip(tmp_path / "c.zip", mastodon("minister"))
    assert [one.paths for one in taken(tmp_path).found] == [(spring, autumn), (other,)]


def test_loose_files_of_one_folder_are_one_export(tmp_path: Path) -> None:
    csv = mastodon_files.CSV_HEADER + "kauri@birds.example,true,false,\n"
    files = {**mastodon(), "following_accounts.csv": csv.encode(), "avatar.png": b"png"}
    folder = write_folder(tmp_path / "mine", files)
    assert only(tmp_path).paths == (folder,)
    chosen = only(folder / "outbox.json", folder / "following_accounts.csv")
    assert chosen.owner == NAMED_OWNER
    assert len(chosen.paths) == 2


def test_the_follows_of_mastodon_join_the_only_archive_beside_them(tmp_path: Path) -> None:
    csv = tmp_path / "following_accounts.csv"
    csv.write_text(
        mastodon_files.CSV_HEADER + "kauri@birds.example,true,false,\n", encoding="utf-8"
    )
    archive = write_zip(tmp_path / "archive-20261001000000-aa.zip", mastodon())
    found = only(tmp_path)
    assert (found.paths, found.joined) == ((archive, csv), (csv,))
    assert found.coverage.set_index("kind")["fetched"]["follow"] == 1
    write_zip(tmp_path / "archive-20261001000000-bb.zip", mastodon("minister"))
    assert [one.paths for one in taken(tmp_path).found][2] == (csv,)
    assert not taken(tmp_path).in_order


def test_exports_without_a_name_are_of_the_handle_that_a_person_gives(tmp_path: Path) -> None:
    for name in ("meta one.zip", "new.zip"):
        write_zip(tmp_path / name, facebook())
    assert len(taken(tmp_path).found) == 2
    assert [path.name for path in only(tmp_path, facebook="example.agency").paths] == [
        "meta one.zip",
        "new.zip",
    ]
    write_zip(tmp_path / "facebook-anotherone-2026-11-01-q1.zip", facebook())
    assert len(taken(tmp_path, facebook="example.agency").found) == 2


@pytest.mark.parametrize("said", [True, False])
def test_a_list_of_posts_joins_the_export_of_the_same_page(tmp_path: Path, said: bool) -> None:
    files = facebook_files.export(follows=[facebook_files.entry("Kauri Party")])
    export = write_zip(tmp_path / "export.zip", files if said else facebook())
    rows = business_files.sheet(business_files.FACEBOOK, business_files.facebook_row(1))
    posts = tmp_path / "posts.csv"
    posts.write_bytes(rows)
    found = only(tmp_path, facebook="example_agency")
    assert (found.form, found.paths) == ("Facebook export", (export, posts))
    assert any("posts.csv is not read" in note for note in found.notes)


def test_a_list_of_posts_stands_by_itself_where_the_export_has_no_posts(tmp_path: Path) -> None:
    files = facebook_files.export(follows=[facebook_files.entry("Kauri Party")])
    del files[facebook_files.POSTS]
    write_zip(tmp_path / "export.zip", files)
    rows = business_files.sheet(business_files.FACEBOOK, business_files.facebook_row(1))
    (tmp_path / "posts.csv").write_bytes(rows)
    intake = taken(tmp_path)
    assert [one.owner.handle for one in intake.found] == ["example_agency", "example_agency"]
    posts = [one.coverage.set_index("kind")["fetched"]["post"] for one in intake.found]
    assert posts == [0, 1]


def test_a_zip_of_lists_kept_by_hand_is_one(tmp_path: Path) -> None:
    lists = {"a.csv": b"Platform,Handle\nX,@kea_news\n", "b.csv": b"Link\nhttps://x.com/kauri\n"}
    found = only(write_zip(tmp_path / "lists.zip", lists), x="example_agency")
    assert (found.method, [tally.kept for tally in found.tallies]) == ("list", [1, 1])
    other = write_zip(tmp_path / "other.zip", {**lists, "notes.docx": b"PK"})
    assert [one.path for one in taken(other).unrecognised] == [other]


def test_pages_of_tiktok_say_what_to_order(tmp_path: Path) -> None:
    pages = {"TikTok/Activity/Like List.html": b"<html>", "TikTok/Activity/x.txt": b""}
    assert "export of TikTok made as pages (HTML)" in why(write_zip(tmp_path / "t.zip", pages))


def test_a_folder_of_unpacked_exports_is_as_many_accounts(tmp_path: Path) -> None:
    write_folder(tmp_path / "x", x_files.good_files())
    write_folder(tmp_path / "data" / "facebook", facebook())
    intake = taken(tmp_path)
    assert [one.platform for one in intake.found] == ["facebook", "x"]
    assert [path.name for one in intake.found for path in one.paths] == ["facebook", "x"]


def test_one_path_given_twice_counts_once(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "twitter.zip", x_files.good_files())
    assert only(path, tmp_path).paths == (path,)


def test_a_list_of_several_pages_gives_each_its_block(tmp_path: Path) -> None:
    path = tmp_path / "content.csv"
    other = {
        "Page ID": "2",
        "Page name": "Kea Service",
        "Permalink": "https://www.facebook.com/kea/posts/1",
    }
    rows = (business_files.facebook_row(1), business_files.facebook_row(2, **other))
    path.write_bytes(business_files.sheet(business_files.FACEBOOK, *rows))
    intake = taken(path)
    assert [one.owner.handle for one in intake.found] == ["example_agency", "kea"]
    assert [one.owner.name for one in intake.found] == ["Example Agency", "Kea Service"]
    assert not any(one.trouble for one in intake.found)


def test_a_list_kept_by_hand_gives_each_platform_its_block(tmp_path: Path) -> None:
    path = tmp_path / "review.csv"
    path.write_text(
        "Platform,Handle\nFacebook,kauri.party\nX,@kauri_party\nX,@kea_news\n", encoding="utf-8"
    )
    intake = taken(path, x="example_agency")
    assert [(one.platform, one.method) for one in intake.found] == [
        ("x", "list"),
        ("facebook", "list"),
    ]
    assert list(intake.found[0].coverage.set_index("kind")["fetched"][["follow", "like"]]) == [2, 0]
    assert [one.owner.handle for one in intake.found] == ["example_agency", ""]


def test_what_looks_like_a_list_in_an_export_is_of_the_export(tmp_path: Path) -> None:
    blocked = b"Name,Handle\nKea,https://home.example/@kea\nKauri,@kauri@birds.example\n"
    write_folder(tmp_path / "mine", {**mastodon(), "people on mastodon.csv": blocked})
    found = only(tmp_path)
    assert (found.method, found.paths) == ("export", (tmp_path / "mine",))


def test_figures_on_own_posts_are_no_list(tmp_path: Path) -> None:
    path = tmp_path / "account_analytics_content.csv"
    path.write_text(
        "Post id,Date,Post Link,Impressions,Likes,Engagements\n"
        "2076854200000000001,2026-07-14,https://x.com/example_agency/status/2,9,3,4\n",
        encoding="utf-8",
    )
    assert "no list of accounts" in why(path)


def test_what_is_refused_is_found_and_says_what_to_order(tmp_path: Path) -> None:
    page = {"connections/followers/who_you've_followed.html": b"<html>"}
    intake = taken(write_zip(tmp_path / "facebook.zip", page))
    assert "made as pages (HTML)" in intake.found[0].trouble
    assert "format JSON" in intake.found[0].trouble
    assert not intake.in_order


def test_a_file_that_cannot_be_read_is_not_in_order(tmp_path: Path) -> None:
    files = {**x_files.good_files(), "data/following.js": b"window.YTD.following.part0 = [ {"}
    intake = taken(write_zip(tmp_path / "twitter.zip", files))
    assert "failed" in set(intake.found[0].coverage["status"])
    assert not intake.in_order


def test_an_export_that_holds_nothing_to_review_is_not_in_order(tmp_path: Path) -> None:
    files = {"actor.json": mastodon_files.actor("agency")}
    intake = taken(write_zip(tmp_path / "archive.zip", files))
    assert intake.found[0].owner.handle
    assert set(intake.found[0].coverage["status"]) == {"unavailable"}
    assert not intake.in_order


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.txt", b"Kia ora", "It is a text and no export."),
        ("other.json", b'{\n  "a": {\n    "b": 1},\n  "c": 2}', "It is JSON with the keys a, c of"),
        ("follower.js", b"window.YTD.follower.part0 = [ ]", "lists those who follow the account"),
        ("app.js", b"window.YTD.app.part0 = [ ]", "a file of an X archive that no review looks"),
        (
            "Connections.csv",
            b"Notes:\n\nFirst Name,URL,Connected On\nAo,linkedin.com/in/ao,08 Feb 2026\n",
            "mutual and no follows",
        ),
        ("prices.csv", b"Item,Price\nPen,3\n", "with the columns Item, Price, which is of no"),
        ("empty.zip", b"", "is empty"),
        ("cut.zip", b"PK\x03\x04 cut", "Download"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0", "It is a file of another kind."),
        ("packed.7z", b"7z\xbc\xaf\x27\x1c", "packed with 7z"),
    ],
)
def test_what_is_not_recognised_says_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert said.casefold() in why(tmp_path / name).casefold()


def test_an_archive_inside_another_is_said(tmp_path: Path) -> None:
    write_zip(tmp_path / "inner.zip", x_files.good_files())
    outer = write_zip(tmp_path / "outer.zip", {"inner.zip": (tmp_path / "inner.zip").read_bytes()})
    assert "outer.zip holds another archive, inner.zip" in why(outer)


@given(
    files=st.dictionaries(
        st.sampled_from(["a.csv", "b.json", "c.zip", "d.xlsx", "e.car", "tweets.js", "likes.json"]),
        st.binary(max_size=300) | st.text(max_size=100).map(str.encode),
        max_size=3,
    )
)
def test_whatever_lies_in_a_folder_every_file_is_found_or_explained(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]
) -> None:
    folder = write_folder(tmp_path_factory.mktemp("pile"), files)
    intake = taken(folder)
    told = {path.name for one in intake.found for path in one.paths}
    told |= {one.path.name for one in intake.unrecognised}
    assert told == set(files) or told == {folder.name}
    assert all(one.why for one in intake.unrecognised)


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "empty is empty: there is no file in it" in why(tmp_path / "empty")
