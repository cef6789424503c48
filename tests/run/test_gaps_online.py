"""register gaps --read --online: each row in one bucket by what the platforms say of it."""

import csv
import logging
import shutil
import time
from pathlib import Path

import pytest

from audit.cli import execute
from connectors.lookup import mastodon
from tests.reports.test_workbook_print import converted
from tests.run.gaps_online import EVIDENCE, ROWS, TOKEN, filled_in, gaps, with_platforms
from tests.run.job import lay_out
from tests.servers.local import in_turn, serving
from tests.servers.platforms import platforms, written

BUCKETS = ("taken", "doubtful", "wrong")
COUNTED = ", ".join(f"{sum(row.bucket == one for row in ROWS)} {one}" for one in BUCKETS)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    lay_out(tmp_path)
    monkeypatch.setenv("X_TOKEN", TOKEN)
    monkeypatch.delenv("UNSET_KEY", raising=False)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    return str(tmp_path / "config.toml")


def overlay_of(config: str) -> Path:
    return Path(config).parent / "ours"


def read(config: str, path: Path, *more: str) -> int:
    return gaps(config, "--read", str(path), "--overlay", str(overlay_of(config)), *more)


def buckets(lines: list[str]) -> dict[str, tuple[str, str]]:
    """Give the bucket and the reason of each row by its handle, and see that it has one alone."""
    found: dict[str, tuple[str, str]] = {}
    for line in lines:
        if line.startswith("Row "):
            place, bucket, *reason = line.rstrip(".").split(": ")
            handle = place.rpartition(", ")[2].removeprefix("@")
            assert handle not in found
            found[handle] = (bucket, ": ".join(reason))
    return found


def expect(lines: list[str]) -> None:
    found = buckets(lines)
    assert {row.handle: row.bucket for row in ROWS} == {
        handle: bucket for handle, (bucket, _) in found.items()
    }
    for row in ROWS:
        assert row.words in found[row.handle][1]
    counted = next(line for line in lines if " rows: " in line)
    assert f": {COUNTED}, " in counted


def accounts(config: str) -> dict[str, dict[str, str]]:
    with (overlay_of(config) / "accounts.csv").open(encoding="utf-8") as rows:
        return {row["handle"]: row for row in csv.DictReader(rows)}


