"""The tables of the copy for release: flat, without links, each column named here."""

from dataclasses import replace

from audit.review.model import Review
from audit.review.released import GROUND, WITHHELD, Act, Item, Released, Site
from audit.review.words import at_handle, day, day_as_written, own_account, platform_name
from reports import tables
from reports.coverage_words import no_findings, nothing_found
from reports.page_tables import MOST_ROWS
from reports.release import text
from reports.tables import Column, Row, Table
from reports.text.labels import (
    KIND_WORDS,
    PRIORITIES,
    PRIORITY_WORDS,
    ROLE_WORDS,
    STATUS_WORDS,
)

ITEMS = (
    Column("item", "Item", 13),
    Column("priority", "Priority", 11, "priority"),
    Column("status", "Status", 12),
    Column("rule", "Rule", 28),
    Column("our_account", "Our account", 24),
    Column("kind", "Type", 9),
    Column("about", "About", 28),
    Column("party", "Party", 14),
    Column("office", "Office or role", 26),
    Column("on", "Date", 12),
    Column("listed", "List that names it", 24),
    Column("listed_as_at", "List as at", 14),
    Column("suggested", "Suggested action", 14),
    Column("decision", "Decision", 12),
    Column("decided_on", "Decided on", 12, "date"),
    Column("reason", "Reason", 30),
)
ON_PAGE = (
    Column("item", "Item", 13),
    Column("priority", "Priority", 11, "priority"),
    Column("rule", "Rule", 24),
    Column("about", "About", 28),
    Column("our_account", "Our account", 24),
    Column("kind", "Type", 9),
    Column("on", "Date", 19),
    Column("listed", "List that names it", 24),
    Column("decision", "Decision", 24),
)
ACTS = (
    Column("platform", "Platform", 11),
    Column("our_account", "Our account", 24),
    Column("kind", "Type", 9),
    Column("name", "Whose account", 24),
    Column("account", "Account", 26),
    Column("party", "Party", 14),
    Column("office", "Office or role", 26),
    Column("on", "Date", 12, "date"),
    Column("acts", "How many", 10, "number"),
    Column("accounts", "Accounts", 10, "number"),
)
ACTS_ON_PAGE = (
    Column("our_account", "Our account", 24),
    Column("kind", "Type", 9),
    Column("whose", "Whose account", 28),
    Column("party", "Party", 12),
    Column("office", "Office or role", 28),
    *ACTS[-3:],
)
SITES = (
    Column("platform", "Platform", 11),
    Column("our_account", "Our account", 26),
    Column("site", "Site", 30),
    Column("listed", "List that names it", 30),
    Column("links", "Links", 10, "number"),
)
LISTS = (
    Column("name", "Register or list", 44),
    Column("as_at", "As at", 18),
    Column("rows", "Rows", 10, "number"),
)
_COUNTED = (
    Column("what", "What is withheld", 40),
    Column("ground", "Ground", 14),
    Column("number", "How many", 11, "number"),
)


def items(released: Released) -> Table:
    """Describe the items, those of the highest priority first."""
    return Table(
        id="items",
        title="Items",
        caption="Items that the rules found, the highest priority first",
        columns=ITEMS,
        rows=tuple(_item(one) for one in _ordered(released)),
        empty=no_findings(released.review),
    )


def page_items(released: Released) -> Table:
    """Describe the items in fewer columns: the party with whom it is about, the decision in one."""
    rows = tuple(_page_item(one) for one in _ordered(released))
    return replace(items(released), columns=ON_PAGE, rows=rows)


def _ordered(released: Released) -> list[Item]:
    return sorted(released.items, key=lambda one: (PRIORITIES.index(one.priority), one.item))


def acts(released: Released) -> Table:
    """Describe what our accounts follow, liked, reposted and quoted; withheld ones are counted."""
    kinds = ("follow", "like", "repost", "quote")
    return Table(
        id="accounts",
        title="Accounts",
        caption="What our accounts follow, liked, reposted and quoted",
        columns=ACTS,
        rows=tuple(_act(one) for one in released.acts),
        empty=nothing_found(kinds, released.review.coverage),
    )


