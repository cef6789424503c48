"""The agency's documents in a run: fetched or read, kept, and the same in a rebuild."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from audit import config
from audit.config import Loaded
from audit.guidance.given import Given
from audit.run import make
from audit.run.governance import collect_given, load_given, save_given
from audit.run.outside import Outside
from connectors.errors import ConfigError, SourceError
from tests.audit.guidance.facts import judged
from tests.document_files import WRITERS
from tests.run.job import NOW, OUTSIDE, lay_out, run
from tests.servers.local import Asked, Written, serving
from tests.statements import LACKING, POLICY, STATEMENT

ACCOUNT = '[[account]]\nplatform = "x"\nhandle = "a"\npath = "x.csv"\n'


def configured(folder: Path, governance: str, more: str = "") -> Loaded:
    folder.mkdir(exist_ok=True)
    (folder / "x.csv").touch()
    agency = '[agency]\nname = "A"\ncontact = "it@a.example"\n'
    text = f"{agency}[governance]\n{governance}\n{more}{ACCOUNT}"
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return config.load(folder / "config.toml")


def collected(folder: Path, governance: str, outside: Outside = OUTSIDE, more: str = "") -> Given:
    run_folder = folder / "run"
    run_folder.mkdir()
    given = collect_given(configured(folder / "here", governance, more), NOW, outside, run_folder)
    save_given(run_folder, given)
    assert load_given(run_folder) == given
    return given


@pytest.mark.parametrize("form", WRITERS)
def test_a_file_is_kept_as_it_came_with_its_hash(form: str, tmp_path: Path) -> None:
    content = WRITERS[form](STATEMENT)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / f"our statement.{form}").write_bytes(content)
    (document,) = collected(tmp_path, f'statement = "our statement.{form}"').documents
    assert document.file == f"governance/statement.{form}"
    assert (tmp_path / "run" / document.file).read_bytes() == content
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.size == len(content)
    assert not document.failure
    assert any("does not mean that we endorse" in text for text in document.paragraphs)


def test_an_address_is_fetched_without_a_credential(tmp_path: Path) -> None:
    with serving(lambda _: Written(WRITERS["html"](STATEMENT))) as (address, asked):
        (document,) = collected(tmp_path, f'statement = "{address}/statement"').documents
    assert document.is_address
    assert document.file == "governance/statement.html"
    (request,) = asked
    assert request.headers["User-Agent"].endswith("(it@a.example)")
    assert "Authorization" not in request.headers


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_refusal_is_no_missing_element(status: int, tmp_path: Path) -> None:
    with serving(lambda _: Written(b"No", status=status)) as (address, _):
        (document,) = collected(tmp_path, f'policy = "{address}/"').documents
    assert str(status) in document.failure
    assert (document.file, document.paragraphs) == ("", ())
    policy = {
        clause: line for clause, line in judged(given=Given((document,))).items() if "P" in clause
    }
    assert {line.status for line in policy.values()} == {"not_assessed"}
    assert all(f"HTTP {status}" in line.evidence for line in policy.values())


def test_a_server_that_fails_or_is_not_there_does_not_end_the_run(tmp_path: Path) -> None:
    with serving(lambda _: Written(b"", status=503)) as (address, asked):
        (document,) = collected(tmp_path, f'policy = "{address}/"').documents
        assert "fails (HTTP 503)" in document.failure
        assert len(asked) > 1
    (tmp_path / "again").mkdir()
    (document,) = collected(tmp_path / "again", f'policy = "{address}/"').documents
    assert "cannot be reached" in document.failure


def test_a_file_that_cannot_be_read_is_kept_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "policy.docx").write_bytes(WRITERS["docx"](POLICY)[:-50])
    (document,) = collected(tmp_path, 'policy = "policy.docx"').documents
    assert "no whole Word file" in document.failure
    assert (tmp_path / "run" / document.file).is_file()


def test_a_process_for_concerns_may_be_text_or_a_file(tmp_path: Path) -> None:
    given = collected(tmp_path, 'concerns = "E-mail us; see https://a.example/form"')
    assert given.documents[0].paragraphs == ("E-mail us; see https://a.example/form",)
    (tmp_path / "two" / "here").mkdir(parents=True)
    (tmp_path / "two" / "here" / "concerns.txt").write_text("Ring us.", encoding="utf-8")
    given = collected(tmp_path / "two", 'concerns = "concerns.txt"')
    assert given.documents[0].paragraphs == ("Ring us.",)


def test_who_may_post_is_counted_and_never_kept(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    rows = "name,account\nHana Example,x\nHemi Example,facebook\n"
    (tmp_path / "here" / "users.csv").write_text(rows, encoding="utf-8")
    given = collected(tmp_path, 'authorised_users = "users.csv"')
    assert given.authorised is not None
    assert given.authorised.rows == 2
    kept = [path.read_text("utf-8") for path in (tmp_path / "run").rglob("*") if path.is_file()]
    assert not any("Hana" in text for text in kept)


@pytest.mark.parametrize(
    ("governance", "said"),
    [
        (
            'policy = "policy.pdf"',
            r"\[governance\], policy: there is no file or folder policy\.pdf",
        ),
        (
            'statement = "www.a.example/s"',
            r"\[governance\], statement is 'www\.a\.example/s'; write",
        ),
        ('statement = "https://me:pass@a.example/"', r"\[governance\], statement is"),
        ('authorised_users = "u.csv"', r"authorised_users: there is no file"),
        ("review_months = 0", "too small"),
        ('policy_reviewed = "soon"', "write a date"),
        ("polcy = 1", "not a setting"),
    ],
)
def test_what_is_wrong_in_the_configuration_is_said(
    governance: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match=said):
        configured(tmp_path, governance)


def test_a_run_folder_without_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="whole run folder"):
        load_given(tmp_path)


def guidance(folder: Path) -> Mapping[str, Any]:
    review = json.loads((folder / "review.json").read_text(encoding="utf-8"))
    return {line["clause"]: line for line in review["guidance"]}


@pytest.mark.slow
def test_a_run_tells_of_a_statement_on_the_web_and_a_rebuild_asks_nothing(tmp_path: Path) -> None:
    loaded = lay_out(tmp_path)
    path = tmp_path / "config.toml"

    def answer(asked: Asked) -> Written:
        return Written(WRITERS["pdf"](LACKING if "statement" in asked.path else POLICY))

    with serving(answer) as (address, _):
        given = f'[governance]\npolicy = "{address}/policy"\nstatement = "{address}/statement"\n'
        text = without_governance(loaded.text)
        path.write_text(text + given, encoding="utf-8")
        made = run(config.load(path))
    lines = guidance(made.folder)
    assert {lines[c]["status"] for c in ("P1", "P2", "P6", "T2", "T3", "T5")} == {"met"}
    assert {lines[c]["status"] for c in ("T1", "T4", "T6")} == {"needs_a_person"}
    again = make.rebuild(made.folder, tmp_path / "again", lambda _: None)
    for name in ("review.json", made.workbook.name, made.page.name):
        assert (again.folder / name).read_bytes() == (made.folder / name).read_bytes()


def without_governance(text: str) -> str:
    before, _, after = text.partition("[governance]")
    return before + after[after.index("\n[") :] if after else text
