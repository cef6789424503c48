"""What every export format owes: inherit ExportContract and give a good export and an empty one."""

import io
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from connectors import frames
from connectors.archive import open_archive
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import registry
from connectors.exports.base import ExportFormat

READ_AT = datetime(2026, 10, 5, 6, 30, tzinfo=UTC)
Files = Mapping[str, bytes]


def write_folder(path: Path, files: Files) -> Path:
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def write_zip(path: Path, files: Files) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def write_tgz(path: Path, files: Files) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return path


class ExportContract:
    """Subclasses give ``form``, ``handle``, ``good_files``, ``empty_files`` and ``to_cut``.

    ``good_files`` maps paths inside to bytes: an export with rows of every kind that the format
    can give. ``empty_files`` is the export of an account that did nothing. ``to_cut`` is the path
    of a file of ``good_files`` that holds records. The form must be in the registry.
    """

    form: ExportFormat
    handle = "example_agency"
    to_cut: str

    def good_files(self) -> Files:
        raise NotImplementedError

    def empty_files(self) -> Files:
        raise NotImplementedError

    def account(self, *paths: Path, kinds: tuple[str, ...] = ()) -> OwnAccount:
        return OwnAccount(self.form.platform, self.handle, "export", paths, kinds, READ_AT)

    def collect(self, *paths: Path, kinds: tuple[str, ...] = ()) -> Collected:
        return registry.read_export(self.account(*paths, kinds=kinds))

    @pytest.fixture
    def good(self, tmp_path: Path) -> Collected:
        return self.collect(write_zip(tmp_path / "export.zip", self.good_files()))

    def test_the_registry_finds_this_format_by_content(self, tmp_path: Path) -> None:
        archive = open_archive([write_zip(tmp_path / "export.bin", self.good_files())])
        found = [form.name for form in registry.FORMATS if form.recognise(archive)]
        assert found == [self.form.name]

    def test_it_recognises_no_unrelated_files(self, tmp_path: Path) -> None:
        files = {"data/notes.json": b"{}", "main.js": b"window.x = 1", "list.csv": b"a,b\n1,2\n"}
        assert not self.form.recognise(open_archive([write_folder(tmp_path / "other", files)]))

    def test_frames_are_valid_and_ids_are_text(self, good: Collected) -> None:
        good.validated(self.form.name)
        assert len(good.interactions)
        for frame, column in (
            (good.interactions, "account_id"),
            (good.interactions, "post_id"),
            (good.accounts, "account_id"),
        ):
            assert all(isinstance(value, str) for value in frame[column].dropna())

    def test_every_record_is_kept_or_reported(self, good: Collected) -> None:
        assert good.tallies
        for tally in good.tallies:
            assert tally.records == tally.kept + sum(tally.reported.values())
            assert any(tally.source.startswith(name) for name in self.good_files())

    def test_coverage_counts_the_rows_that_there_are(self, good: Collected) -> None:
        assert sorted(good.coverage["kind"]) == sorted(frames.KINDS)
        for row in good.coverage.to_dict("records"):
            rows = good.interactions[good.interactions["kind"] == row["kind"]]
            targeted = row["kind"] not in ("link", "post")
            assert row["fetched"] == len(rows)
            assert row["unattributed"] == (rows["account_id"].isna().sum() if targeted else 0)
            assert row["status"] == "complete" or row["reason"]
        assert set(good.coverage["agency_account"]) == {good.agency_account}

    def test_each_known_account_has_one_row(self, good: Collected) -> None:
        ids = set(good.interactions["account_id"].dropna()) - {good.agency_account}
        assert set(good.accounts["account_id"]) >= ids

    def test_evidence_names_a_file_of_the_export(self, good: Collected) -> None:
        names = tuple(self.good_files())
        assert good.interactions["evidence"].str.startswith(names).all()
        assert good.interactions["evidence"].str.contains(r"\d|row|line|record").all()

    def test_only_the_kinds_asked_for_are_given(self, good: Collected, tmp_path: Path) -> None:
        for kind in sorted(set(good.interactions["kind"])):
            only = self.collect(tmp_path / "export.zip", kinds=(kind,))
            assert list(only.coverage["kind"]) == [kind]
            assert set(only.interactions["kind"]) == {kind}
            assert len(only.interactions) == (good.interactions["kind"] == kind).sum()

    def test_twice_the_same(self, good: Collected, tmp_path: Path) -> None:
        assert_same(good, self.collect(tmp_path / "export.zip"))
        assert good.inputs == self.collect(tmp_path / "export.zip").inputs
        assert good.inputs[0].name == "export.zip"

    def test_the_container_makes_no_difference(self, good: Collected, tmp_path: Path) -> None:
        files = dict(reversed(list(self.good_files().items())))
        under = {f"export 2026/{name}": content for name, content in files.items()}
        for path in (
            write_folder(tmp_path / "folder", files),
            write_tgz(tmp_path / "packed.tgz", files),
            write_zip(tmp_path / "under.zip", under),
        ):
            assert_same(good, self.collect(path))

    def test_an_empty_account_is_covered_and_has_no_rows(self, tmp_path: Path) -> None:
        empty = self.collect(write_zip(tmp_path / "empty.zip", self.empty_files()))
        assert len(empty.interactions) == 0
        assert sorted(empty.coverage["kind"]) == sorted(frames.KINDS)
        assert "complete" in set(empty.coverage["status"])
        assert set(empty.coverage["status"]) <= {"complete", "partial", "unavailable"}
        assert (empty.coverage["fetched"] == 0).all()

    @pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.77, 0.98])
    def test_a_cut_file_never_looks_whole(
        self, good: Collected, tmp_path: Path, share: float
    ) -> None:
        files = dict(self.good_files())
        files[self.to_cut] = files[self.to_cut][: int(len(files[self.to_cut]) * share)]
        try:
            cut = self.collect(write_folder(tmp_path / "cut", files))
        except SourceError as error:
            named = str(error)
        else:
            worse = cut.coverage["status"].ne(good.coverage["status"])
            assert worse.any()
            assert cut.coverage["status"][worse].isin(["partial", "failed"]).all()
            named = " ".join([*cut.coverage["reason"].dropna(), *cut.notes])
        assert Path(self.to_cut).name in named

    def test_another_platform_is_told_apart(self, tmp_path: Path) -> None:
        path = write_zip(tmp_path / "export.zip", self.good_files())
        other = next(name for name in frames.PLATFORMS if name != self.form.platform)
        account = replace(self.account(path), platform=other)
        with pytest.raises(SourceError, match=f"the configuration says {other}"):
            registry.read_export(account)


def assert_same(one: Collected, other: Collected) -> None:
    """The same acts, accounts and coverage; the place inside may have another folder in front."""
    for name in frames.FRAMES:
        left, right = getattr(one, name), getattr(other, name)
        if name == "interactions":
            inside = right["evidence"].str.replace("export 2026/", "", regex=False)
            right = right.assign(evidence=inside)
        pd.testing.assert_frame_equal(left, right)
    assert [(t.records, t.kept, t.reported) for t in one.tallies] == [
        (t.records, t.kept, t.reported) for t in other.tallies
    ]
