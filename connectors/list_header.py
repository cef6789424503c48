"""Which column of a hand-kept list holds what, told by the words people put above columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from connectors.list_dates import looks_dated
from connectors.list_tables import Cell, Line
from connectors.profiles import address_of, clean

_SEARCHED = 15
_LONGEST = 60
# In this order: the first that fits a heading decides.
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(words))
    for role, words in (
        ("shared", r"\b(links?|urls?) in\b|\bshared (link|url)|\b(link|url) (shared|posted)\b"),
        ("post", r"\b(post|tweet|status|video|reel)s? (link|url|id|address)\b|\bpermalink\b"),
        ("post", r"\b(link|url) (to|of) (the )?(post|tweet|video)\b|^(post|tweet)s?$"),
        ("text", r"\b(post|tweet) (text|content)\b|^(text|content|caption|message)$"),
        ("date", r"\bdates?\b|^when\b|^(day|time|since|noticed|seen)$"),
        ("date", r"\b(followed|liked|noticed|posted|shared|seen) (on|at|since)\b"),
        ("kind", r"^(what|type|kind|action|activity|interaction|engagement)\b"),
        ("author", r"\b(author|posted by)\b"),
        ("account", r"\b(handles?|user ?names?|screen ?names?|profile|urls?|links?|user ?ids?)\b"),
        ("account", r"\b(account|channel|page) (id|address)\b|^(id|did|@|address)$"),
        ("name", r"\b(display|account|page|channel|full|organi[sz]ation) (name|title)\b"),
        ("name", r"^(name|title|who|organi[sz]ation)s?$"),
        ("platform", r"\b(platform|network|social media|site|app)\b"),
        ("account", r"^((twitter|x|instagram|facebook) )?(account|page|channel|user)s?\b"),
    )
)


@dataclass(frozen=True)
class Columns:
    """The columns by what they hold; ``found`` is false where the list has no heading."""

    of: Mapping[str, tuple[int, ...]]
    heading: tuple[str, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def found(self) -> bool:
        """Tell whether there is a heading."""
        return bool(self.heading)

    def cells(self, role: str, line: Line) -> list[Cell]:
        """Give the filled cells of a row that hold one thing, from left to right."""
        return [line.cell(column) for column in self.of.get(role, ()) if line.cell(column)]

    def repeats(self, line: Line) -> bool:
        """Tell whether a row is the heading once more."""
        return self.found and _words(line) == self.heading


def columns_of(lines: Sequence[Line]) -> tuple[Columns, int]:
    """Find the heading among the first rows; give the columns and how many rows it ends.

    Without a heading every column may hold the account, but for those of dates alone.
    """
    for place, line in enumerate(lines[:_SEARCHED]):
        roles = {number: _role(cell) for number, cell in enumerate(line.cells)}
        if _is_heading(line, {number: role for number, role in roles.items() if role}):
            of: dict[str, tuple[int, ...]] = {}
            for number, role in roles.items():
                if role:
                    of[role] = (*of.get(role, ()), number)
            names = {number: cell.text for number, cell in enumerate(line.cells)}
            return Columns(of, _words(line), names), place + 1
    width = max((len(line.cells) for line in lines), default=0)
    dated = tuple(column for column in range(width) if _holds_dates(lines, column))
    others = tuple(column for column in range(width) if column not in dated)
    return Columns({"account": others, "date": dated}), 0


def _holds_dates(lines: Sequence[Line], column: int) -> bool:
    cells = [line.cell(column) for line in lines if line.cell(column)]
    return bool(cells) and all(looks_dated(cell) for cell in cells)


def _is_heading(line: Line, roles: Mapping[int, str]) -> bool:
    filled = [cell for cell in line.cells if cell]
    if not {"account", "name", "post", "author", "shared"} & set(roles.values()):
        return False
    # A title such as "Pages and profiles we follow" is one long cell.
    return len(roles) > 1 or (len(filled) <= 2 and all(len(c.text.split()) <= 3 for c in filled))


def _role(cell: Cell) -> str:
    text = cell.text
    if not text or len(text) > _LONGEST or address_of(text) or re.match(r"@\w", text):
        return ""
    words = _normal(text)
    return next((role for role, pattern in _ROLES if pattern.search(words)), "")


def _words(line: Line) -> tuple[str, ...]:
    words = [_normal(cell.text) for cell in line.cells]
    while words and not words[-1]:
        words.pop()
    return tuple(words)


def _normal(text: str) -> str:
    return " ".join(re.sub(r"[^\w@]+|_", " ", clean(text).casefold()).split())
