"""The Changes tables: what is not as it was, which lists could be compared, and the quarters."""

from audit.review.model import Change, ListCompared, Mix, Quarter, Review
from audit.review.words import at_handle, own_account, platform_name
from reports import text
from reports.charts import TESTED
from reports.links import safe_link
from reports.tables.model import Column, Link, Row, Table

CHANGES = (
    Column("what", "What changed", 16),
    Column("our_account", "Our account", 28),
    Column("kind", "Type", 10, "link"),
    Column("account", "Account", 30, "link"),
    Column("name", "Name", 22),
    Column("words", "What happened", 54),
    Column("evidence", "Which reviews say so", 50),
    Column("first_seen", "First seen", 13, "date"),
    Column("last_seen", "Last seen", 13, "date"),
)
COMPARED = (
    Column("platform", "Platform", 12),
    Column("our_account", "Our account", 28),
    Column("kind", "Kind", 11),
    Column("known", "Compared", 12),
    Column("since", "With review", 16),
    Column("missing", "Missing, not known why", 14, "number"),
    Column("appeared", "There, not known since when", 16, "number"),
    Column("reason", "What to know", 56),
)
QUARTERS = (
    Column("quarter", "Quarter", 24),
    Column("review", "Review", 14),
    Column("follows", "Follows", 10, "number"),
    Column("likes", "Likes", 10, "number"),
    Column("reposts", "Reposts", 10, "number"),
    Column("links", "Links", 10, "number"),
    Column("findings", "Items", 10, "number"),
    Column("need_decision", "Needed a decision", 12, "number"),
    Column("follow_n", "Politicians followed", 12, "number"),
    Column("follow_d", "Follows out of place", 11, "percent"),
    Column("follow_verdict", "Follows in words", 26),
    Column("like_n", "Politicians liked", 12, "number"),
    Column("like_d", "Likes out of place", 11, "percent"),
    Column("repost_n", "Politicians reposted", 12, "number"),
    Column("repost_d", "Reposts out of place", 11, "percent"),
)
MISSING = "No review"


def changes(review: Review) -> Table:
    """Describe every change since earlier reviews, by cause."""
    found = review.changes
    return Table(
        id="tblChanges",
        title="Changes",
        caption=found.sentence,
        columns=CHANGES,
        rows=tuple(_change(one) for one in found.items),
        empty=found.sentence or "Nothing was compared.",
    )


def _change(one: Change) -> Row:
    word = text.labels.KIND_WORDS.get(one.kind, one.kind)
    return (
        text.labels.CHANGE_WORDS[one.what],
        own_account(one.platform, one.handle),
        Link(word, safe_link(one.platform, one.post_url, one.account)),
        Link(
            at_handle(one.platform, one.account) or one.account_id or "Not known",
            safe_link(one.platform, one.url, one.account),
        ),
        one.name,
        one.words,
        one.evidence,
        one.first_seen,
        one.last_seen,
    )


def lists_compared(review: Review) -> Table:
    """Describe which lists could be compared with an earlier review, and why others could not."""
    return Table(
        id="tblCompared",
        title="Lists compared",
        caption="A follow is counted as unfollowed only where both reviews read the whole list. "
        "What is missing from a list that fell short is not known.",
        columns=COMPARED,
        rows=tuple(_compared(one) for one in review.changes.lists),
        empty=review.changes.sentence or "Nothing was compared.",
    )


def _compared(one: ListCompared) -> Row:
    return (
        platform_name(one.platform),
        at_handle(one.platform, one.handle),
        text.labels.KIND_WORDS.get(one.kind, one.kind),
        "Yes" if one.known else "No",
        one.since,
        one.missing,
        one.appeared,
        one.reason,
    )


def quarters(review: Review) -> Table:
    """Describe up to eight quarters, each as its own review said it; missing ones are named."""
    return Table(
        id="tblQuarters",
        title="Quarters",
        caption="Each quarter as its own review said it, up to eight. A list too short or too "
        "little known to compare has no share out of place.",
        columns=QUARTERS,
        rows=tuple(_quarter(one) for one in review.changes.trend),
        empty="No quarter has a review yet.",
    )


def short_label(quarter: Quarter) -> str:
    """Write a quarter without its days: Quarter 1 of 2026/27."""
    return quarter.label.partition(":")[0]


def mix_of(quarter: Quarter, kind: str) -> Mix | None:
    """Give the mix of one kind of list, None where the quarter has none."""
    return next((mix for mix in quarter.mixes if mix.kind == kind), None)


def share(mix: Mix | None) -> float | None:
    """Give the share out of place, None where the list could not be compared."""
    return mix.d if mix is not None and mix.verdict in TESTED else None


def _quarter(one: Quarter) -> Row:
    follow, like, repost = (mix_of(one, kind) for kind in ("follow", "like", "repost"))
    return (
        short_label(one),
        one.run or MISSING,
        one.follows,
        one.likes,
        one.reposts,
        one.links,
        one.findings,
        one.need_decision,
        follow.n if follow else None,
        share(follow),
        text.balance.VERDICT_WORDS[follow.verdict] if follow else "",
        like.n if like else None,
        share(like),
        repost.n if repost else None,
        share(repost),
    )
