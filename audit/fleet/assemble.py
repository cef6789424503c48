"""Makes the Fleet from the agencies' reviews, all of one period."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audit import __version__
from audit.fleet import words
from audit.fleet.funnel import funnels
from audit.fleet.lines import line_of
from audit.fleet.model import AgencyLine, Fleet, Funnel, NotHere, Totals
from audit.fleet.names import alphabetical
from audit.fleet.shared import shared_sources
from audit.fleet.unread import unread_in
from audit.period import new_zealand_day
from audit.review.model import Review


@dataclass(frozen=True)
class Member:
    """An agency's review, the name of its run folder, and of its report beside the whole's."""

    review: Review
    run: str
    page: str


def assemble(members: Sequence[Member], not_here: Sequence[NotHere], notes: Sequence[str]) -> Fleet:
    """Make the Fleet; the same reviews give the same Fleet, in whatever order they come.

    All reviews are of one period; ``notes`` say of others what was left out.
    """
    ordered = sorted(members, key=lambda one: alphabetical(one.review.agency.name))
    reviews = [one.review for one in ordered]
    lines = tuple(line_of(one.review, one.run, one.page) for one in ordered)
    drawn, left_out = funnels(list(zip(lines, reviews, strict=True)))
    totals = _totals(lines)
    absent = tuple(sorted(not_here, key=lambda one: (*alphabetical(one.name), one.where)))
    whole = not absent and all(line.status == "complete" for line in lines)
    return Fleet(
        period=reviews[0].period,
        observed_at=max(review.observed_at for review in reviews),
        markings=tuple(sorted({review.marking for review in reviews if review.marking})),
        answer=words.answer(totals),
        coverage=words.coverage(totals, lines, absent),
        status="complete" if whole else "partial",
        totals=totals,
        agencies=lines,
        funnels=drawn,
        left_out=left_out,
        sources=shared_sources(reviews),
        unread=tuple(row for review in reviews for row in unread_in(review)),
        not_here=absent,
        notes=(*notes, *_notes(lines, drawn)),
        tool_version=__version__,
    )


def _totals(lines: Sequence[AgencyLine]) -> Totals:
    return Totals(
        agencies=len(lines),
        need_decision=sum(line.need_decision for line in lines),
        high=sum(line.high for line in lines),
        overdue=sum(line.overdue for line in lines),
        items_checked=sum(line.items_checked for line in lines),
        accounts_read=sum(line.accounts_read for line in lines),
        accounts_total=sum(line.accounts_total for line in lines),
    )


def _notes(lines: Sequence[AgencyLine], drawn: Sequence[Funnel]) -> Iterator[str]:
    days = sorted(new_zealand_day(line.observed_at) for line in lines)
    yield words.read_between(days[0], days[-1])
    versions = sorted({line.register_version for line in lines})
    if len(versions) > 1:
        yield words.other_register_versions(versions)
    turning = [line.agency.name for line in lines if any(one.transition for one in line.lists)]
    if turning:
        yield words.in_transition(turning)
    aside = sum(one.set_aside for line in lines for one in line.lists if one.kind == "follow")
    if aside:
        yield words.set_aside(aside)
    if len(drawn) > 1:
        yield words.several_houses(len(drawn))
