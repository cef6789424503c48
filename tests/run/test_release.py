"""The copy for release of the sample's run: what is in it, and above all what is not."""

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from audit.cli import execute
from audit.review.released import WITHHELD, Released
from audit.run import manifest
from audit.run.release import release
from audit.run.verification import verify
from connectors.errors import ConfigError, SourceError
from reports.pdf import NO_BROWSER, find_browser
from tests.reports.page_dom import read
from tests.run import job

PLANTED = "zzplanted"
GOOD = "Our partner in the harbour clean-up"
REASONS = {
    "withheld account": GOOD,
    "names its owner": "Tamsin asked for it",
    "has an address": "Ask riverkeeper@mail.example",
    "names somebody withheld": "Like Heron Watchers",
    "good": GOOD,
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return job.run(job.lay_out(tmp_path_factory.mktemp("sample"))).folder


@pytest.fixture
def copied(run: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(run, tmp_path / run.name))


@pytest.fixture(scope="module")
def made(run: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Released, Path]:
    one = release(run, tmp_path_factory.mktemp("copy") / "out", None)
    return one.released, one.folder


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def content(folder: Path) -> str:
    files = (path for path in sorted(folder.rglob("*")) if path.suffix != ".pdf")
    return "\n".join(path.read_text(encoding="utf-8-sig") for path in files if path.is_file())


def rewrite(folder: Path, review: Any) -> None:
    """Put another review into a run folder, as though it had been made with it."""
    (folder / "review.json").write_text(json.dumps(review), encoding="utf-8")
    (folder / manifest.NAME).write_text(manifest.manifest(folder), encoding="utf-8")


def review_of(folder: Path) -> Any:
    return json.loads((folder / "review.json").read_text(encoding="utf-8"))


def planted(value: Any) -> Any:
    """Give every object a field that no reader knows."""
    if isinstance(value, dict):
        known = {key: planted(one) for key, one in value.items()}
        counts = all(isinstance(one, int | float) for one in value.values())
        return known if counts else {**known, "new_column": PLANTED}
    return [planted(one) for one in value] if isinstance(value, list) else value


def test_no_field_that_is_not_named_comes_out_and_no_note_of_ours(copied: Path) -> None:
    review = planted(review_of(copied))
    for finding in review["findings"]:
        finding.update(dict.fromkeys(("note", "title", "why", "post_url", "key"), PLANTED))
        finding["decision"] |= {"decision": "Keep", "owner": f"{PLANTED} {PLANTED}"}
        for one in finding["evidence"]:
            one.update(dict.fromkeys(("row", "url", "file", "correct", "rule"), PLANTED))
    for row in review["coverage"]:
        row.update({"reason": PLANTED, "agency_account": PLANTED})
    for row in review["guidance"]:
        row.update(dict.fromkeys(("evidence", "answer", "by", "question"), PLANTED))
    for part in (*review["balance"], review["changes"]):
        part["notes"] = [PLANTED]
    review |= {"limits": [PLANTED], "marking": PLANTED, "inputs": [], "files": []}
    review["decisions"] |= {"sentence": PLANTED, "files": [PLANTED]}
    rewrite(copied, review)
    assert (copied / "review.json").read_text(encoding="utf-8").count(PLANTED) > 1000
    made = release(copied, None, None)
    assert PLANTED not in repr(made.released)
    assert PLANTED not in content(made.folder)
    assert {row["Decision"] for row in rows(made.folder, "items")} == {"Keep"}


def test_no_account_is_in_it_but_those_of_people_in_office_parties_and_organisations(
    run: Path, made: tuple[Released, Path]
) -> None:
    released, folder = made
    named = {(one.platform, one.name) for one in released.acts if one.state == "named"}
    accounts = pd.read_parquet(run / "frames" / "accounts.parquet")
    own = {row["handle"] for row in review_of(run)["coverage"]}
    people = pd.read_csv(run / "inputs" / "register" / "people.csv")["name"]
    parties = pd.read_csv(run / "inputs" / "register" / "parties.csv")["name"]
    bodies = pd.read_csv(run / "inputs" / "register" / "organisations.csv")["name"]
    assert {name for _, name in named} <= {*people, *parties, *bodies}
    shown = {one.account for one in released.acts} | own
    said = content(folder)
    private = accounts[~accounts["handle"].isin(shown)]
    assert len(private) > 300
    for name in ("account_id", "handle"):
        values = private[name].dropna()
        assert not [one for one in values[values.str.len() > 6] if one in said]
    assert "Heron watchers" in accounts["name"].tolist()
    assert "Heron watchers" not in said


def test_no_text_of_a_post_and_no_address_is_in_it(run: Path, made: tuple[Released, Path]) -> None:
    acts = pd.read_parquet(run / "frames" / "interactions.parquet")
    said = content(made[1])
    for name in ("text", "post_url", "post_id", "url"):
        values = acts[name].dropna().unique()
        assert not [one for one in values if len(one) > 12 and one in said]
    assert "http" not in said.replace("http-equiv", "")
    review = review_of(run)
    files = {one["name"] for one in review["inputs"]} | {one["source"] for one in review["files"]}
    assert len(files) > 5
    assert not [name for name in files if name in said]


def test_what_is_named_withheld_and_not_known_adds_up_to_what_was_read(
    run: Path, made: tuple[Released, Path]
) -> None:
    released, _ = made
    totals = review_of(run)["totals"]
    for kind in ("follow", "like", "repost", "quote"):
        assert sum(one.acts for one in released.acts if one.kind == kind) == totals[kind]
    assert sum(one.links for one in released.sites) == totals["link"]
    assert len(released.items) == len(review_of(run)["findings"])
    told = released.withheld
    assert told.acts + sum(one.acts for one in released.acts if one.state != "withheld") == sum(
        totals[kind] for kind in ("follow", "like", "repost", "quote")
    )


def test_what_is_withheld_and_what_could_not_be_read_are_said_apart(
    made: tuple[Released, Path],
) -> None:
    released, folder = made
    told = released.withheld
    assert told.accounts > 0
    assert told.links > 0
    pasted = (folder / "transparency.txt").read_text(encoding="utf-8")
    assert f"{told.accounts} accounts are withheld under section 9(2)(a)" in pasted
    assert "181 of 272 likes could not be attributed" in pasted
    assert "of company/manatu-tauira on LinkedIn were not read." in pasted
    assert pasted.startswith("Te Manatū Tauira | Ministry of Example\n")
    likes = [row for row in rows(folder, "accounts") if row["Type"] == "Like"]
    unknown = [row for row in likes if row["Whose account"] == "Author not known"]
    assert sum(int(row["How many"]) for row in unknown) == 181
    assert {row["Accounts"] for row in unknown} == {""}
    statuses = {row["What we could read"] for row in rows(folder, "coverage")}
    assert {"Read in full", "Read in part", "Not read"} <= statuses


def test_a_list_that_names_a_page_says_nothing_of_the_host(made: tuple[Released, Path]) -> None:
    items = rows(made[1], "items")
    linked = [row for row in items if row["Rule"] == "Flagged source linked"]
    assert {row["About"] for row in linked} > {WITHHELD, "loud-lantern.example"}
    assert "letters.example" not in content(made[1])
    dates = {row["Date"] for row in items if row["About"] == WITHHELD}
    assert dates == {WITHHELD}
    assert {one.on for one in made[0].items if one.about == WITHHELD} == {None}


def test_reasons_are_in_it_as_written_unless_they_tell_of_somebody(copied: Path) -> None:
    review = review_of(copied)
    by_check = {
        check: [one for one in review["findings"] if one["check"] == check]
        for check in ("purpose-missing", "political-account-shared")
    }
    about = [by_check["purpose-missing"][1], *by_check["political-account-shared"][:4]]
    for finding, (_, reason) in zip(about, REASONS.items(), strict=True):
        finding["decision"] |= {
            "decision": "Keep", "owner": "Tamsin Rook", "reason": reason,
            "decided_on": "2026-10-09", "due": "2027-01-31",
        }  # fmt: skip
    rewrite(copied, review)
    folder = release(copied, None, None).folder
    by_item = {row["Item"]: row for row in rows(folder, "items")}
    told = [by_item[finding["item"]] for finding in about]
    assert [row["Reason"] for row in told] == [WITHHELD] * 4 + [GOOD]
    assert {row["Decision"] for row in told} == {"Keep"}
    assert {row["Decided on"] for row in told} == {"2026-10-09"}
    said = content(folder)
    assert "Tamsin" not in said
    assert "2027" not in said.replace("2026/27", "")
    assert "Keep, 9 October 2026: Our partner in the harbour clean-up" in said


def test_two_copies_of_one_run_are_the_same_bytes_and_have_a_manifest(
    run: Path, made: tuple[Released, Path], tmp_path: Path
) -> None:
    again = release(run, tmp_path / "again", None).folder
    names = sorted(path.name for path in made[1].iterdir())
    assert names == sorted(path.name for path in again.iterdir())
    for name in names:
        assert (again / name).read_bytes() == (made[1] / name).read_bytes()
    assert verify(again).whole
    assert verify(again).checked == len(names) - 1


def test_every_table_opens_in_a_spreadsheet_and_runs_nothing(made: tuple[Released, Path]) -> None:
    tables = sorted(made[1].glob("*.csv"))
    assert len(tables) == 11
    for path in tables:
        assert path.read_bytes().startswith("\ufeff".encode())
        cells = [cell for row in rows(made[1], path.stem) for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_page_has_no_script_no_link_out_and_the_policy_says_so(
    made: tuple[Released, Path],
) -> None:
    page = read((made[1] / "release-2026-Q3.html").read_text(encoding="utf-8"))
    policies = [node.attrs.get("content", "") for node in page.all("meta")]
    assert any(
        re.fullmatch(
            r"default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'",
            policy,
        )
        for policy in policies
    )
    assert not page.all("script", "img", "form", "link")
    ids = [node.attrs["id"] for node in page.walk() if "id" in node.attrs]
    assert len(ids) == len(set(ids))
    targets = [node.attrs["href"] for node in page.all("a")]
    assert targets
    assert {target.removeprefix("#") for target in targets} <= set(ids)
    assert [node.words for node in page.walk() if node.attrs.get("lang") == "mi"] == [
        "Te Manatū Tauira"
    ]


def test_a_workbook_that_holds_decisions_by_now_is_no_damage(copied: Path) -> None:
    (copied / "review-2026-Q3.xlsx").write_bytes(b"decided")
    assert release(copied, None, None).folder == copied.with_name("2026-Q3-release").resolve()


@pytest.mark.parametrize("name", ["review.json", "frames/accounts.parquet", "run.json"])
def test_nothing_is_released_from_a_folder_that_changed(copied: Path, name: str) -> None:
    (copied / name).write_bytes(b"{}")
    with pytest.raises(SourceError, match=f"^{name} of .* changed or went"):
        release(copied, None, None)
    assert not copied.with_name("2026-Q3-release").exists()


def test_a_review_of_another_make_is_refused(copied: Path) -> None:
    rewrite(copied, {"schema": 1})
    with pytest.raises(SourceError, match=r"Nothing can be released from .*: its review"):
        release(copied, None, None)


def test_nothing_is_overwritten_and_the_run_folder_never_changed(
    copied: Path, tmp_path: Path
) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(ConfigError, match="there already"):
        release(copied, tmp_path / "there", None)
    with pytest.raises(ConfigError, match="never changed"):
        release(copied, copied / "out", None)


def test_the_command_says_what_is_withheld_and_what_to_look_at(
    run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert execute(["release", str(run), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert f"Copy for release: {tmp_path / 'out'}" in said
    assert NO_BROWSER in said
    assert "accounts are withheld under section 9(2)(a)" in said
    assert "Before you release it" in said


def test_the_command_says_in_a_sentence_what_is_wrong(
    copied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert execute(["release", str(tmp_path / "nowhere")]) == 2
    assert "is no run folder" in capsys.readouterr().err
    (copied / "run.json").unlink()
    assert execute(["release", str(copied)]) == 4
    assert "so nothing is released from it" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_the_pdf_has_the_page_and_no_account_that_is_withheld(run: Path, tmp_path: Path) -> None:
    browser = find_browser({"PATH": "/usr/bin:/usr/local/bin"})
    if browser is None:
        pytest.skip("no browser is installed")
    made = release(run, tmp_path / "out", browser)
    assert made.no_pdf == ""
    pdf = made.folder / "release-2026-Q3.pdf"
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True, text=True
    ).stdout
    assert "copy for release" in text
    assert "Aroha Fernhollow" in text
    assert "Heron watchers" not in text
    assert "heronrid" not in text
    assert b"file://" not in pdf.read_bytes()
