"""The changes of a whole review, laid into it."""

from dataclasses import replace

from audit.changes.find import changes_of
from audit.changes.past import ACTS, KINDS, Collection
from audit.changes.trend import this_quarter
from audit.gathered import Gathered
from audit.inputs import Inputs
from audit.record import Record
from audit.review.model import Review
from connectors import frames


def with_changes(review: Review, record: Record, used: Inputs, year: str) -> Review:
    """Give the review with what changed since the earlier ones that its record knows."""
    changes = changes_of(
        collection_of(record.gathered),
        record.history.past,
        used,
        review.period,
        record.observed_at,
        this_quarter(review),
        year,
    )
    return replace(review, changes=changes)


def collection_of(gathered: Gathered) -> Collection:
    """Give what a review collected, as far as it is compared."""
    acts = gathered.interactions
    return Collection(
        acts=frames.rows(acts, acts["kind"].isin(KINDS), ACTS).reset_index(drop=True),
        accounts=gathered.accounts,
        coverage=gathered.coverage,
        handles=gathered.handles,
    )
