"""What a pack says of Wikidata: the items of its House and parties, by their numbers there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

_ITEM = re.compile(r"Q[1-9]\d*", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]+)*", re.ASCII)
_PARTY = re.compile(r"party:\S+")
_KEYS = ("membership", "since", "languages", "no_district", "parties", "groups")


@dataclass(frozen=True)
class WikidataItems:
    """The table ``[wikidata]`` of pack.toml.

    ``membership`` is the position that members hold; seats given up before ``since`` are left
    out. ``parties`` and ``groups`` say which party of the pack an item is; the accounts and
    politicians of the parties are asked for too. ``no_district`` is what a seat without electoral
    district is, such as List; empty where Wikidata's silence says nothing.
    """

    membership: str
    since: date
    languages: tuple[str, ...] = ("en",)
    parties: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    no_district: str = ""

    def party(self, item: str) -> str:
        """Give the pack's party for an item, or empty text."""
        return self.parties.get(item) or self.groups.get(item, "")


def read_items(written: object, problems: list[str]) -> WikidataItems | None:
    """Read the table, None where there is none; what is wrong is added to ``problems``."""
    if written is None:
        return None
    found = _problems(written)
    problems += [f"pack.toml, [wikidata]: {problem}" for problem in found]
    if found or not isinstance(written, dict):
        return None
    return WikidataItems(
        membership=written["membership"],
        since=written["since"],
        languages=tuple(written.get("languages", ["en"])),
        parties=written.get("parties", {}),
        groups=written.get("groups", {}),
        no_district=written.get("no_district", ""),
    )


def _problems(written: object) -> list[str]:
    if not isinstance(written, dict):
        return ["write it as a section with settings below it."]
    problems = [f"the key {key} is not known; remove it." for key in written if key not in _KEYS]
    if not _matches(_ITEM, written.get("membership")):
        problems.append("membership must be an item of Wikidata, such as Q18145518.")
    if type(written.get("since")) is not date:
        problems.append("since must be a date without quotes, such as 2020-10-17.")
    languages = written.get("languages", ["en"])
    if not isinstance(languages, list) or not all(_matches(_LANGUAGE, one) for one in languages):
        problems.append('languages must be a list of codes, such as ["en", "mi"].')
    if not isinstance(written.get("no_district", ""), str):
        problems.append("no_district must be a text in quotes, such as List.")
    for key in ("parties", "groups"):
        table = written.get(key, {})
        if not isinstance(table, dict) or not all(
            _matches(_ITEM, item) and _matches(_PARTY, party) for item, party in table.items()
        ):
            problems.append(f'{key} must say which party an item is: Q204716 = "party:national".')
    return problems


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
