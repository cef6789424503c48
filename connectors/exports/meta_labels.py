"""``label_values``: the form of Meta's newer records, with labels in the language of the owner.

``[{label, value, href}, {title, dict: [{dict: [{label, value}], title}]}]``. ``URL`` stays as it
is in every language and addresses stand in ``href`` too; newer files add ``ent_field_name``.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from connectors.exports.meta_json import objects, text_in


class Label(NamedTuple):
    """One line: its label as written, its name inside Meta, its value and its address, or empty."""

    label: str
    field: str
    value: str
    href: str


class Lines(NamedTuple):
    """Lines that stand together; ``title`` is empty for the record's own."""

    title: str
    lines: tuple[Label, ...]
    values: Mapping[str, str]

    def value(self, *names: str) -> str:
        """Give the first value under one of these names (in small letters), or an empty text."""
        return next((self.values[name] for name in names if name in self.values), "")

    def address(self) -> str:
        """Give the address of what this is about, in any language, or an empty text."""
        told = (text for line in self.lines for text in (line.href, line.value))
        return self.values.get("url") or next((text for text in told if _is_web(text)), "")


class Labels(NamedTuple):
    """The label_values of one record: its own lines, and groups such as Owner, Author or Group."""

    own: Lines
    groups: tuple[Lines, ...]

    def group(self, *titles: str) -> Lines | None:
        """Give the group under one of these titles (in small letters), if there is one."""
        return next((group for group in self.groups if group.title.casefold() in titles), None)


def labels_of(record: Mapping[str, Any]) -> Labels | None:
    """Read the label_values of a record; None where it has none."""
    if "label_values" not in record:
        return None
    items = objects(record["label_values"])
    return Labels(
        _together("", (_line(item) for item in items if "dict" not in item)),
        tuple(
            _together(text_in(item, "title"), _lines(item["dict"]))
            for item in items
            if "dict" in item
        ),
    )


def _together(title: str, found: Iterable[Label]) -> Lines:
    lines = tuple(found)
    values: dict[str, str] = {}
    for line in lines:
        for name in (line.label, line.field):
            if name and line.value:
                values.setdefault(name.casefold(), line.value)
    return Lines(title, lines, values)


def _lines(value: Any) -> Iterator[Label]:
    for item in objects(value):
        if "dict" in item:
            yield from _lines(item["dict"])
        else:
            yield _line(item)


def _line(item: dict[str, Any]) -> Label:
    return Label(
        text_in(item, "label"),
        text_in(item, "ent_field_name"),
        text_in(item, "value"),
        text_in(item, "href"),
    )


def _is_web(text: str) -> bool:
    return text.startswith(("https://", "http://"))
