"""Decisions go out in a workbook, come back, and are recorded once."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from audit.cli.program import execute
from audit.decisions.model import MISSING, NOT_USED, NOTED, UNDECIDED, USED
from audit.run import make
from audit.run.answers import collect_answers
from audit.run.returned import kept, read
from audit.run.returned.kept import Places
from audit.run.returned.store import findings_of
from connectors.errors import ConfigError
from tests.reports.workbooks import table_rows
from tests.run.job import NOW, lay_out, run
from tests.run.returning import fill

pytestmark = pytest.mark.slow  # each plays reviews and their workbooks through

LATER = NOW + timedelta(days=20)
DUE = date(2026, 12, 18)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    return run(lay_out(tmp_path_factory.mktemp("decisions")))


@pytest.fixture
def job(made, tmp_path: Path):
    """The same run in a folder of the test's own: its configuration, and its items by kind."""
    base = made.folder.parents[1]
    shutil.copytree(base / "runs", tmp_path / "runs")
    lay_out(tmp_path)
    items: dict[str, list[str]] = {}
    for finding in made.review.findings:
        if finding.priority != "info":
            items.setdefault(finding.kind, []).append(finding.item)
    return tmp_path, items, tmp_path / "runs" / made.folder.name / made.workbook.name


def loaded(base: Path):
    from audit import config  # noqa: PLC0415

    return config.load(base / "config.toml")


def test_what_came_back_is_recorded_with_its_place_and_copied(job) -> None:
    base, items, workbook = job
    keep, unfollow, typo, *_ = items["follow"]
    fill(workbook, {
        keep: {"decision": "Keep", "reason": "Statutory partner: tēnā, keep"},
        unfollow: {"decision": "Unfollow", "owner": "Comms", "due": DUE},
        typo: {"decision": "unfolow", "reason": "kept word for word"},
    })  # fmt: skip
    reading = read.read(loaded(base), [workbook], LATER, dry_run=False).reading
    counts = [reading.count(one) for one in (USED, NOTED, NOT_USED, MISSING)]
    assert counts == [2, 0, 1, 0]
    assert reading.count(UNDECIDED) == reading.files[0].rows - 3
    one, two = kept.load_decisions(Places(base))
    assert (one.item, one.decision, one.reason) == (keep, "Keep", "Statutory partner: tēnā, keep")
    assert (two.item, two.owner, two.due, two.read_at) == (unfollow, "Comms", DUE, LATER)
    copy = base / "decisions" / "workbooks" / f"{one.sha256}.xlsx"
    assert copy.read_bytes() == workbook.read_bytes()
    refused = next(each for each in reading.outcomes if each.item == typo)
    assert refused.written.reason == "kept word for word"


def test_a_dry_run_records_nothing_and_a_second_reading_adds_nothing(job) -> None:
    base, items, workbook = job
    fill(workbook, {items["follow"][0]: {"decision": "Keep", "reason": "Partner"}})
    assert read.read(loaded(base), [workbook], LATER, dry_run=True).reading.count(USED) == 1
    assert not (base / "decisions.csv").exists()
    assert not (base / "decisions").exists()
    read.read(loaded(base), [workbook], LATER, dry_run=False)
    before = (base / "decisions.csv").read_bytes()
    again = read.read(loaded(base), [workbook], LATER + timedelta(1), dry_run=False)
    assert "read before, on 25 October 2026, and has not changed since" in again.again[0]
    assert again.reading.files == ()
    fill(workbook, {})  # saved again, so that its bytes are others
    read.read(loaded(base), [workbook], LATER + timedelta(2), dry_run=False)
    assert (base / "decisions.csv").read_bytes() == before


def test_a_run_that_is_killed_between_two_files_reads_them_again(job) -> None:
    base, items, workbook = job
    fill(workbook, {items["follow"][0]: {"decision": "Keep", "reason": "Partner"}})
    read.read(loaded(base), [workbook], LATER, dry_run=False)
    before = (base / "decisions.csv").read_bytes()
    shutil.rmtree(base / "decisions" / "readings")
    again = read.read(loaded(base), [workbook], LATER, dry_run=False)
    assert again.reading.count(USED) == 1
    assert (base / "decisions.csv").read_bytes() == before
    assert list((base / "decisions" / "readings").glob("*.json"))