def page_acts(released: Released) -> Table:
    """Describe the acts in fewer columns: each account with whose it is."""
    rows = tuple(_page_act(one) for one in released.acts)
    return replace(acts(released), columns=ACTS_ON_PAGE, rows=rows)


def sites(released: Released) -> Table:
    """Describe where links of our posts lead; withheld sites are counted together."""
    return Table(
        id="sites",
        title="Sites",
        caption="Sites that our posts link to",
        columns=SITES,
        rows=tuple(_site(one) for one in released.sites),
        empty=nothing_found(("link",), released.review.coverage),
    )


def withheld(released: Released) -> Table:
    """Describe how much is withheld, each on its ground; nothing is a row with 0."""
    told = released.withheld
    rows = (
        ("Accounts that are followed, liked, reposted or quoted", GROUND, told.accounts),
        ("Follows, likes, reposts and quotes of those accounts", GROUND, told.acts),
        ("Sites that are linked to", GROUND, told.sites),
        ("Links to those sites", GROUND, told.links),
        ("Items whose subject and date are withheld", GROUND, told.items),
        ("Written reasons for decisions", GROUND, told.reasons),
    )
    return Table("withheld", "Withheld", "What is withheld, and on which ground", _COUNTED, rows)


def lists(released: Released) -> Table:
    """Describe the registers and lists that were used, with their days."""
    rows = tuple((one.name, day_as_written(one.as_at), one.rows) for one in released.lists)
    return Table(
        id="lists-table",
        title="Registers and lists",
        caption="Registers and lists used",
        columns=LISTS,
        rows=rows,
        empty="No register and no list was used, so nothing could be matched or flagged.",
    )


def first_rows(table: Table) -> Table:
    """Keep as many rows as a page can bear; the file of the same name has them all."""
    return replace(table, rows=table.rows[:MOST_ROWS])


def coverage(review: Review) -> Table:
    """Describe what was read and what could not be read."""
    table = tables.coverage(review).only(
        "our_account", "platform", "kind", "status", "method", "stated", "fetched",
        "unattributed", "earliest", "latest", "as_at",
    )  # fmt: skip
    return replace(table, id="coverage-table", caption="What was read, by account and kind")


def _item(one: Item) -> Row:
    return (
        one.item,
        PRIORITY_WORDS[one.priority],
        STATUS_WORDS[one.status],
        one.rule,
        own_account(one.platform, one.handle),
        KIND_WORDS.get(one.kind, one.kind),
        one.about,
        one.party,
        ROLE_WORDS.get(one.office, one.office),
        WITHHELD if one.about == WITHHELD else one.on,
        one.listed,
        day_as_written(one.listed_as_at),
        one.suggested,
        one.decision,
        one.decided_on,
        one.reason,
    )


def _page_item(one: Item) -> Row:
    withheld_date = WITHHELD if one.about == WITHHELD else ""
    dated = f"{one.decision}, {day(one.decided_on)}" if one.decided_on else one.decision
    return (
        one.item,
        PRIORITY_WORDS[one.priority],
        one.rule,
        ", ".join(filter(None, (one.about, one.party))),
        own_account(one.platform, one.handle),
        KIND_WORDS.get(one.kind, one.kind),
        day(one.on) if one.on else withheld_date,
        one.listed,
        ": ".join(filter(None, (dated, one.reason))),
    )


def _act(one: Act) -> Row:
    return (
        platform_name(one.platform),
        at_handle(one.platform, one.handle),
        KIND_WORDS.get(one.kind, one.kind),
        text.NOT_KNOWN if one.state == "unknown" else one.name,
        at_handle(one.platform, one.account),
        one.party,
        ROLE_WORDS.get(one.office, one.office),
        one.on,
        one.acts,
        one.accounts,
    )


def _page_act(one: Act) -> Row:
    _, _, kind, name, account, *rest = _act(one)
    return (
        own_account(one.platform, one.handle),
        kind,
        f"{name} ({account})" if account else name,
        *rest,
    )


def _site(one: Site) -> Row:
    return (
        platform_name(one.platform),
        at_handle(one.platform, one.handle),
        one.site,
        one.listed,
        one.links,
    )
