"""The words of the copy for release: what it is, what is withheld from it, what to do first."""

from collections.abc import Iterator

from audit.review.model import Review
from audit.review.released import WITHHELD, Released, Withheld
from audit.review.words import KIND_NOUNS, count, day, day_as_written, listing, own_account
from reports.clean import one_line
from reports.page_tables import MOST_ROWS
from reports.tables import Table
from reports.text import document
from reports.text.balance import NOT_A_MEASURE_OF_BIAS

_LONGEST = 50_000  # a paragraph is never cut
NOT_KNOWN = "Author not known"
YOU = "In the review's own sentences, “you” and “we” are the agency."
WHO_IS_NAMED = (
    "Named are accounts that the register has, on the day of the act, as those of people who hold "
    "or seek a public office, of parties and of organisations."
)
WHO_IS_NOT = (
    f"Any other may be a private person's: it is {WITHHELD}, and so are its items' dates. "
    "The same holds for sites that are neither on a list nor a public body's."
)
UNKNOWN_IS_NOT_WITHHELD = (
    "Where the author of a post is not known, nothing is withheld: the source does not say it."
)
LEFT_OUT = (
    "Left out of this copy: addresses, the text of posts, purposes, owners, due dates, notes, the "
    "agency's files and the markings of its own copy."
)
FLAGS = (
    "An account or site is flagged only because a list names it. Being on no list says nothing "
    "about a source."
)
NO_LIST = "No list of sources was used, so nothing could be flagged."
NOT_READ = "What could not be read may hold items that this review cannot show."
ITEMS = f"{document.FLAG_IS_A_PROMPT} What each rule means is under Method."
ACTS = (
    "One row is one follow, like, repost or quote of a named account. Those that are withheld, or "
    "whose author is not known, are counted in rows of their own."
)


def title(review: Review) -> str:
    """Write the title of the window: what it is, and the quarter."""
    return f"Neutrality review, {review.period.label.partition(':')[0]}: copy for release"


def withheld(released: Released) -> tuple[str, ...]:
    """Say how much is withheld and why, in sentences; and that nothing is, where nothing is."""
    told = released.withheld
    if not any(vars(told).values()):
        return ("Nothing is withheld from this copy.",)
    are = "is" if told.accounts == 1 else "are"
    acts = count(told.acts, "follow, like or repost", "follows, likes, reposts and quotes")
    return (
        f"{count(told.accounts, 'account')} {are} withheld under section 9(2)(a) of the Official "
        "Information Act 1982, to protect the privacy of natural persons.",
        f"What concerns them is counted and not named: {acts}.",
        *_also(told),
    )


def _also(told: Withheld) -> Iterator[str]:
    parts = (
        (told.sites, f"{count(told.sites, 'site')} with {count(told.links, 'link')}"),
        (told.items, f"the subject and date of {count(told.items, 'item')}"),
        (told.reasons, count(told.reasons, "written reason")),
    )
    said = [words for number, words in parts if number]
    if said:
        yield f"On the same ground are withheld: {listing(said)}."


def before_release(released: Released) -> tuple[str, ...]:
    """Say what a person looks at before the copy goes out."""
    shown = sum(one.reason not in {"", WITHHELD} for one in released.items)
    reasons = (
        f"It holds {count(shown, 'reason')} as written: read them for names of people."
        if shown
        else "It holds no reason as written."
    )
    return (
        "Before you release it: a withheld account may be an agency's or a firm's, which the tool "
        "cannot tell.",
        reasons,
        "Whether the public interest outweighs the ground is for your agency to weigh "
        "(section 9(1)).",
    )


def how(released: Released) -> tuple[str, str]:
    """Write two paragraphs: what was looked at and when, and how the figures came about."""
    return " ".join(_what(released.review)), " ".join(_method(released))


def to_paste(released: Released) -> tuple[str, ...]:
    """Write paragraphs to paste: what was looked at, how, what it cannot tell, what is withheld."""
    limits = " ".join(_limits(released.review))
    return (*how(released), limits, " ".join(withheld(released)))


def cut(table: Table, name: str) -> str:
    """Say that a page shows the first rows of a table alone, and which file has all."""
    shown = (
        f"This page shows the first {MOST_ROWS} of {len(table.rows):,} rows; {name} has them all."
    )
    return shown if len(table.rows) > MOST_ROWS else ""


def plain(released: Released) -> str:
    """Write what to paste as a text of its own, under the agency's names and the title."""
    review = released.review
    head = (document.agency_names(review.agency), document.document_title(review))
    body = (one_line(paragraph, _LONGEST) for paragraph in to_paste(released))
    return "\n\n".join(("\n".join(map(one_line, head)), *body, LEFT_OUT)) + "\n"


def _what(review: Review) -> Iterator[str]:
    own = dict.fromkeys((row.platform, row.handle) for row in review.coverage)
    summary = review.summary
    accounts = listing([own_account(*one) for one in own])
    yield (
        f"{review.agency.name} looked at what its official social media accounts follow, like, "
        f"repost and link to. The review is for {review.period.label}."
    )
    yield (
        f"{summary.accounts_read:,} of {count(summary.accounts_total, 'account')} could be read, "
        f"in full or in part. The accounts: {accounts or 'none'}."
    )
    counted = [
        count(review.totals[kind], *nouns)
        for kind, nouns in KIND_NOUNS.items()
        if review.totals.get(kind)
    ]
    yield f"The data was read on {day(review.observed_at.date())}: {listing(counted) or 'nothing'}."
    if summary.baseline:
        yield "It is the first review, so everything that was read counts, whatever its date."
    else:
        yield "Follows are the list as it was read; likes, reposts and links are the period's."


def _method(released: Released) -> Iterator[str]:
    review = released.review
    labels = review.labels
    yield (
        "Accounts were compared with a dated public register of politicians, by stable id first "
        f"and by handle second: {labels.register.jurisdiction}, version "
        f"{day_as_written(labels.register.version)}. No label is inferred from what people write."
    )
    yield f"The register knows {labels.matched:,} of these accounts and not {labels.unmatched:,}."
    yield NOT_A_MEASURE_OF_BIAS
    yield FLAGS
    named = [f"{one.name} ({_dated(one.as_at)})" for one in released.lists if one.of_sources]
    yield f"Lists used: {'; '.join(named)}." if named else NO_LIST
    yield (
        f"{count(len(review.checks), 'rule')} were applied with {document.AUTHOR} "
        f"{review.tool_version}. A person decides what becomes of each item. "
        f"{document.FLAG_IS_A_PROMPT}"
    )


def _limits(review: Review) -> Iterator[str]:
    yield NOT_READ if review.limits else "Everything that was asked for could be read."
    yield from review.limits


def _dated(as_at: str) -> str:
    return f"as at {day_as_written(as_at)}" if as_at else "undated"
