"""The configuration: what config.toml may say, checked whole, every problem at once.

Paths are relative to the file. Unknown keys are problems. Secrets are named, never written.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from pydantic import Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from audit.config_account import AccountSection, account_problems
from audit.config_sections import (
    AgencySection,
    BalanceSection,
    GovernanceSection,
    LimitsSection,
    RegisterSection,
    ReviewSection,
    ScreenSection,
    Section,
    SourcesSection,
    is_file,
)
from connectors.errors import ConfigError


class Config(Section):
    """The whole configuration, checked."""

    agency: AgencySection
    review: ReviewSection = ReviewSection()
    balance: BalanceSection = BalanceSection()
    register_: RegisterSection = Field(default=RegisterSection(), alias="register")
    sources: SourcesSection = SourcesSection()
    screen: ScreenSection = ScreenSection()
    governance: GovernanceSection = GovernanceSection()
    limits: LimitsSection = LimitsSection()
    account: tuple[AccountSection, ...]

    @model_validator(mode="after")
    def _some_account_and_none_twice(self) -> Self:
        if not self.account:
            raise ValueError("there is no [[account]] block; add one for each account you have")
        seen = [(a.platform, a.handle.lstrip("@").casefold(), a.path) for a in self.account]
        for number, block in enumerate(seen):
            if block in seen[:number]:
                label = self.account[number].label
                raise ValueError(f"the [[account]] block for {label} stands twice; delete one")
        return self


@dataclass(frozen=True)
class Loaded:
    """A checked configuration with the folder its paths are relative to and its own text."""

    config: Config
    base: Path
    text: str

    def path(self, relative: Path) -> Path:
        """Resolve a path of the configuration."""
        return self.base / relative


def load(path: Path, *, check_files: bool = True) -> Loaded:
    """Read and check a config.toml; raises ConfigError that names every problem and its remedy.

    Without ``check_files`` the files it names may be absent, as for the copy in a run folder.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ConfigError(
            [f"There is no configuration at {path}. Make one with: follow-audit init"]
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError([f"{path} is not UTF-8 text. Save it as UTF-8 and run again."]) from error
    except OSError as error:
        raise ConfigError([f"{path} cannot be read: {error.strerror}."]) from error
    return parse(text, path, check_files=check_files)


def parse(text: str, path: Path, *, check_files: bool = True) -> Loaded:
    """Check the text of a configuration that stands at ``path``; raises ConfigError."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = " Write / instead of \\ in paths." if "\\" in text else ""
        raise ConfigError([f"{path} is not valid TOML: {error}.{hint}"]) from error
    try:
        config = Config.model_validate(raw)
    except ValidationError as error:
        problems = [_sentence(detail, raw) for detail in error.errors()]
        problems += _problems_between(raw, path.parent, check_files=check_files)
        raise ConfigError([f"{path.name}: {problem}" for problem in problems]) from error
    between = _problems_between(raw, path.parent, check_files=check_files)
    if between:
        raise ConfigError([f"{path.name}: {problem}" for problem in between])
    return Loaded(config, path.parent, text)


_EXPECTED = {
    "int_parsing": "write a whole number",
    "int_type": "write a whole number",
    "float_type": "write a number",
    "float_parsing": "write a number",
    "finite_number": "write a number",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "string_type": "write a text in quotes",
    "string_too_short": "it is empty, so fill it in",
    "path_type": "write a path in quotes",
    "greater_than_equal": "it is too small",
    "less_than_equal": "it is too large",
    "tuple_type": "write a list in square brackets",
    "date_type": "write a date like 2026-07-01",
    "date_parsing": "write a date like 2026-07-01",
    "date_from_datetime_parsing": "write a date like 2026-07-01",
    "model_type": "write it as a section with settings below it",
}


def _sentence(detail: ErrorDetails, raw: dict[str, Any]) -> str:
    place = _place(detail["loc"], raw)
    match detail["type"]:
        case "extra_forbidden":
            return f"{place} is not a setting of this tool. Delete it, or mend its spelling."
        case "missing":
            return f"{place} is missing. Add it."
        case "literal_error":
            return f"{place} is {detail['input']!r}; it must be {detail['ctx']['expected']}."
        case "value_error":
            return f"{detail['ctx']['error']}."
        case "tuple_type" if detail["loc"] == ("account",):
            return "account stands in single brackets; write [[account]] for each account."
        case kind:
            return f"{place} is {detail['input']!r}; {_EXPECTED.get(kind, detail['msg'].lower())}."


def _place(location: tuple[int | str, ...], raw: dict[str, Any]) -> str:
    """Say where a setting stands, as the file writes it: [[account]] number 2 (x), handle."""
    if not location:
        return "The file"
    section, *rest = location
    if section == "account" and rest and isinstance(rest[0], int):
        name = f"[[account]] number {rest[0] + 1}"
        rest = rest[1:]
    else:
        name = f"[{section}]" if isinstance(raw.get(str(section)), dict) else str(section)
    words = [f"entry {part + 1}" if isinstance(part, int) else part for part in rest]
    return ", ".join([name, *words])


def _problems_between(raw: dict[str, Any], base: Path, *, check_files: bool) -> list[str]:
    """Say what a setting alone does not show: of two settings of an account, and of files."""
    found = [
        f"[[account]] number {number}, {problem}"
        for number, block in enumerate(_blocks(raw), 1)
        for problem in account_problems(block)
    ]
    return [*found, *(_missing_files(raw, base) if check_files else [])]


_FILES = (
    ("sources", "own"),
    ("screen", "words"),
    ("screen", "allowed"),
    ("screen", "slogans"),
    ("register", "extra"),
    ("review", "purposes"),
    ("review", "inbox"),
    ("governance", "authorised_users"),
)
_DOCUMENTS = ("policy", "statement", "concerns")


def _missing_files(raw: dict[str, Any], base: Path) -> list[str]:
    """Name each file that the configuration asks for and that is not there."""
    wanted: list[tuple[str, object]] = [
        (f"[[account]] number {number}, path", block.get("path"))
        for number, block in enumerate(_blocks(raw), 1)
    ]
    wanted += [
        (f"[[account]] number {number}, ids", block.get("ids"))
        for number, block in enumerate(_blocks(raw), 1)
    ]
    for section, key in _FILES:
        table = raw.get(section)
        wanted.append((f"[{section}], {key}", table.get(key) if isinstance(table, dict) else None))
    sources = raw.get("sources")
    files = sources.get("files") if isinstance(sources, dict) else None
    if isinstance(files, dict):
        wanted += [(f"[sources.files], {name}", path) for name, path in files.items()]
    governance = raw.get("governance")
    if isinstance(governance, dict):
        given = ((key, governance.get(key)) for key in _DOCUMENTS)
        wanted += [(f"[governance], {key}", value) for key, value in given if is_file(str(value))]
    balance = raw.get("balance")
    reference = balance.get("reference") if isinstance(balance, dict) else None
    if isinstance(reference, str) and reference.casefold().endswith(".csv"):
        wanted.append(("[balance], reference", reference))
    return [
        f"{place}: there is no file or folder {name}. Mend the path, or put the file there."
        for place, value in wanted
        for name in _names(value)
        if not (base / name).exists()
    ]


def _blocks(raw: dict[str, Any]) -> list[dict[str, Any]]:
    blocks = raw.get("account", [])
    wanted = blocks if isinstance(blocks, list) else []
    return [block for block in wanted if isinstance(block, dict)]


def _names(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [name for name in values if isinstance(name, str) and name]
