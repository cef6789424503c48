"""Everything known about one item, in words: evidence, rule, history and decisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit.decisions.model import Decided, Earlier, Outcome, Reading
from audit.period import NEW_ZEALAND
from audit.review.model import CheckWords, Evidence
from audit.review.words import KIND_NOUNS, day, own_account


@dataclass(frozen=True)
class Known:
    """What the run folders and the decisions say of one item; ``seen`` is the oldest run first.

    ``runs`` has the names of the runs of ``seen``, and ``later`` of those since, which have it no
    more; ``check`` is None where this version lacks it.
    """

    seen: Sequence[Earlier]
    runs: Sequence[str]
    later: Sequence[str]
    check: CheckWords | None
    decisions: Sequence[Decided]
    readings: Sequence[Reading]


def explained(known: Known) -> tuple[str, ...]:
    """Write all that is known of an item, a line for each thing; the newest run says what it is."""
    last = known.seen[-1].finding
    kind = KIND_NOUNS[last.kind][0].capitalize() if last.kind else "Account"
    about = [
        f"{last.item}: {last.title}",
        f"{kind} of {own_account(last.platform, last.handle)}; {last.priority}; {last.status}.",
        " ".join(filter(None, (last.why, last.note))),
    ]
    links = [("Account", last.subject.url), ("Post", last.post_url)]
    about += [f"{name}: {url}" for name, url in links if url]
    return (
        *about,
        "",
        *_titled("Evidence", [_evidence(one) for one in last.evidence], "None but the act itself."),
        *_titled("Rule", list(_rule(known.check, last.check)), ""),
        *_titled("History", list(_history(known)), ""),
        *_titled("Decisions", list(_decisions(known)), "Nobody decided it in a workbook yet."),
    )


def recorded_in_words(one: Decided) -> str:
    """Write a recorded decision in one line."""
    parts = [f"{one.item}: {one.decision}", one.reason, one.owner and f"owner {one.owner}"]
    parts += [f"due {day(one.due)}" if one.due else "", one.lacks and f"lacks {one.lacks}"]
    by = f" by {one.who}" if one.who else ""
    place = f"{one.file}, sheet {one.sheet}, row {one.row}"
    read_on = day(one.read_at.astimezone(NEW_ZEALAND).date())
    return "; ".join([*filter(None, parts), f"written in {place}{by}, read on {read_on}"])


def row_in_words(row: Outcome) -> str:
    """Write what stood in a row that came back and what there is to know of it."""
    written = row.written
    words = ", ".join(filter(None, (written.decision, written.reason, written.owner, written.due)))
    end = "" if row.said.endswith("?") else "."
    said = f" {row.said}{end}" if row.said else ""
    return f"{words or '–'}.{said}"


def _titled(title: str, lines: Sequence[str], none: str) -> Iterator[str]:
    yield f"{title}:"
    yield from (f"  {line}" for line in lines or [none])


def _evidence(one: Evidence) -> str:
    parts = [one.source, one.as_at and f"as at {one.as_at}", one.row, one.url, one.file]
    parts += [one.rule and f"rules {one.rule}", one.correct]
    return "; ".join(filter(None, parts))


def _rule(check: CheckWords | None, name: str) -> Iterator[str]:
    yield name
    if check is not None:
        yield from (check.title, check.why, check.remedy)
        if check.clauses:
            yield f"Clauses of the guidance: {', '.join(check.clauses)}"


def _history(known: Known) -> Iterator[str]:
    for run, one in zip(known.runs, known.seen, strict=True):
        read_on = day(one.observed_at.astimezone(NEW_ZEALAND).date())
        said = f" {one.finding.note}" if one.finding.note else ""
        yield f"{run}, read on {read_on}: {one.finding.status}.{said}"
    yield from (f"{run}: not among its items any more." for run in known.later)


def _decisions(known: Known) -> Iterator[str]:
    item = known.seen[-1].finding.item
    yield from (recorded_in_words(one) for one in known.decisions if one.item == item)
    for reading in known.readings:
        for row in reading.outcomes:
            if row.item == item and row.decided is None and (row.written or not row.row):
                yield _row(reading, row)


def _row(reading: Reading, row: Outcome) -> str:
    place = f"{row.file}, sheet {row.sheet}, row {row.row}: " if row.row else ""
    read_on = day(reading.read_at.astimezone(NEW_ZEALAND).date())
    return f"{row.bucket.capitalize()} on {read_on}: {place}{row_in_words(row)}"
