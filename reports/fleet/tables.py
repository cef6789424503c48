"""The tables over several agencies, said once for the workbook and the page."""

from audit.fleet.model import AgencyLine, Fleet, ListSaid, SharedSource, Unread
from audit.review.words import at_handle, listing, platform_name
from reports import text
from reports.links import safe_link
from reports.tables import Column, Link, Row, Table
from reports.text import fleet as words

AGENCIES = (
    Column("agency", "Agency", 34, "link"),
    Column("need_decision", "Items to decide", 9, "number"),
    Column("high", "High priority", 10, "number"),
    Column("overdue", "Overdue", 10, "number"),
    Column("accounts", "Accounts read", 11),
    Column("politicians", "Politicians followed", 12, "number"),
    Column("follow", "Follows", 20),
    Column("like", "Likes", 20),
    Column("repost", "Reposts and quotes", 20),
    Column("not_read", "Not read, or read in part", 44),
    Column("read_on", "Read on", 13, "date"),
    Column("name_mi", "Name in te reo Māori", 22),
    Column("page", "Its own report", 24),
    Column("run", "Its run folder", 24),
)
LEFT_OUT = (
    Column("agency", "Agency", 40),
    Column("politicians", "Politicians followed", 12, "number"),
    Column("reason", "Why it is in no plot", 72),
)
SOURCES = (
    Column("account", "Account or site", 38, "link"),
    Column("platform", "Platform", 12),
    Column("agencies", "Agencies", 60),
    Column("how", "How", 24),
    Column("items", "Items", 10, "number"),
    Column("lists", "Named by", 50),
)
COVERAGE = (
    Column("agency", "Agency", 36),
    Column("platform", "Platform", 12),
    Column("account", "Account", 28),
    Column("kinds", "Lists", 30),
    Column("status", "What could be read", 19),
    Column("reason", "What to know", 60),
)
NOT_HERE = (
    Column("name", "Agency or folder", 40),
    Column("where", "Where", 44),
    Column("reason", "Why it is not in this report", 72),
)


def agencies(fleet: Fleet) -> Table:
    """Describe the agencies, a row each, in the order of the alphabet; names lead to reports."""
    return Table(
        id="tblAgencies",
        title="Agencies",
        caption=words.NO_RANKING,
        columns=AGENCIES,
        rows=tuple(_agency(fleet, line) for line in fleet.agencies),
    )


def left_out(fleet: Fleet) -> Table:
    """Describe the agencies that are in no funnel plot."""
    return Table(
        id="tblNotPlotted",
        title="Not in a plot",
        caption="Agencies whose follows are in no funnel plot, and why",
        columns=LEFT_OUT,
        rows=tuple((one.agency, one.n, one.reason) for one in fleet.left_out),
        empty=words.ALL_COMPARED,
    )


def sources(fleet: Fleet) -> Table:
    """Describe the listed accounts and sites that agencies have in common."""
    return Table(
        id="tblSources",
        title="Sources in common",
        caption=words.SHARED,
        columns=SOURCES,
        rows=tuple(_source(one) for one in fleet.sources),
        empty=words.NONE_SHARED,
    )


def coverage(fleet: Fleet) -> Table:
    """Describe what could not be read, an account and a reason a row."""
    return Table(
        id="tblCoverage",
        title="Coverage",
        caption=words.UNREAD,
        columns=COVERAGE,
        rows=tuple(_unread(one) for one in fleet.unread),
        empty=words.ALL_READ,
    )


def not_here(fleet: Fleet) -> Table:
    """Describe who has no review in this report, and why."""
    return Table(
        id="tblNotHere",
        title="Not in this report",
        caption=words.NOT_HERE,
        columns=NOT_HERE,
        rows=tuple((one.name, one.where, one.reason) for one in fleet.not_here),
        empty=words.ALL_HERE,
    )


def _agency(fleet: Fleet, line: AgencyLine) -> Row:
    lists = {one.kind: one for one in line.lists}
    missing: dict[str, list[str]] = {}
    for one in fleet.unread:
        if one.agency == line.agency.name:
            missing.setdefault(one.platform, []).extend(one.kinds)
    follow = lists.get("follow")
    return (
        Link(line.agency.name, line.page),
        line.need_decision,
        line.high,
        line.overdue,
        f"{line.accounts_read:,} of {line.accounts_total:,}",
        follow.n if follow and follow.read != "not_read" else None,
        *(_verdict(lists.get(kind)) for kind in ("follow", "like", "repost")),
        words.missing(missing),
        line.observed_at.astimezone(fleet.observed_at.tzinfo).date(),
        line.agency.name_mi,
        line.page,
        line.run,
    )


def _verdict(said: ListSaid | None) -> str:
    return words.verdict(said.read, said.verdict) if said else "Not read"


def _source(one: SharedSource) -> Row:
    if one.platform:
        handle = at_handle(one.platform, one.account)
        name = f"{one.name} ({handle})" if one.name else handle
        shown = Link(name, safe_link(one.platform, one.url, one.account))
    else:
        shown = Link(one.account)
    return (
        shown,
        platform_name(one.platform) if one.platform else "Site",
        listing(list(one.agencies)),
        words.act_words(one.kinds),
        one.items,
        "; ".join(one.lists),
    )


def _unread(one: Unread) -> Row:
    return (
        one.agency,
        platform_name(one.platform),
        at_handle(one.platform, one.handle),
        text.labels.kinds_in_words(one.kinds).capitalize(),
        text.labels.COVERAGE_WORDS[one.status],
        one.reason,
    )
