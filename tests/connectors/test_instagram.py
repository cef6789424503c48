"""A whole Instagram export: its folders, its chunks, what is missing, and whose it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from connectors.errors import SourceError
from connectors.exports import instagram
from tests.connectors import business_files, x_files
from tests.connectors import instagram_files as ig
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder, write_zip
from tests.connectors.meta_files import meta_json


class TestInstagramExport(ExportContract):
    form = instagram.FORMAT
    to_cut = ig.LIKED

    def good_files(self) -> Files:
        return {
            **ig.export(
                follows=[ig.old_follow("kauri_party"), ig.new_follow("rimu.society", ig.AT + 5)],
                stories_liked=[ig.listed("kauri_party", ig.AT + 7)],
                posts=[
                    ig.post("Kia ora. He kōrero: https://news.example/a?igsh=x1"),
                    ig.carousel("Tāmaki Makaurau", ig.AT + 60),
                ],
                reels=[ig.post("Reel", ig.AT + 90, "media/reels/r.mp4")],
                stories=[ig.story(at=ig.AT + 95)],
            ),
            ig.LIKED: meta_json(
                [ig.new_like(ig.owner_group("Te Pāti Tauira", "Tauira.Party"), caption="Pānui")]
            ),
            ig.REPOSTS: meta_json([ig.repost(ig.owner_group("Kauri", "kauri_party"))]),
        }

    def empty_files(self) -> Files:
        return ig.export()

    def coverage(self, *paths: Path) -> dict[str, dict[str, object]]:
        rows = self.collect(*paths).coverage.to_dict("records")
        return {str(row["kind"]): {str(k): v for k, v in row.items()} for row in rows}

    def test_acts_and_names_are_whole(self, tmp_path: Path) -> None:
        good = self.collect(write_folder(tmp_path / "good", self.good_files()))
        acts = good.interactions
        assert acts["kind"].value_counts().to_dict() == {
            "follow": 2,
            "like": 2,
            "post": 4,
            "link": 1,
            "repost": 1,
        }
        assert set(acts["account_id"].dropna()) == {
            "@kauri_party",
            "@rimu.society",
            "@tauira.party",
        }
        assert acts["url"].dropna().tolist() == ["https://news.example/a"]
        assert {"Tāmaki Makaurau", "Pānui"} <= set(acts["text"].dropna())
        named = good.accounts.set_index("account_id")
        assert named.loc["@tauira.party", "name"] == "Te Pāti Tauira"
        assert named.loc["@tauira.party", "handle"] == "Tauira.Party"
        assert good.agency_account == "@example_agency"
        assert good.notes == ()

    def test_the_folders_of_2022_give_the_same(self, tmp_path: Path) -> None:
        old = {
            name.replace("connections/", "")
            .replace(f"{ig.ROOT}/media/", "content/")
            .replace(f"{ig.ROOT}/", "")
            .replace("personal_information/personal", "account_information/personal", 1): content
            for name, content in self.good_files().items()
        }
        here = self.collect(write_folder(tmp_path / "here", self.good_files()))
        there = self.collect(write_folder(tmp_path / "there", old))
        acts = here.interactions.drop(columns="evidence")
        assert there.interactions.drop(columns="evidence").equals(acts)

    def test_chunks_and_overlapping_exports_give_each_act_once(self, tmp_path: Path) -> None:
        files = dict(self.good_files())
        whole = write_zip(tmp_path / "instagram-example_agency-2026-09-01-AbC.zip", files)
        posts = {ig.POSTS: files.pop(ig.POSTS), "media/posts/a.jpg": b"x"}
        chunks = [
            write_zip(tmp_path / "instagram-example_agency-2026-10-01-AbD.zip", files),
            write_zip(tmp_path / "instagram-example_agency-2026-10-01-AbE.zip", posts),
        ]
        alone = self.collect(whole)
        for paths in (chunks, [whole, *chunks]):
            both = self.collect(*paths)
            assert len(both.interactions) == len(alone.interactions)
            assert set(both.coverage["as_at"]) == {datetime(2026, 10, 1, tzinfo=UTC)}
        assert "Lists of follows from 2 exports" in both.notes[0]
        assert set(alone.coverage["as_at"]) == {datetime(2026, 9, 1, tzinfo=UTC)}
        assert set(alone.accounts["as_at"]) == {datetime(2026, 9, 1, tzinfo=UTC)}

    def test_without_a_day_in_its_name_it_counts_as_read_today(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "mine.zip", self.good_files())
        assert self.collect(path).coverage["as_at"].eq(READ_AT).all()

    def test_one_list_alone_is_told_by_its_key(self, tmp_path: Path) -> None:
        lists = {"following.json": self.good_files()[ig.FOLLOWING]}
        alone = self.coverage(write_folder(tmp_path / "list", lists) / "following.json")
        assert alone["follow"]["status"] == "complete"
        assert alone["follow"]["fetched"] == 2
        assert {alone[kind]["status"] for kind in alone if kind != "follow"} == {"unavailable"}
        assert "“Likes” and “Story interactions”" in str(alone["like"]["reason"])
        other = write_folder(tmp_path / "other", {"following.json": b'{"following": []}'})
        with pytest.raises(SourceError, match="no export that is known"):
            self.collect(other / "following.json")

    def test_reposts_that_are_not_there_are_never_none(self, tmp_path: Path) -> None:
        covered = self.coverage(write_folder(tmp_path / "without", ig.export()))
        assert covered["repost"]["status"] == "unavailable"
        assert "does not mean that nothing was reposted" in str(covered["repost"]["reason"])
        notes = "personal_information/personal_information/note_and_repost_interactions.json"
        beside = self.coverage(write_folder(tmp_path / "notes", {**ig.export(), notes: b"[]"}))
        assert f"{Path(notes).name} is not read" in str(beside["repost"]["reason"])
        with_file = self.coverage(write_folder(tmp_path / "with", self.good_files()))
        assert with_file["repost"]["status"] == "partial"

    def test_lesser_files_alone_are_a_part(self, tmp_path: Path) -> None:
        files = {name: self.good_files()[name] for name in (ig.STORY_LIKES, ig.REELS)}
        covered = self.coverage(write_folder(tmp_path / "lesser", files))
        assert covered["like"]["status"] == covered["post"]["status"] == "partial"
        assert "There is no liked_posts.json" in str(covered["like"]["reason"])
        assert "There is no posts_1.json" in str(covered["post"]["reason"])
        assert "Not in the export: stories.json." in str(covered["post"]["reason"])

    def test_no_data_means_looked_and_found_nothing(self, tmp_path: Path) -> None:
        note = b"You have no data in this section"
        folders = (ig.LISTS, f"{ig.ROOT}/likes", f"{ig.ROOT}/media")
        files = {f"{folder}/no-data.txt": note for folder in folders}
        covered = self.coverage(write_folder(tmp_path / "none", files))
        assert {covered[kind]["status"] for kind in ("follow", "like", "post")} == {"complete"}
        assert "no-data.txt" in str(covered["like"]["reason"])

    @pytest.mark.parametrize(
        ("broken", "kinds"),
        [
            (ig.FOLLOWING, {"follow"}),
            (ig.REPOSTS, {"repost"}),
        ],
    )
    def test_a_broken_file_fails_its_own_kind_alone(
        self, tmp_path: Path, broken: str, kinds: set[str]
    ) -> None:
        covered = self.coverage(
            write_folder(tmp_path / "broken", {**self.good_files(), broken: b"[{"})
        )
        assert {kind for kind, row in covered.items() if row["status"] == "failed"} == kinds

    def test_saved_pending_and_hashtags_are_no_acts(self, tmp_path: Path) -> None:
        people = meta_json({"relationships_follow_requests_sent": [ig.old_follow("totara")]})
        saved = meta_json({"saved_saved_media": [ig.old_like("totara")]})
        files = {
            **self.good_files(),
            f"{ig.LISTS}/pending_follow_requests.json": people,
            f"{ig.LISTS}/recent_follow_requests.json": people,
            f"{ig.LISTS}/following_hashtags.json": people,
            f"{ig.LISTS}/followers_1.json": people,
            f"{ig.ROOT}/saved/saved_posts.json": saved,
            f"{ig.ROOT}/media/archived_posts.json": meta_json([ig.post("Kept back")]),
        }
        collected = self.collect(write_folder(tmp_path / "more", files))
        assert "@totara" not in set(collected.interactions["account_id"].dropna())
        assert "Kept back" not in set(collected.interactions["text"].dropna())

    def test_likes_of_comments_are_counted_apart(self, tmp_path: Path) -> None:
        comments = meta_json({"likes_comment_likes": [ig.old_like("totara"), ig.old_like("rimu")]})
        path = write_folder(tmp_path / "comments", {**self.good_files(), ig.COMMENTS: comments})
        like = self.coverage(path)["like"]
        assert (like["status"], like["fetched"]) == ("complete", 2)
        assert "Likes of comments (2) are not counted." in str(like["reason"])
        broken = write_folder(tmp_path / "broken", {**self.good_files(), ig.COMMENTS: b"[{"})
        assert self.coverage(broken)["like"]["status"] == "partial"

    def test_what_mixes_drafts_with_posts_is_told(self, tmp_path: Path) -> None:
        files = {**self.good_files(), f"{ig.ROOT}/media/other_content.json": b"[]"}
        covered = self.coverage(write_folder(tmp_path / "drafts", files))
        assert "other_content.json is not read" in str(covered["post"]["reason"])


def refused(path: Path, files: Files) -> str:
    case = TestInstagramExport()
    with pytest.raises(SourceError) as caught:
        case.collect(write_folder(path / "export", files))
    return str(caught.value)


def notes(path: Path, files: Files) -> tuple[str, ...]:
    return TestInstagramExport().collect(write_folder(path / "export", files)).notes


def test_pages_are_refused_with_what_to_choose(tmp_path: Path) -> None:
    said = refused(tmp_path, {f"{ig.LISTS}/following.html": b"<html>", "a/no-data.txt": b""})
    assert "made as pages (HTML)" in said
    assert "the format JSON and the date range All time" in said


def test_pages_beside_json_are_told(tmp_path: Path) -> None:
    files = {**ig.export(), f"{ig.ROOT}/media/posts_1.html": b"<html>"}
    assert "Pages (HTML: 1)" in notes(tmp_path, files)[0]


def test_another_platform_is_no_export_of_instagram(tmp_path: Path) -> None:
    assert "this looks like an X archive" in refused(tmp_path, x_files.good_files())


def test_a_list_of_posts_beside_the_export_is_told(tmp_path: Path) -> None:
    posts = business_files.sheet(business_files.INSTAGRAM, business_files.instagram_row())
    found = notes(tmp_path, {**ig.export(), "posts.csv": posts})
    assert found == ("posts.csv is not read: the export beside it holds the posts.",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (ig.owner(Benutzername="kauri_party"), "does not say whose it is"),
        (meta_json({"profile_user": [{"string_map_data": None}]}), "does not say whose it is"),
        (b"{", "does not say whose it is"),
    ],
)
def test_an_owner_that_is_not_told_is_said(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in notes(tmp_path, {**ig.export(), ig.OWNER: content})[0]


def test_the_export_of_another_account_is_not_read(tmp_path: Path) -> None:
    files = {**ig.export(), ig.OWNER: ig.owner(Username="kauri_party")}
    assert "belongs to @kauri_party, so nothing of it was read" in refused(tmp_path, files)


def test_our_own_export_is_ours_in_any_language(tmp_path: Path) -> None:
    content = ig.owner(**{"Ingoa kaiwhakamahi": "Example_Agency", "Ingoa": "Manatū Tauira"})
    assert notes(tmp_path, {**ig.export(), ig.OWNER: content}) == ()


def test_the_name_of_the_zip_may_say_whose_it_is(tmp_path: Path) -> None:
    files = {name: content for name, content in ig.export().items() if name != ig.OWNER}
    path = write_zip(tmp_path / "instagram-kauri.party-2026-10-01-AbC.zip", files)
    with pytest.raises(SourceError, match=r"belongs to @kauri\.party"):
        TestInstagramExport().collect(path)