def test_each_row_ends_in_one_bucket_and_what_is_confirmed_has_its_id(
    config: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "missing.xlsx"
    known = filled_in(config, path)
    with platforms(known) as (address, asked):
        monkeypatch.setattr(mastodon, "SERVER", address)
        with_platforms(config, address)
        capsys.readouterr()
        assert read(config, path, "--online") == 1
        lines = capsys.readouterr().out.splitlines()
        expect(lines)
        assert "Asking Mastodon about 2 accounts, without an account of yours." in lines
        assert "Asking X about 4 accounts, as set for @manatu_tauira on X." in lines
        assert "Of those taken, the platforms confirmed 3 of 4." in lines
        there = accounts(config)
        assert {row["status"] for row in there.values()} == {"current"}
        shown = {
            handle: (row["platform_id"], row["source"], row["as_at"])
            for handle, row in there.items()
        }
        assert shown == {
            "good.tauira.example": ("did:plc:good", "gaps+online", "2026-10-06"),
            "good@whare.tauira.example": (
                "https://whare.tauira.example/users/good",
                "gaps+online",
                "2026-10-06",
            ),
            "good_tauira_x": ("41", "gaps+online", "2026-10-06"),
            "good.tauira.page": ("", "gaps", "2026-10-05"),
        }
        log = (overlay_of(config) / "log.csv").read_text(encoding="utf-8")
        assert "@good_tauira_x on X, checked by Kiri, confirmed by X" in log
        assert read(config, path, "--online") == 1
        again = capsys.readouterr().out
        assert "Wrote 0 accounts" in again
        assert (overlay_of(config) / "log.csv").read_text(encoding="utf-8") == log
    read_and_logged = f"{lines} {again} {caplog.text}"
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert TOKEN not in read_and_logged
    assert all(TOKEN.encode() not in one.read_bytes() for one in files)
    assert all(TOKEN not in one.path for one in asked)


def test_what_was_taken_in_without_asking_gains_its_id_later(
    config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "missing.xlsx"
    known = filled_in(config, path)
    capsys.readouterr()
    assert read(config, path) == 1
    found = buckets(capsys.readouterr().out.splitlines())
    assert {handle: bucket for handle, (bucket, _) in found.items()} == {
        row.handle: row.again for row in ROWS
    }
    assert accounts(config)["Good_Tauira_X"]["platform_id"] == ""
    with platforms(known) as (address, _):
        monkeypatch.setattr(mastodon, "SERVER", address)
        with_platforms(config, address)
        assert read(config, path, "--online") == 1
    row = accounts(config)["good_tauira_x"]
    assert (row["platform_id"], row["source"], row["evidence_url"]) == (
        "41",
        "gaps+online",
        EVIDENCE,
    )


@pytest.mark.parametrize("status", [401, 404, 429, 503])
def test_a_platform_that_does_not_answer_confirms_nothing(
    config: str,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "missing.xlsx"
    filled_in(config, path)
    headers = {"Retry-After": "100000"} if status == 429 else {}
    with serving(in_turn(written({"title": "No"}, status, **headers))) as (address, _):
        monkeypatch.setattr(mastodon, "SERVER", address)
        with_platforms(config, address)
        capsys.readouterr()
        assert read(config, path, "--online") == 1
    found = buckets(capsys.readouterr().out.splitlines())
    taken = [handle for handle, (bucket, _) in found.items() if bucket == "taken"]
    assert taken == ["good.tauira.page"]
    asked = [reason for handle, (_, reason) in found.items() if handle.startswith("good.tauira.e")]
    assert all("it could not be looked up: 127.0.0.1" in reason for reason in asked)
    assert list(accounts(config)) == ["good.tauira.page"]


def test_without_an_account_for_it_x_is_not_asked(
    config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "missing.xlsx"
    known = filled_in(config, path)
    with platforms(known) as (address, asked):
        monkeypatch.setattr(mastodon, "SERVER", address)
        monkeypatch.setattr("connectors.lookup.bluesky.PUBLIC", address)
        capsys.readouterr()
        assert read(config, path, "--online") == 1
    found = buckets(capsys.readouterr().out.splitlines())
    assert found["good.tauira.example"] == ("taken", "")
    assert found["Good_Tauira_X"] == (
        "taken",
        'not confirmed: no [[account]] for X has read = "api"',
    )
    assert not [one for one in asked if "/2/users" in one.path]
    row = accounts(config)["Good_Tauira_X"]
    assert (row["platform_id"], row["source"], row["as_at"]) == ("", "gaps", "2026-10-05")


def test_a_variable_without_a_credential_is_not_sent(
    config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "missing.xlsx"
    known = filled_in(config, path)
    monkeypatch.setenv("X_TOKEN", f"{TOKEN}\nHost: elsewhere.example")
    with platforms(known) as (address, asked):
        monkeypatch.setattr(mastodon, "SERVER", address)
        with_platforms(config, address)
        capsys.readouterr()
        assert read(config, path, "--online") == 1
    out = capsys.readouterr().out
    reason = "it could not be looked up: the environment variable X_TOKEN holds no credential"
    assert buckets(out.splitlines())["Good_Tauira_X"] == ("doubtful", reason)
    assert TOKEN not in out
    assert not [one for one in asked if "/2/users" in one.path]


def test_online_wants_a_workbook(config: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert gaps(config, "--online") == 2
    assert "name it with --read" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_saves_it_again_and_each_row_has_its_bucket(
    config: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "missing.xlsx"
    known = filled_in(config, path)
    saved = converted(path, "xlsx")
    with platforms(known) as (address, _):
        monkeypatch.setattr(mastodon, "SERVER", address)
        with_platforms(config, address)
        capsys.readouterr()
        assert read(config, saved, "--online") == 1
    expect(capsys.readouterr().out.splitlines())
    assert execute(["register", "check", "--config", config]) in {0, 1}
