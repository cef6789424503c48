"""How far a list of a platform's interface was read, for the coverage."""

from dataclasses import replace

from connectors.coverage import Reach
from connectors.live.walk import Walked


def reach_of(walked: Walked, *reasons: str) -> Reach:
    """Judge a list: complete, partial where it ended early, failed where nothing was given.

    ``reasons`` are sentences about what the platform leaves out; they make it partial.
    """
    if walked.stopped is None:
        return Reach("complete").but(*reasons)
    if not walked.pages and not walked.earlier:
        return Reach("failed", str(walked.stopped))
    return Reach("complete").but(str(walked.stopped), *reasons)


def stated(reach: Reach, count: int | None, fetched: int, why: str) -> Reach:
    """Put the platform's own count beside ours; ``why`` explains a shortfall in a sentence.

    A shortfall is no fault of the reading: the status stays as it is.
    """
    if count is None or fetched >= count or reach.status not in ("complete", "partial"):
        return replace(reach, stated=count)
    said = f"The platform states {count:,}, of which {fetched:,} were given. {why}".strip()
    return replace(reach, stated=count, reason=" ".join(filter(None, [reach.reason, said])))
