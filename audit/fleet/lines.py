"""An agency's line: the figures of its own review, copied and never worked out anew."""

from audit.fleet.model import AgencyLine, ListSaid
from audit.mix.units import ALL, KINDS
from audit.review.model import Balance, Review
from connectors.frames import READ


def line_of(review: Review, run: str, page: str) -> AgencyLine:
    """Give an agency's line; ``run`` and ``page`` say where its run folder and its report are."""
    summary = review.summary
    return AgencyLine(
        agency=review.agency,
        run=run,
        page=page,
        observed_at=review.observed_at,
        status=review.status,
        answer=review.answer,
        need_decision=summary.need_decision,
        high=summary.high,
        overdue=summary.overdue,
        items_checked=summary.items_checked,
        accounts_read=summary.accounts_read,
        accounts_total=summary.accounts_total,
        lists_asked=len(review.coverage),
        lists_short=sum(row.status != "complete" for row in review.coverage),
        register_version=review.labels.register.version,
        lists=tuple(_said(review, one) for one in review.balance if one.scope == ALL),
    )


def governing(review: Review) -> tuple[str, ...]:
    """Name the parties in government on the last day of the period, by id."""
    return tuple(sorted(party.id for party in review.parties if party.government))


def _said(review: Review, one: Balance) -> ListSaid:
    return ListSaid(
        kind=one.kind,
        read=_read(review, one.kind),
        n=one.n,
        government=sum(one.counts.get(party, 0) for party in governing(review)),
        set_aside=one.set_aside,
        verdict=one.verdict,
        transition=one.transition,
        reference=one.reference.id,
        day=one.reference.date,
    )


def _read(review: Review, kind: str) -> str:
    statuses = {row.status for row in review.coverage if row.kind in KINDS[kind]}
    if not statuses & set(READ):
        return "not_read"
    return "complete" if statuses == {"complete"} else "partial"
