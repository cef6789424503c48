"""Everything known about one item, as an answer to somebody who asks for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.decisions.model import Decided, Earlier, Reading
from audit.decisions.what_became import decisions, history, status_in_words
from audit.decisions.who_says_so import who_says_so
from audit.guidance.clauses import Clause
from audit.review.model import CheckWords, Finding
from audit.review.words import KIND_NOUNS, day, own_account

_GUIDANCE = "The guidance on the official use of social media"
_PRIORITY = {"info": "It is for information: nobody is asked to decide."}


@dataclass(frozen=True)
class Known:
    """What the run folders and the decisions say of one item; ``seen`` is the oldest run first.

    ``periods`` has the periods of ``seen``, and ``later`` of the runs since, which have it no
    more; ``check`` is None where this version lacks it, and ``clauses`` are those of its guidance.
    ``keep_months`` is how long a Keep without a date stands.
    """

    seen: Sequence[Earlier]
    periods: Sequence[str]
    later: Sequence[str]
    check: CheckWords | None
    clauses: Sequence[Clause]
    decisions: Sequence[Decided]
    readings: Sequence[Reading]
    keep_months: int


def explained(known: Known) -> tuple[str, ...]:
    """Write all that is known of an item in sentences; the newest run says what it is."""
    last = known.seen[-1].finding
    said = [line for one in last.evidence for line in who_says_so(one)]
    decided = decisions(last.item, known.decisions, known.readings, known.keep_months)
    return (
        f"Item {last.item}: {last.title}",
        *_titled("What was found", list(_found(last)), ""),
        *_titled("Who says so", said, "Nobody: the item rests on what was read of our account."),
        *_titled("The rule", list(_rule(known, last.check)), ""),
        *_titled("History", list(history(known.seen, known.periods, known.later)), ""),
        *_titled("Decisions", list(decided), "Nobody has decided it in a workbook."),
    )


def _found(last: Finding) -> Iterator[str]:
    account = own_account(last.platform, last.handle)
    dated = f" on {day(last.happened_on)}" if last.happened_on else ""
    undated = "" if dated else " What was read does not say when."
    if last.kind:
        yield f"A {KIND_NOUNS[last.kind][0]} by our account {account}{dated}.{undated}"
    else:
        yield f"It is about our account {account}."
    yield last.why
    priority = _PRIORITY.get(last.priority, f"Its priority is {last.priority}.")
    yield f"In the last review that has it, it was {status_in_words(last)}. {priority}"
    subject = "The address" if last.kind == "link" else "The account"
    links = ((subject, last.subject.url), ("The post", last.post_url))
    yield from (f"{name}: {url}" for name, url in links if url)


def _rule(known: Known, name: str) -> Iterator[str]:
    check = known.check
    if check is None:
        yield f"{name}, which this version of the tool does not have."
        return
    yield f"“{check.title}” ({check.id}). It looks for {check.looks_for}."
    yield f"Why: {check.why}"
    yield f"What can be done: {check.remedy}"
    for clause in known.clauses:
        yield f"{_GUIDANCE}, clause {clause.id} ({clause.section}): {clause.requirement}."


def _titled(title: str, lines: Sequence[str], none: str) -> Iterator[str]:
    yield from ("", title)
    yield from (f"  {line}" for line in lines or [none] if line)
