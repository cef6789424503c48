"""The lists of the balance section: those with a chart, and those that were not tested."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from audit.review.model import Balance, Review
from reports import coverage_words, list_words, page_tables, text
from reports.charts import TESTED, RangeChart, range_chart
from reports.known_chart import known_chart
from reports.tables import Column, Table

_NOT_READ = "Not read"
_COLUMNS = (
    Column("list", "List", 20),
    Column("verdict", "Result", 16),
    Column("sentence", "What was found", 40),
    Column("notes", "To know about it", 60),
)


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


def balance_section(review: Review) -> Mapping[str, Any]:
    """Give what the balance section of a page holds: the lists, and whose accounts are known."""
    parts = [_list_part(review, balance, place) for place, balance in enumerate(review.balance)]
    of_platforms = [part for part in parts if part.balance.scope != "all"]
    return {
        "lists": [part for part in parts if part.balance.scope == "all"],
        "platform_lists": [part for part in of_platforms if part.chart],
        "not_tested": not_tested(part for part in of_platforms if not part.chart),
        "no_lists": coverage_words.nothing_found(
            ("follow", "like", "repost", "quote"), review.coverage
        ),
        "known": page_tables.page_known(review),
        "known_chart": known_chart(review),
    }


def not_tested(parts: Iterable[ListPart]) -> Table:
    """Put lists without a chart into one table, a line for each."""
    rows = tuple(
        (
            part.title,
            text.balance.VERDICT_WORDS[part.balance.verdict] if part.was_read else _NOT_READ,
            part.sentence,
            " ".join(part.notes),
        )
        for part in parts
    )
    title = "Lists of one platform that could not be tested"
    caption = "What was found in each, and what to know about it"
    return Table("lists-not-tested", title, caption, _COLUMNS, rows)


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
