"""A whole Facebook export: its roots, its chunks, what is missing, and whose it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from connectors.errors import SourceError
from connectors.exports import facebook
from tests.connectors import facebook_files as fb
from tests.connectors.contract import READ_AT, ExportContract, Files, write_folder, write_zip
from tests.connectors.meta_files import meta_json


class TestFacebookExport(ExportContract):
    form = facebook.FORMAT
    to_cut = fb.POSTS

    def good_files(self) -> Files:
        return {
            **fb.export(
                follows=[fb.entry("Te Pāti Tauira"), fb.entry("Kauri Party", url=fb.KAURI)],
                pages=[fb.page("Kauri Party"), fb.page("Tāmaki Café", fb.AT + 5)],
                liked=[fb.entry("Kauri Party", fb.AT - 9)],
                reactions=[fb.labelled(fb.KAURI_POST, name="Kauri Party")],
                posts=[
                    fb.post("Kia ora", attachments=[fb.card("https://news.example/a?fbclid=Iw0")]),
                    fb.post(at=fb.AT + 60, title="Example Agency shared a post."),
                    fb.post(f"He kōrero: {fb.KAURI_POST}", at=fb.AT + 90),
                ],
            ),
            fb.REACTIONS_1: meta_json([fb.titled("Example Agency likes Rimu's post.", fb.AT + 99)]),
        }

    def empty_files(self) -> Files:
        return fb.export()

    def coverage(self, *paths: Path) -> dict[str, dict[str, object]]:
        rows = self.collect(*paths).coverage.to_dict("records")
        return {str(row["kind"]): {str(k): v for k, v in row.items()} for row in rows}

    def test_acts_and_names_are_whole(self, tmp_path: Path) -> None:
        good = self.collect(write_folder(tmp_path / "good", self.good_files()))
        acts = good.interactions
        assert acts["kind"].value_counts().to_dict() == {
            "follow": 3,
            "like": 2,
            "post": 2,
            "link": 1,
            "repost": 1,
            "quote": 1,
        }
        assert set(acts["account_id"].dropna()) == {"kauriparty"}
        assert "Te Pāti Tauira" in set(acts["text"])
        assert good.accounts["name"].tolist() == ["Kauri Party"]
        assert good.agency_account == "example_agency"
        assert good.notes == ()

    @pytest.mark.parametrize(
        "root",
        [
            "",
            "your_activity_across_facebook/",
            "this_profile's_activity_across_facebook/",
            "personal_information/profile_information/your_facebook_activity/",
        ],
    )
    def test_every_root_gives_the_same(self, tmp_path: Path, root: str) -> None:
        files = self.good_files()
        moved = {name.replace(f"{fb.ROOT}/", root): content for name, content in files.items()}
        here = self.collect(write_folder(tmp_path / "here", files))
        there = self.collect(write_folder(tmp_path / "there", moved))
        acts = here.interactions.drop(columns="evidence")
        assert there.interactions.drop(columns="evidence").equals(acts)

    def test_apostrophes_may_be_lines(self, tmp_path: Path) -> None:
        files = {name.replace("'", "_"): content for name, content in self.good_files().items()}
        covered = self.coverage(write_folder(tmp_path / "lines", files))
        assert covered["follow"]["status"] == "complete"
        assert covered["follow"]["fetched"] == 3

    def test_chunks_and_overlapping_exports_give_each_act_once(self, tmp_path: Path) -> None:
        files = dict(self.good_files())
        whole = self.collect(write_zip(tmp_path / "facebook-agency-2026-09-01-a.zip", files))
        posts = {fb.POSTS: files.pop(fb.POSTS), "photos/a.jpg": b"x"}
        chunks = [
            write_zip(tmp_path / "facebook-agency-2026-10-01-b.zip", files),
            write_zip(tmp_path / "facebook-agency-2026-10-01-c.zip", posts),
        ]
        for paths in (chunks, [tmp_path / "facebook-agency-2026-09-01-a.zip", *chunks]):
            both = self.collect(*paths)
            assert len(both.interactions) == len(whole.interactions)
            assert set(both.coverage["as_at"]) == {datetime(2026, 10, 1, tzinfo=UTC)}
            assert all(" in facebook-agency" in evidence for evidence in both.interactions.evidence)
        assert "Lists of follows from 2 exports" in both.notes[0]
        assert set(whole.coverage["as_at"]) == {datetime(2026, 9, 1, tzinfo=UTC)}

    def test_without_a_day_in_its_name_it_counts_as_read_today(self, tmp_path: Path) -> None:
        assert (
            self.collect(write_zip(tmp_path / "mine.zip", self.good_files()))
            .coverage["as_at"]
            .eq(READ_AT)
            .all()
        )

    def test_what_is_not_there_is_said_with_what_to_tick(self, tmp_path: Path) -> None:
        alone = self.coverage(
            write_folder(tmp_path / "alone", {fb.FOLLOWED: self.good_files()[fb.FOLLOWED]})
        )
        assert alone["follow"]["status"] == "complete"
        assert "Not in the export: pages_and_profiles_you_follow.json" in str(
            alone["follow"]["reason"]
        )
        assert {alone[kind]["status"] for kind in alone if kind != "follow"} == {"unavailable"}
        assert "“Comments and reactions”" in str(alone["like"]["reason"])

    def test_pages_without_the_list_of_followed_are_a_part(self, tmp_path: Path) -> None:
        files = {fb.LIKED: meta_json({"page_likes_v2": [fb.entry("Kauri")]})}
        covered = self.coverage(write_folder(tmp_path / "liked", files))
        assert covered["follow"]["status"] == "partial"
        assert "no who_you've_followed.json" in str(covered["follow"]["reason"])

    def test_no_data_means_looked_and_found_nothing(self, tmp_path: Path) -> None:
        note = b"You have no data in this section"
        files = {
            "connections/followers/no-data.txt": note,
            f"{fb.ROOT}/comments_and_reactions/no-data.txt": note,
            f"{fb.ROOT}/posts/no-data.txt": note,
        }
        covered = self.coverage(write_folder(tmp_path / "none", files))
        assert {covered[kind]["status"] for kind in ("follow", "like", "post")} == {"complete"}
        assert "no-data.txt" in str(covered["like"]["reason"])
        assert sum(int(str(row["fetched"])) for row in covered.values()) == 0

    def test_a_broken_file_fails_its_own_kinds_alone(self, tmp_path: Path) -> None:
        files = {**self.good_files(), fb.POSTS: b"[{"}
        covered = self.coverage(write_folder(tmp_path / "broken", files))
        failed = {kind for kind, row in covered.items() if row["status"] == "failed"}
        assert failed == {"repost", "quote", "link", "post"}

    def test_records_of_another_form_make_it_partial(self, tmp_path: Path) -> None:
        files = {**self.good_files(), fb.REACTIONS: meta_json({"reactions_v9": "moved"})}
        covered = self.coverage(write_folder(tmp_path / "odd", files))
        assert covered["like"]["status"] == "partial"
        assert "1 of 1 records" in str(covered["like"]["reason"])


class TestWhose(ExportContract):
    """Exports that are not the agency's own, or not in a form that can be read."""

    form = facebook.FORMAT
    to_cut = fb.FOLLOWED

    def good_files(self) -> Files:
        return fb.export(follows=[fb.entry("Kauri", url=fb.KAURI), fb.entry("Rimu Society")])

    def empty_files(self) -> Files:
        return fb.export()

    def refused(self, path: Path, files: Files) -> str:
        with pytest.raises(SourceError) as caught:
            self.collect(write_folder(path / "export", files))
        return str(caught.value)

    def test_pages_are_refused_with_what_to_choose(self, tmp_path: Path) -> None:
        said = self.refused(tmp_path, {"connections/followers/who_you've_followed.html": b"<html>"})
        assert "the format JSON and the date range All time" in said

    def test_pages_beside_json_are_told(self, tmp_path: Path) -> None:
        files = {**self.good_files(), f"{fb.ROOT}/posts/your_posts_1.html": b"<html>"}
        notes = self.collect(write_folder(tmp_path / "both", files)).notes
        assert "Pages (HTML: 1)" in notes[0]

    def test_an_administrators_export_is_refused(self, tmp_path: Path) -> None:
        pages = meta_json({"pages_v2": [fb.entry("Manatū Tauira", url="https://x.example")]})
        private = {**self.good_files(), f"{fb.ROOT}/pages/your_pages.json": pages}
        said = self.refused(tmp_path, {**private, fb.OWNER: fb.owner(f"{fb.KAURI}.person")})
        assert "who looks after Manatū Tauira" in said
        assert "Switch into the Page's own profile" in said
        del private[fb.OWNER]
        assert "not the Page's" in self.refused(tmp_path, private)

    def test_a_profile_that_also_looks_after_a_page_is_read(self, tmp_path: Path) -> None:
        pages = meta_json({"pages_v2": [fb.entry("Manatū Tauira")]})
        files = {**self.good_files(), f"{fb.ROOT}/pages/your_pages.json": pages}
        assert len(self.collect(write_folder(tmp_path / "own", files)).interactions) == 2

    def test_another_owner_is_told(self, tmp_path: Path) -> None:
        files = {**self.good_files(), fb.OWNER: fb.owner(fb.KAURI, "Kauri Pāti")}
        said = self.refused(tmp_path, files)
        assert "belongs to KauriParty (Kauri Pāti), so nothing of it was read" in said
        assert "Switch into the Page's own profile first" in said

    def test_a_number_may_be_that_of_our_name(self, tmp_path: Path) -> None:
        numbered = "https://www.facebook.com/profile.php?id=100012345678901"
        files = {**self.good_files(), fb.OWNER: fb.owner(numbered, "Kauri Pāti")}
        collected = self.collect(write_folder(tmp_path / "other", files))
        assert "whether that is example_agency it does not say" in collected.notes[0]

    @pytest.mark.parametrize("content", [b"{", b"[]", meta_json({"profile": {"name": "Agency"}})])
    def test_an_owner_that_is_not_said(self, tmp_path: Path, content: bytes) -> None:
        files = {**self.good_files(), fb.OWNER: content}
        notes = self.collect(write_folder(tmp_path / "unsaid", files)).notes
        assert "read as example_agency's" in notes[0]

    def test_the_name_of_the_zip_may_say_whose_it_is(self, tmp_path: Path) -> None:
        files = {name: content for name, content in self.good_files().items() if name != fb.OWNER}
        ours = write_zip(tmp_path / "facebook-exampleagency-2026-10-01-a.zip", files)
        other = write_zip(tmp_path / "facebook-kauriparty-2026-10-01-a.zip", files)
        assert self.collect(ours).notes == ()
        assert "named for kauriparty" in self.collect(other).notes[0]
