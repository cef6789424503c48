"""The page: one self-contained HTML file made from the Review, with no outside request.

Text from outside passes clean() and is escaped wherever it is printed; the content security
policy allows the page's own style and script by their hashes and nothing else.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from audit.review.model import Balance, Review
from audit.review.words import count, day, weekday
from reports import coverage_words, list_words, page_one, page_tables, text
from reports.charts import TESTED, RangeChart, range_chart
from reports.clean import clean
from reports.quarter_charts import quarter_charts
from reports.tables import Table, corrections, lists_compared
from reports.tables import quarters as quarters_table

_EDGES = ("top", "bottom")
# After an underscore or slash, after a dot between letters, before the @ inside an address.
_JOINT = re.compile(r"_|(?<=[^\W\d])[./](?=[^\W\d])|(?<=\w)(?=@)")


@dataclass(frozen=True)
class ListPart:
    """One list of the balance section: its words, and its chart with figures where it has any."""

    name: str
    title: str
    balance: Balance
    was_read: bool
    sentence: str
    notes: tuple[str, ...]
    reference: str
    chart: RangeChart | None
    figures: Table | None


def write_page(review: Review, path: Path) -> None:
    """Write the page of a review to path, as UTF-8 with LF line ends."""
    path.write_text(render_page(review), encoding="utf-8", newline="\n")


def render_page(review: Review) -> str:
    """Make the page of a review: the same Review gives the same text, byte for byte."""
    style = _resource("page.css") + _print_marking(review.marking)
    script = _resource("page.js")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            **_parts(review),
            review=review,
            text=text,
            style=Markup(style),  # noqa: S704 - our own file, and a marking escaped for CSS
            script=Markup(script),  # noqa: S704 - our own file
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _parts(review: Review) -> Mapping[str, Any]:
    limits = page_one.limits(review)
    lists = [_list_part(review, balance, place) for place, balance in enumerate(review.balance)]
    return {
        "title": page_one.title(review),
        "headline": review.headline,
        "not_covered": coverage_words.not_covered(review),
        "numbers": page_one.numbers(review),
        "first_table": page_one.first_items(review),
        "nothing_to_decide": page_one.nothing_to_decide(review),
        "workbook": f"review-{review.period.id}.xlsx",
        "limits": limits[: page_one.MOST_LIMITS],
        "more_limits": limits[page_one.MOST_LIMITS :],
        "lists": [part for part in lists if part.balance.scope == "all"],
        "platform_lists": [part for part in lists if part.balance.scope != "all"],
        "no_lists": coverage_words.nothing_found(
            ("follow", "like", "repost", "quote"), review.coverage
        ),
        **_changes(review),
        "findings": page_tables.page_findings(review),
        "guidance": page_tables.page_guidance(review),
        "coverage": page_tables.page_coverage(review),
        "files": page_tables.page_files(review),
        "checks": page_tables.checks(review),
        "registers": page_tables.registers(review),
        "corrections": corrections(review),
        "known": page_tables.page_known(review),
    }


def _changes(review: Review) -> Mapping[str, Any]:
    compared, quarters = page_tables.page_compared(review), page_tables.page_quarters(review)
    return {
        "changes": page_tables.page_changes(review),
        "compared": compared,
        "compared_note": lists_compared(review).caption,
        "quarters": quarters,
        "quarters_note": quarters_table(review).caption,
        "quarter_charts": quarter_charts(review),
    }


def _list_part(review: Review, balance: Balance, place: int) -> ListPart:
    name = f"list-{place + 1}"
    rows = list_words.rows_of(review.coverage, balance)
    was_read = list_words.was_read(review, balance)
    gaps = coverage_words.gaps(list_words.kinds_of(balance), rows) if was_read else ""
    listed = bool(balance.n and balance.lines)
    enough = listed and balance.verdict in TESTED
    against = text.balance.REFERENCE_WORDS.get(balance.reference.id, balance.reference.id)
    names = {party.id: party.name for party in review.parties}
    return ListPart(
        name=name,
        title=text.balance.scope_words(balance),
        balance=balance,
        was_read=was_read,
        sentence=list_words.list_sentence(review, balance),
        notes=(*balance.notes, gaps) if gaps else balance.notes,
        reference=against[:1].lower() + against[1:],
        chart=range_chart(balance, names) if enough else None,
        figures=page_tables.party_figures(review, balance, f"{name}-figures") if listed else None,
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        day=day, weekday=weekday, clock=_clock, count=count, breakable=_breakable, strong=_strong
    )
    environment.globals["priority_rank"] = {
        words: place for place, words in enumerate(text.labels.PRIORITY_WORDS.values())
    }
    return environment


def _safe(value: Any) -> Any:
    """Clean every piece of text on its way to the page; markup of our own passes as it is."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _breakable(value: str) -> Markup:
    """Let a long handle or address break where its parts meet."""
    return Markup(_JOINT.sub(r"\g<0><wbr>", str(escape(clean(value)))))  # noqa: S704 - escaped above


def _strong(value: str, *parts: str) -> Markup:
    """Put the named parts of a sentence in bold."""
    marked = escape(clean(value))
    for part in parts:
        marked = marked.replace(escape(part), Markup("<strong>{}</strong>").format(part), 1)
    return marked


def _clock(value: datetime) -> str:
    """Write a time of day as people do: 6.30am."""
    return f"{value.hour % 12 or 12}.{value.minute:02d}{'am' if value.hour < 12 else 'pm'}"


def _print_marking(marking: str) -> str:
    """Give the print rules that put the marking at the top and bottom of each page.

    Without a marking the boxes stay, empty: they keep the browser's own header off the paper.
    """
    quoted = "".join(f"\\{ord(letter):x} " for letter in clean(marking).replace("\n", " "))
    boxes = (f'@{edge}-center {{ content: "{quoted}"; font-weight: 700; }}' for edge in _EDGES)
    return f"@page {{ {' '.join(boxes)} }}\n"


def _resource(name: str) -> str:
    return files("reports").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
