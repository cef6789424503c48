"""The findings of earlier reviews that this one may have to carry on."""

from collections.abc import Container, Sequence

from audit.decisions.model import Earlier
from audit.run import keep
from audit.run.returned.store import findings_of


def earlier_findings(
    before: Sequence[keep.Earlier], decided: Container[str]
) -> tuple[Earlier, ...]:
    """Give the findings of the last earlier review, and older ones that were done by then.

    ``before`` are the reviews of earlier periods in their order; ``decided`` has the items that
    people decided. What is for information alone and not decided is left out.
    """
    latest: dict[str, tuple[int, Earlier]] = {}
    for place, run in enumerate(before):
        for finding in findings_of(run.folder):
            latest[finding.key] = (place, Earlier(finding, run.observed_at))
    last = len(before) - 1
    return tuple(
        one
        for place, one in latest.values()
        if (place == last or one.finding.status == "done")
        and (one.finding.priority != "info" or one.finding.item in decided)
    )
