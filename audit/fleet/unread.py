"""What could not be read over all agencies, an account and a reason a row."""

from collections.abc import Iterator

from audit.fleet.model import Unread
from audit.review.model import Review


def unread_in(review: Review) -> Iterator[Unread]:
    """Give what a review did not read in full, kinds of one account and reason together."""
    groups: dict[tuple[str, str, str, str], list[str]] = {}
    for row in review.coverage:
        if row.status != "complete":
            group = (row.platform, row.handle, row.status, row.reason)
            groups.setdefault(group, []).append(row.kind)
    for (platform, handle, status, reason), kinds in groups.items():
        yield Unread(review.agency.name, platform, handle, tuple(kinds), status, reason)
