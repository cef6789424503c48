"""From a pile of zips to a report, by somebody who has never seen a configuration."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit import config
from audit.cli import EXIT_CODES, execute
from audit.intake.blocks import block, configuration
from connectors import frames
from connectors.exports.base import ExportOwner
from connectors.intake import Found
from tests.connectors import bluesky_files, mastodon_files, x_files
from tests.connectors.contract import write_zip
from tests.run.job import NOW

AT = ("--now", NOW.isoformat())
POST = {"$type": "app.bsky.feed.post", "text": "Kia ora", "createdAt": "2026-08-01T00:00:00Z"}


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile of zips"
    folder.mkdir()
    write_zip(folder / "twitter-2026-09-30.zip", x_files.good_files())
    mastodon = {
        "actor.json": mastodon_files.actor(),
        "outbox.json": mastodon_files.outbox(mastodon_files.post(1)),
        "likes.json": mastodon_files.likes(mastodon_files.KAURI_POST),
    }
    write_zip(folder / "archive-20261001000000-aa.zip", mastodon)
    record = {f"app.bsky.feed.post/{bluesky_files.tid(1785542400000000)}": POST}
    (folder / "repo.car").write_bytes(bluesky_files.repository(record))
    (folder / "list.csv").write_text("Platform,Handle\nFacebook,kauri.party\n", encoding="utf-8")
    return folder


def test_from_a_pile_to_a_report(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = pile.parent / "config.toml"
    asked = ["intake", str(pile), "--write", str(target), "--agency", 'Te Manatū "Tauira"', *AT]
    asked += ["--handle", "facebook=example.agency", "--handle", "bluesky=@agency.example"]
    assert execute(asked) == 0
    said = capsys.readouterr().out
    assert "pile of zips/twitter-2026-09-30.zip: X archive of @Example_Agency" in said
    assert "made on 1 October 2026" in said
    assert f"Wrote {target}." in said
    loaded = config.load(target)
    assert loaded.config.agency.name == 'Te Manatū "Tauira"'
    assert [(one.platform, one.handle, one.read) for one in loaded.config.account] == [
        ("mastodon", "agency@home.example", "export"),
        ("facebook", "example.agency", "list"),
        ("bluesky", "agency.example", "export"),
        ("x", "Example_Agency", "export"),
    ]
    assert not any(path.is_absolute() for one in loaded.config.account for path in one.path)
    assert execute(["run", "--config", str(target), "--now", "2026-10-05T06:30:00+13:00"]) == 0
    run = pile.parent / "runs" / "2026-Q3"
    review = json.loads((run / "review.json").read_text(encoding="utf-8"))
    assert {row["platform"] for row in review["coverage"]} == {
        "x",
        "mastodon",
        "bluesky",
        "facebook",
    }
    said = "@agency.example on Bluesky: The repository names its owner as"
    assert any(sentence.startswith(said) for sentence in review["limits"])
    assert (run / "review-2026-Q3.html").exists()


def test_nothing_is_overwritten(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = pile / "config.toml"
    target.write_text("mine", encoding="utf-8")
    asked = ["intake", str(pile), "--write", str(target), "--agency", "Ministry of Example"]
    assert execute(asked) == 2
    assert "is there already" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "mine"


def test_an_agency_is_asked_for(pile: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert execute(["intake", str(pile), "--write", str(pile / "new.toml")]) == 2
    assert '--agency "Ministry of Example"' in capsys.readouterr().err
    assert not (pile / "new.toml").exists()


@pytest.mark.parametrize("given", ["facebook", "facebook=", "myspace=tom", "x=@"])
def test_a_handle_needs_a_platform(pile: Path, given: str) -> None:
    assert execute(["intake", str(pile), "--handle", given]) == 2


def test_a_handle_that_is_missing_is_asked_for_once_more_by_the_configuration(
    pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = pile.parent / "config.toml"
    asked = ["intake", str(pile), "--write", str(target), "--agency", "Ministry of Example"]
    assert execute(asked) == 1
    assert "--handle facebook=NAME" in capsys.readouterr().out
    assert execute(["check", "--config", str(target)]) == 2
    assert "handle is ''; it is empty, so fill it in" in capsys.readouterr().err


def test_nothing_to_read_makes_no_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("Kia ora", encoding="utf-8")
    target = tmp_path / "config.toml"
    asked = ["intake", str(tmp_path / "notes.txt"), "--write", str(target), "--agency", "A"]
    assert execute(asked) == 2
    assert "It is a text and no export." in capsys.readouterr().out
    assert not target.exists()


def test_json_is_all_there_is_on_the_standard_output(
    pile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (pile / "notes.txt").write_text("Kia ora", encoding="utf-8")
    assert execute(["intake", str(pile), "--json", *AT]) == 1
    out, err = capsys.readouterr()
    document = json.loads(out)
    x = next(one for one in document["found"] if one["platform"] == "x")
    assert x["account_id"] == x_files.OWN_ID
    assert {row["kind"] for row in x["coverage"]} == set(frames.KINDS)
    assert [one["path"].rpartition("/")[2] for one in document["unrecognised"]] == ["notes.txt"]
    assert f"Exit code 1: {EXIT_CODES[1]}." in err


@given(handle=st.text(), name=st.text(min_size=1), paths=st.lists(st.text(min_size=1), min_size=1))
def test_whatever_a_file_or_an_account_is_called_the_block_is_toml(
    handle: str, name: str, paths: list[str]
) -> None:
    safe = [path.encode("utf-8", "replace").decode().replace("\0", "?") for path in paths]
    files = tuple(Path(path) for path in safe)
    empty = frames.empty("coverage")
    found = Found("x", "X archive", "export", files, ExportOwner(handle), empty)
    raw = tomllib.loads(block(found, Path(), NOW.date()))["account"][0]
    assert raw["handle"] == handle
    assert len(raw["path"] if isinstance(raw["path"], list) else [raw["path"]]) == len(files)
    whole = tomllib.loads(configuration([found, found], name, Path(), NOW.date()))
    assert whole["agency"]["name"] == name
    assert len(whole["account"]) == 2
