"""``label_values``: the form of Meta's newer records, with labels in the language of the owner.

``[{label, value, href}, {title, dict: [{dict: [{label, value}], title}]}]``. ``URL`` stays as it
is in every language and addresses stand in ``href`` too; newer files add ``ent_field_name``.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from connectors.exports.meta_json import objects, text_in


class Label(NamedTuple):
    """One line: its label as written, its name inside Meta, its value and its address, or empty."""

    label: str
    field: str
    value: str
    href: str

    def is_named(self, *names: str) -> bool:
        """Tell whether label or inner name is one of those given, whatever their capitals."""
        wanted = {name.casefold() for name in names}
        return self.label.casefold() in wanted or self.field.casefold() in wanted


class Group(NamedTuple):
    """Lines under a title of their own, such as Owner, Author or Group."""

    title: str
    lines: tuple[Label, ...]

    def value(self, *names: str) -> str:
        """Give the first value under one of these names, or an empty text."""
        return _value(self.lines, names)

    def address(self) -> str:
        """Give the address among the lines, in any language, or an empty text."""
        return _address(self.lines)


class Labels(NamedTuple):
    """What the label_values of one record hold."""

    lines: tuple[Label, ...]
    groups: tuple[Group, ...]

    def value(self, *names: str) -> str:
        """Give the first value under one of these names, or an empty text."""
        return _value(self.lines, names)

    def address(self) -> str:
        """Give the address of what the record is about, in any language, or an empty text."""
        return _address(self.lines)

    def group(self, *titles: str) -> Group | None:
        """Give the group under one of these titles, if there is one."""
        wanted = {title.casefold() for title in titles}
        return next((group for group in self.groups if group.title.casefold() in wanted), None)


def labels_of(record: Mapping[str, Any]) -> Labels | None:
    """Read the label_values of a record; None where it has none."""
    if "label_values" not in record:
        return None
    items = objects(record["label_values"])
    return Labels(
        tuple(_line(item) for item in items if "dict" not in item),
        tuple(
            Group(text_in(item, "title"), tuple(_lines(item["dict"])))
            for item in items
            if "dict" in item
        ),
    )


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


def _value(lines: tuple[Label, ...], names: tuple[str, ...]) -> str:
    return next((line.value for line in lines if line.value and line.is_named(*names)), "")


def _address(lines: tuple[Label, ...]) -> str:
    named = _value(lines, ("URL",))
    return named or next((line.href for line in lines if line.href), "")
