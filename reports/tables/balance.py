"""The Balance tables: one line for each list, and one line for each party of each list."""

from audit.review.model import Balance, PartyLine, Review
from audit.review.words import chance
from reports import text
from reports.charts import TESTED
from reports.list_words import list_sentence, was_read
from reports.tables.model import Column, Row, Table

LISTS = (
    Column("list", "List", 24),
    Column("n", "Politicians", 11, "number"),
    Column("outside", "Without seats", 10, "number"),
    Column("set_aside", "Set aside", 10, "number"),
    Column("reference", "Compared with", 19),
    Column("reference_date", "As at", 13, "date"),
    Column("d", "Share out of place", 11, "percent"),
    Column("misplaced", "Accounts out of place", 11, "number"),
    Column("c95", "Usual by luck, up to", 11, "percent"),
    Column("chance", "By luck alone", 24),
    Column("verdict", "What it means", 22),
    Column("sentence", "In words", 72),
)
PARTIES = (
    Column("list", "List", 24),
    Column("party", "Party", 26),
    Column("count", "Accounts counted", 12, "number"),
    Column("expected", "Expected", 12, "decimal"),
    Column("usual_low", "Usual by luck, from", 13, "number"),
    Column("usual_high", "Usual by luck, to", 13, "number"),
    Column("share", "Share of the reference", 14, "percent"),
    Column("chance_none", "Chance of none at all", 22),
)
_NO_BALANCE = "No list could be compared with a reference in this review; see Coverage."


def headline_list(review: Review) -> Balance | None:
    """Give the balance that speaks first: follows on all platforms, else the first list."""
    chosen = [b for b in review.balance if b.scope == "all" and b.kind == "follow"]
    return next(iter([*chosen, *review.balance]), None)


def balance_lists(review: Review) -> Table:
    """Describe each list whose party mix was looked at."""
    return Table(
        id="tblBalance",
        title="Balance",
        caption=text.balance.NOT_A_MEASURE_OF_BIAS,
        columns=LISTS,
        rows=tuple(_list_row(review, balance) for balance in review.balance),
        empty=_NO_BALANCE,
    )


def balance_parties(review: Review) -> Table:
    """Describe each list party by party; the headline list comes first."""
    first = headline_list(review)
    lists = [first, *(b for b in review.balance if b is not first)] if first else []
    return Table(
        id="tblParties",
        title="Balance by party",
        caption="Usual by luck: what nine in ten lists of this length, made without preference, "
        "would hold. A list that was not tested has its counts alone.",
        columns=PARTIES,
        rows=tuple(row for balance in lists if balance.n for row in party_rows(review, balance)),
        empty=_NO_BALANCE,
    )


def party_rows(review: Review, balance: Balance) -> tuple[Row, ...]:
    """Give one row for each party of one list."""
    names = {party.id: party.name for party in review.parties}
    return tuple(
        _party_row(balance, line, names.get(line.party, line.party)) for line in balance.lines
    )


def _list_row(review: Review, balance: Balance) -> Row:
    reference = balance.reference
    read = was_read(review, balance)
    counts = (balance.n, balance.outside, balance.set_aside) if read else (None, None, None)
    tested = (balance.d, balance.misplaced, balance.c95, text.balance.chance_words(balance.p))
    return (
        text.balance.scope_words(balance),
        *counts,
        text.balance.REFERENCE_WORDS.get(reference.id, reference.id),
        reference.date,
        *(tested if read and balance.verdict in TESTED else (None, None, None, "")),
        text.balance.VERDICT_WORDS[balance.verdict] if read else "",
        " ".join((list_sentence(review, balance), *balance.notes)),
    )


def _party_row(balance: Balance, line: PartyLine, name: str) -> Row:
    counts = (text.balance.scope_words(balance), name, line.count)
    if balance.verdict not in TESTED:
        return (*counts, None, None, None, None, "")
    return (
        *counts,
        line.expected,
        line.usual_low,
        line.usual_high,
        line.share,
        chance(line.chance_none),
    )
