"""The documents say everything the tool has: each command, option, setting, check and exit code."""

import re
from pathlib import Path

import click
import pytest
from pydantic import BaseModel

from audit import cli, config, config_sections
from audit.checks import CHECKS
from audit.config_account import AccountSection

ROOT = Path(__file__).parent.parent
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
SECTIONS = {
    "agency": config_sections.AgencySection,
    "review": config_sections.ReviewSection,
    "balance": config_sections.BalanceSection,
    "register": config_sections.RegisterSection,
    "sources": config_sections.SourcesSection,
    "screen": config_sections.ScreenSection,
    "governance": config_sections.GovernanceSection,
    "limits": config_sections.LimitsSection,
    "account": AccountSection,
}


def section(text: str, heading: str) -> str:
    match = re.search(rf"^## {re.escape(heading)}.*?$(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert match, f"no section {heading}"
    return match[1]


def verbs(group: click.Group, before: str = "") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = isinstance(command, click.Group)
        found |= verbs(command, f"{before}{name} ") if inner else {f"{before}{name}": command}
    return found


VERBS = verbs(cli.program)


@pytest.mark.parametrize("name", sorted(VERBS))
def test_every_command_and_option_is_documented(name: str) -> None:
    said = section(COMMANDS, f"follow-audit {name}")
    for parameter in VERBS[name].params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[0]}`" in said


@pytest.mark.parametrize("code", sorted(cli.EXIT_CODES))
def test_every_exit_code_is_documented(code: int) -> None:
    assert re.search(rf"^\| {code} \|", COMMANDS, re.M)


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_every_setting_is_documented(name: str) -> None:
    said = section(CONFIGURATION, name)
    for field, about in SECTIONS[name].model_fields.items():
        assert f"`{about.alias or field}`" in said


def test_every_section_of_the_configuration_is_known_here() -> None:
    names = {about.alias or field for field, about in config.Config.model_fields.items()}
    assert names == set(SECTIONS)
    assert all(issubclass(model, BaseModel) for model in SECTIONS.values())


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.words.id)
def test_every_check_is_documented(check: object) -> None:
    words = next(one.words for one in CHECKS if one is check)
    said = section((ROOT / "docs" / "checks.md").read_text(encoding="utf-8"), words.id)
    assert f"**{words.title}**" in said
    assert f"({words.priority if words.priority != 'info' else 'for information'})" in said


def test_documents_link_to_what_is_there() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))])
def test_every_link_to_a_file_leads_somewhere_and_every_picture_is_described(page: Path) -> None:
    links = re.findall(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    for mark, words, target in links:
        if "://" not in target and not target.startswith("#"):
            assert (page.parent / target.partition("#")[0]).exists(), target
        assert words.strip()
        assert not mark or len(words) >= 40
