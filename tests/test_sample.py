import hashlib
import json
import re
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from audit import config, inputs
from audit.assemble import assemble
from audit.period import choose
from audit.record import Record
from audit.run.collect import collect
from audit.run.remember import remember
from connectors.archive import open_archive

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "sample"
NOW = datetime(2026, 10, 4, 17, 30, tzinfo=UTC)
NOT_MADE = {"README.md"}
PLATFORM_HOSTS = {
    "x.com",
    "twitter.com",
    "mobile.x.com",
    "t.co",
    "bsky.app",
    "www.facebook.com",
    "www.linkedin.com",
    "schemas.openxmlformats.org",  # the name of Word's format
    "www.w3.org",  # the name of the ActivityStreams vocabulary, not a page
}


@pytest.fixture(scope="module")
def again(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    command = [sys.executable, "-B", str(SAMPLE / "make_sample.py"), str(folder)]
    subprocess.run(command, check=True)
    return folder


@pytest.fixture(scope="module")
def expected():
    return json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def loaded():
    return config.load(ROOT / "config.toml")


@pytest.fixture(scope="module")
def gathered(loaded):
    return collect(loaded, NOW, lambda _: None, {})


@pytest.fixture(scope="module")
def review(loaded, gathered, tmp_path_factory):
    period = choose("2026-Q3", NOW, "financial")
    history = remember(tmp_path_factory.mktemp("runs"), period, gathered, NOW.date())
    used = inputs.load(inputs.paths_of(loaded), NOW.date())
    return assemble(Record(gathered, history, period, NOW), loaded.config, used)


def data_files(folder):
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and path.name not in NOT_MADE
    }


def cells(path):
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def whole_text():
    """Give everything that the sample says, archives opened."""
    parts = []
    for path in data_files(SAMPLE).values():
        if path.suffix == ".xlsx":
            parts.append(str(cells(path)))
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                parts += [archive.read(name).decode() for name in archive.namelist()]
        elif path.suffix == ".gz":
            archive = open_archive([path])
            parts += [archive.read(member).decode() for member in archive.members]
        else:
            parts.append(path.read_bytes().decode("utf-8", "replace"))
    return "\n".join(parts)


def test_the_script_makes_the_same_bytes_again(again):
    made, shipped = data_files(again), data_files(SAMPLE)
    assert made.keys() == shipped.keys()
    for name, path in made.items():
        if path.suffix == ".xlsx":
            assert cells(path) == cells(shipped[name])
        else:
            assert path.read_bytes() == shipped[name].read_bytes(), name


def test_the_sample_is_small():
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*.*") if path.suffix != ".pyc") < 6e5


def test_every_row_that_was_written_is_read(gathered, expected):
    counts = Counter(
        zip(gathered.interactions["platform"], gathered.interactions["kind"], strict=True)
    )
    rows = expected["rows"].items()
    assert counts == {(platform, kind): n for platform, kinds in rows for kind, n in kinds.items()}


def test_every_account_is_read(gathered):
    assert all(own.read for own in gathered.own)
    assert set(gathered.coverage["status"]) == {"complete", "partial", "not_attempted"}


def test_a_first_review_finds_what_was_put_in(review, expected):
    assert Counter(finding.check for finding in review.findings) == expected["findings"]
    assert {finding.check for finding in review.findings} <= {check.id for check in review.checks}
    assert review.status == "complete"


def test_the_lists_differ_in_their_verdicts(review):
    verdicts = {(row.scope, row.kind): row.verdict for row in review.balance}
    assert verdicts["all", "follow"] == "uneven"
    assert verdicts["x", "follow"] == "strongly_uneven"
    assert verdicts["bluesky", "follow"] == "no_sign"
    assert verdicts["mastodon", "follow"] == "too_few"
    assert verdicts["linkedin", "follow"] == "not_assessable"


def test_labels_follow_the_day_and_the_id(review):
    followed = review.evidence.followed.query("platform == 'x'")
    labels = Counter(followed["role"])
    assert labels["candidate"] == 1
    assert Counter(followed["party"])["Independent"] == 1
    by_handle = followed[followed["matched_by"] == "handle"]
    assert len(by_handle) == 2


def test_places_that_only_look_flagged_are_not_found(review):
    links = review.evidence.links
    flagged = links.loc[links["flagged_by"].fillna("") != "", "url"]
    assert len(flagged) == 7  # one stands in its post twice, with other trackers
    assert review.totals["link"] == len(links) - 1
    assert not flagged.str.contains("quiet-garden|notshouting|huia").any()


def test_what_looks_like_an_official_account_is_what_was_planted(review):
    found = {f.check: f for f in review.findings if f.check in ("look-alike", "nearly-alike")}
    assert found["look-alike"].subject.handle == "mlstwate_tauira"
    assert "can be read as “@mistwate_tauira”" in found["look-alike"].why
    assert found["nearly-alike"].subject.handle == "ravengta_tauira"
    assert "differs by one or two letters from “@ravengat_tauira”" in found["nearly-alike"].why


def test_every_flagged_item_says_which_row_of_which_file_and_how_to_correct_it(review):
    content = (SAMPLE / "flagged.csv").read_bytes()
    lines = content.decode().splitlines()
    said = [one for finding in review.findings for one in finding.evidence if one.correct]
    assert len(said) == len([f for f in review.findings if f.check.startswith("flagged-")])
    for one in said:
        name, _, line = one.file.partition(", line ")
        assert name == "flagged.csv"
        assert one.sha256 == hashlib.sha256(content).hexdigest()
        assert all(cell in lines[int(line) - 1] for cell in one.row.split(" | "))
        assert one.rule


def test_every_sheet_has_rows(review):
    tables = review.evidence
    assert all(len(t) for t in (tables.followed, tables.likes, tables.reposts, tables.links))
    assert review.balance
    assert review.coverage


def test_no_host_is_real():
    hosts = set(re.findall(r"https?://([A-Za-z0-9.-]+)", whole_text()))
    assert {host for host in hosts if not host.endswith(".example")} <= PLATFORM_HOSTS


def test_handles_and_ids_are_invented():
    text = whole_text()
    assert all(name.endswith("_tauira") for name in re.findall(r'"screen_name": "(\w+)"', text))
    dids = re.findall(r"did:plc:[a-z2-7]+", text)
    assert dids
    assert all(re.match(r"did:plc:tauira[a-z2-7]{18}", did) for did in dids)
    numbers = re.findall(r"user_id=(\d+)", text)
    assert len(numbers) == 240
    assert min(map(int, numbers)) > 4 * 10**18


def test_the_sample_holds_hostile_texts(gathered):
    acts = gathered.interactions["text"].dropna()
    names = gathered.accounts["name"].dropna()
    assert acts.str.startswith("=1+1").any()
    assert acts.str.contains("<script>").any()
    assert acts.str.contains("\x07").any()
    assert names.str.contains("\u202e").any()
    assert names.str.startswith("=1+1").sum() == 2