def test_a_run_reads_the_run_folder_and_the_inbox_by_itself(job) -> None:
    base, items, workbook = job
    one, two, *_ = items["follow"]
    inbox = base / "inbox"
    inbox.mkdir()
    (inbox / "~$review.xlsx").write_bytes(b"lock")
    (inbox / "notes.txt").write_text("not a workbook")
    fill(workbook, {two: {"decision": "Escalate", "owner": "DCE"}}, inbox / "from DCE.xlsx")
    fill(workbook, {one: {"decision": "Keep", "reason": "Partner"}})
    text = (base / "config.toml").read_text(encoding="utf-8")
    with_inbox = text.replace("[review]", '[review]\ninbox = ["inbox"]', 1)
    (base / "config.toml").write_text(with_inbox, encoding="utf-8")
    second = run(loaded(base), "2026-Q4", NOW + timedelta(days=92))
    recorded = {each.item: each for each in kept.load_decisions(Places(base))}
    assert recorded[one].file == workbook.name
    assert recorded[two].file == "from DCE.xlsx"
    copied = second.folder / "inputs" / "decisions" / "decisions.csv"
    assert copied.read_bytes() == (base / "decisions.csv").read_bytes()
    # a third run finds nothing new, and shows the same readings no second time
    run(loaded(base), "2027-Q1", NOW + timedelta(days=180))
    assert len(kept.load_readings(Places(base))) == 1
    third = kept.load_recorded(base / "runs" / "2027-Q1")
    assert (len(third.decisions), third.readings) == (2, ())


def test_an_untouched_workbook_is_no_reading(job) -> None:
    base, _, _ = job
    run(loaded(base), "2026-Q4", NOW + timedelta(days=92))
    assert not (base / "decisions").exists()


def test_a_file_that_is_not_there_or_locked_is_said(job, capsys) -> None:
    base, _, _ = job
    with pytest.raises(ConfigError, match="is not there"):
        read.read(loaded(base), [base / "none.xlsx"], LATER, dry_run=False)
    locked = base / "locked.xlsx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert execute(["decisions", "read", str(locked), "--config", str(base / "config.toml")]) == 1
    assert "password or a sensitivity label. Save a copy without it" in capsys.readouterr().out


def test_the_command_says_each_row_and_shows_what_is_recorded(job, capsys) -> None:
    base, items, workbook = job
    place = ["--config", str(base / "config.toml")]
    keep, late, *_ = items["follow"]
    fill(workbook, {
        keep: {"decision": "Keep"}, late: {"decision": "Unfollow", "due": "3/12/2026"}
    })  # fmt: skip
    assert execute(["decisions", "read", str(workbook), *place]) == 0
    said = capsys.readouterr().out
    assert "“3/12/2026” was read day first as 3 December 2026" in said
    assert "2 decisions newly recorded" in said
    assert execute(["decisions", "show", *place]) == 0
    shown = capsys.readouterr().out
    assert f"{keep}: Keep; lacks a reason; written in {workbook.name}, sheet Findings" in shown


def test_purposes_come_back_and_are_carried_forward_and_asked_again_when_due(job) -> None:
    base, _, workbook = job
    book = load_workbook(workbook)
    sheet = book["Followed accounts"]
    (table,) = sheet.tables.values()
    heading = sheet[table.ref][0]
    places = {cell.value: cell.column for cell in heading}
    empty = [
        row for row in range(heading[0].row + 1, sheet.max_row + 1)
        if not sheet.cell(row, places["Purpose"]).value and sheet.cell(row, places["Account"]).value
    ]  # fmt: skip
    first, second = empty[:2]
    for row, day in ((first, date(2027, 1, 1)), (second, date(2027, 6, 1))):
        sheet.cell(row, places["Purpose"]).value = "Regulated entity: tēnā"
        sheet.cell(row, places["Owner"]).value = "Comms"
        sheet.cell(row, places["Review by"]).value = day
    names = [str(sheet.cell(row, places["Account"]).value) for row in empty[:2]]
    book.save(workbook)
    before = sum(one.check == "purpose-missing" for one in findings_of(base / "runs" / "2026-Q3"))
    made = run(loaded(base), "2026-Q4", NOW + timedelta(days=92))
    text = (base / "purposes-read.csv").read_text(encoding="utf-8")
    assert text.count("Regulated entity: tēnā,Comms") == 2
    again = [one for one in made.review.findings if one.check == "purpose-missing"]
    assert len(again) == before - 1
    due = [one for one in again if "was to be looked at again by 1 January 2027" in one.title]
    assert len(due) == 1
    assert names[0].lstrip("@") in due[0].title
    assert "2 purposes read, 0 not used" in made.review.decisions.sentence
    rows = table_rows(load_workbook(made.workbook)["Followed accounts"])
    carried = [row for row in rows if row["Purpose"] == "Regulated entity: tēnā"]
    assert {row["Account"] for row in carried} == set(names)
    assert {row["Review by"].date() for row in carried} == {date(2027, 1, 1), date(2027, 6, 1)}
    rebuilt = make.rebuild(made.folder, base / "again", lambda message: None)
    assert rebuilt.workbook.read_bytes() == made.workbook.read_bytes()


