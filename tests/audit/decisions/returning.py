"""Items as issued, and rows as they come back, for the tests of the judge."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import strategies as st

from audit.decisions.judge import judge
from audit.decisions.model import VALUES, Decided, Issued, Reading, Returned, Row, Written
from audit.decisions.store import Store
from audit.item import item_number
from audit.period import NEW_ZEALAND

QUARTER = date(2026, 9, 30)
ISSUED_AT = datetime(2026, 10, 5, 6, 30, tzinfo=NEW_ZEALAND)
READ_AT = datetime(2026, 11, 2, 9, tzinfo=NEW_ZEALAND)
NOTHING = Written()
KINDS = ("follow", "like", "repost", "quote", "link", "")


def issued(number: int, written: Written = NOTHING, run: str = "2026-Q3-aa") -> Issued:
    kind = KINDS[number % len(KINDS)]
    cells = {
        "our account": "@tauira on X", "type": kind, "account or author": f"@other{number}",
        "what we found": f"Finding {number}", "date": "2026-08-01",
    }  # fmt: skip
    return Issued(
        item_number(QUARTER, number), f"key-{number}", kind, f"Finding {number}", run, ISSUED_AT,
        cells, f"https://x.com/other{number}", "e" * 16, True, written,
    )  # fmt: skip


def row(one: Issued, written: Written | None = None, place: int = 2, **more: object) -> Row:
    told = one.written if written is None else written
    due = date.fromisoformat(told.due) if told.due else None
    plain = Row("Findings", place, one.item, told, one.cells, due, link=one.link)
    return replace(plain, **more)


def book(*rows: Row, file: str = "back.xlsx", run: str = "2026-Q3-aa", **more: object) -> Returned:
    numbered = tuple(replace(one, row=place) for place, one in enumerate(rows, 2))
    return replace(Returned(file, f"sha of {file}", numbered, run, 1), **more)


def judged(
    *books: Returned, items: tuple[Issued, ...], recorded: tuple[Decided, ...] = ()
) -> Reading:
    return judge(books, Store(items, recorded), 1, READ_AT)


def by_row(reading: Reading) -> dict[tuple[str, int], tuple[str, str]]:
    return {(one.file, one.row): (one.bucket, one.said) for one in reading.outcomes if one.row}


ITEMS = tuple(issued(number) for number in range(12))
_WORDS = st.sampled_from([*VALUES, "keep ", "Yes", "", "=A1"])
_DUES = st.sampled_from(["", "2026-12-18", "2031-01-01"])
WRITTEN = st.builds(
    Written, _WORDS, st.sampled_from(["", "Why"]), st.sampled_from(["", "Me"]), _DUES
)
