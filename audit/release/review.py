"""The review as it is released: each part made anew of the fields that may be in it, by name."""

from audit.limits import limits
from audit.review.model import Balance, Changes, Coverage, GuidanceLine, Review

_UNEVEN = (
    "The register knows the parties unevenly: see whose accounts it knows before you read this."
)


def released_review(kept: Review, register_note: str) -> Review:
    """Give a Review of counts and of our own sentences alone; all else in it is empty.

    ``kept`` is as review.json has it, without evidence. No findings, notes, files, lists, decisions
    or marking; no reason, answer or name that somebody wrote. What could not be read stays: by
    account, kind and how far it was read.
    """
    coverage = tuple(_coverage(row) for row in kept.coverage)
    return Review(
        agency=kept.agency,
        marking="",
        period=kept.period,
        run_id=kept.run_id,
        observed_at=kept.observed_at,
        answer=kept.answer,
        status=kept.status,
        summary=kept.summary,
        coverage=coverage,
        files=(),
        inputs=(),
        totals=kept.totals,
        labels=kept.labels,
        parties=kept.parties,
        balance=tuple(_balance(one) for one in kept.balance),
        findings=(),
        checks=kept.checks,
        changes=_changes(kept.changes),
        guidance=tuple(_guidance(line) for line in kept.guidance),
        limits=(*kept.labels.register.problems, *limits(coverage, (), register_note)),
        registers=(),
        evidence=kept.evidence,
        tool_version=kept.tool_version,
        headline=kept.headline,
        elections=kept.elections,
    )


def _coverage(row: Coverage) -> Coverage:
    """Leave out the reason, which may name files and people; and the account's id."""
    return Coverage(
        platform=row.platform,
        agency_account="",
        handle=row.handle,
        kind=row.kind,
        status=row.status,
        method=row.method,
        stated=row.stated,
        fetched=row.fetched,
        unattributed=row.unattributed,
        earliest=row.earliest,
        latest=row.latest,
        as_at=row.as_at,
        reason="",
    )


def _balance(one: Balance) -> Balance:
    """Leave out the notes, in which reasons from the configuration stand."""
    return Balance(
        scope=one.scope,
        kind=one.kind,
        n=one.n,
        outside=one.outside,
        set_aside=one.set_aside,
        counts=one.counts,
        reference=one.reference,
        d=one.d,
        misplaced=one.misplaced,
        floor=one.floor,
        chance_mean=one.chance_mean,
        c95=one.c95,
        p=one.p,
        p_corridor=one.p_corridor,
        p_adjusted=one.p_adjusted,
        verdict=one.verdict,
        transition=one.transition,
        lines=one.lines,
        sentence=one.sentence,
        notes=(_UNEVEN,) if one.register_uneven else (),
        register=one.register,
        register_uneven=one.register_uneven,
    )


def _changes(changes: Changes) -> Changes:
    return Changes(since=changes.since, sentence=changes.sentence, trend=changes.trend)


def _guidance(line: GuidanceLine) -> GuidanceLine:
    return GuidanceLine(
        clause=line.clause,
        status=line.status,
        evidence="",
        findings=(),
        section=line.section,
        strength=line.strength,
        requirement=line.requirement,
    )
