"""The page on exports says of each format what the format itself gives of its own example."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import tests.connectors
from audit.review.words import KIND_NOUNS
from connectors.exports.ordering import ORDER
from connectors.exports.registry import FORMATS
from connectors.frames import KINDS, PLATFORM_NAMES
from tests.connectors.contract import ExportContract, write_zip

PAGE = (Path(__file__).parent.parent / "docs" / "exports.md").read_text(encoding="utf-8")
WORDS = {"complete": "all", "partial": "in part", "unavailable": "no"}


def table(name: str) -> dict[str, tuple[str, str]]:
    """Give the rows of a format's table: how much it gives of a kind, and what it says of it."""
    match = re.search(rf"^\| {re.escape(name)} \| \| \|\n\|---.*\n((?:\|.*\n)+)", PAGE, re.M)
    assert match, f"docs/exports.md has no table of {name}"
    rows = [[cell.strip() for cell in line.split("|")[1:4]] for line in match[1].splitlines()]
    return {kind: (much, said) for kind, much, said in rows}


def examples() -> Iterator[ExportContract]:
    """Give the contract test of each format, which holds an example of it."""
    found: set[str] = set()
    for module in sorted(one.name for one in pkgutil.iter_modules(tests.connectors.__path__)):
        if not module.startswith("test_"):
            continue
        members = vars(importlib.import_module(f"tests.connectors.{module}")).values()
        for one in (one for one in members if isinstance(one, type)):
            if issubclass(one, ExportContract) and one is not ExportContract:
                if one.form.name not in found:
                    yield one()
                found.add(one.form.name)


EXAMPLES = {one.form.name: one for one in examples()}


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_format_gives_what_the_page_says(form, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    example = EXAMPLES[form.name]
    collected = example.collect(write_zip(tmp_path / "export.zip", example.good_files()))
    rows = table(form.name)
    assert list(rows) == [KIND_NOUNS[kind][1] for kind in KINDS]
    for row in collected.coverage.to_dict("records"):
        much, said = rows[KIND_NOUNS[row["kind"]][1]]
        assert much == WORDS[row["status"]], f"{form.name}, {row['kind']}: {row['reason']}"
        assert not row["unattributed"] or "whose" in said
        assert not said.endswith(".")


def part(platform: str) -> str:
    match = re.search(rf"^## {PLATFORM_NAMES[platform]}$(.*?)(?=^## |\Z)", PAGE, re.M | re.S)
    assert match, f"docs/exports.md has no part on {platform}"
    return match[1]


@pytest.mark.parametrize("platform", PLATFORM_NAMES)
def test_each_platform_has_its_part_with_the_option_that_a_refusal_names(platform: str) -> None:
    said = " ".join(part(platform).split())
    for option in re.findall("“(.+?)”", ORDER[platform]):
        assert f'"{option}"' in said or f"**{option}**" in said
    assert ("JSON" in ORDER[platform]) == ("JSON" in said or platform == "threads")


def test_sentences_are_short() -> None:
    prose = re.sub(r"^\|.*$", "", PAGE, flags=re.M)
    for sentence in re.split(r"(?<=[.:;])\s+|\n\n", prose):
        assert len(sentence.split()) <= 35, sentence