def test_explain_says_evidence_rule_history_and_decisions(job, capsys) -> None:
    base, items, workbook = job
    place = ["--config", str(base / "config.toml")]
    flagged = items["follow"][0]
    fill(workbook, {flagged: {"decision": "unfolow", "reason": "Tēnā"}})
    assert execute(["decisions", "read", str(workbook), *place]) == 1
    fill(workbook, {flagged: {"decision": "Keep", "reason": "Partner"}})
    assert execute(["decisions", "read", str(workbook), *place]) == 0
    capsys.readouterr()
    assert execute(["explain", flagged.lower(), *place]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Item {flagged}: Follows ")
    ours = "Ministry of Example: outlets to look at, 2026, dated 1 August 2026, names the account"
    assert f"Who says so\n  {ours}" in said
    assert "The rule\n  “Flagged account followed” (flagged-source-followed). It looks for" in said
    assert "clause F3 (Following and interacting)" in said
    quarter = "Quarter 1 of 2026/27 (1 July to 30 September 2026), read on 5 October 2026"
    assert f"History\n  {quarter}: found for the first time." in said
    assert f"from row 2 of the sheet Findings in {workbook.name}" in said
    assert "Reason: Partner. It stands until " in said
    assert "Not used on " in said
    assert "did you mean Unfollow?" in said


def test_explain_of_a_number_that_no_run_gave_says_what_to_do(job, capsys) -> None:
    base, _, _ = job
    assert execute(["explain", "26Q3-0999-0", "--config", str(base / "config.toml")]) == 2
    assert "Copy its number from the workbook" in capsys.readouterr().err


def test_reading_a_file_again_says_plainly_that_nothing_changed(job, capsys) -> None:
    base, items, workbook = job
    fill(workbook, {items["follow"][0]: {"decision": "unfolow"}})
    asked = ["decisions", "read", str(workbook), "--config", str(base / "config.toml")]
    assert execute([*asked, "--now", LATER.isoformat()]) == 1
    said = capsys.readouterr().out
    rows = len(findings_of(base / "runs" / "2026-Q3"))
    assert f"Findings: {rows} rows read: 0 used, 0 used with a note, 1 not used, {rows - 1}" in said
    assert "Followed accounts: 0 purposes written or changed: 0 used, 0 used with" in said
    assert "Guidance: 0 answers that the last review did not have.\n" in said
    assert execute(asked) == 0
    assert capsys.readouterr().out.startswith(
        f"{workbook.name}: it was read before, on 25 October 2026, and has not changed since.\n"
        "Nothing new was read, and nothing that is recorded changed.\n"
    )


def test_purposes_and_answers_of_a_file_read_by_the_command_are_told_and_kept(job, capsys) -> None:
    base, _, workbook = job
    book = load_workbook(workbook)
    for row in (place for place in book["Guidance"].iter_rows() if place[0].value == "M1"):
        row[-3].value, row[-2].value, row[-1].value = "Yes", "Hana Example", "7 October 2026"
    for row in (place for place in book["Guidance"].iter_rows() if place[0].value == "M2"):
        row[-3].value = "No"
    rows = list(book["Followed accounts"].iter_rows())
    free = [row for row in rows if row[2].value and row[0].value and not row[-3].value]
    for row, until in zip(free, (date(2027, 3, 1), "1/3/2027", "1/3/2031"), strict=False):
        row[-3].value, row[-1].value = "Regulated entity", until
    elsewhere = base / "sent by Hana.xlsx"
    book.save(elsewhere)
    asked = ["decisions", "read", str(elsewhere), "--config", str(base / "config.toml")]
    assert execute([*asked, "--now", LATER.isoformat()]) == 1
    said = capsys.readouterr().out
    assert "3 purposes written or changed: 1 used, 1 used with a note, 1 not used." in said
    assert "1 March 2031 is not from 5 October 2026 to 5 April 2028" in said
    assert "“1/3/2027” was read day first as 1 March 2027" in said
    assert "M1: Yes, by Hana Example, on 7 October 2026.\n" in said
    assert "M2: No. It does not count without a name and a date.\n" in said
    assert "Guidance: 2 answers that the last review did not have" in said
    assert len(kept.load_purposes(Places(base))) == 2
    elsewhere.unlink()
    answers = {one.clause: one for one in collect_answers(loaded(base))}
    assert set(answers) == {"M1", "M2"}
    assert (answers["M1"].by, answers["M1"].on) == ("Hana Example", date(2026, 10, 7))
    assert answers["M1"].source.startswith("sent by Hana.xlsx, sheet Guidance, row ")
