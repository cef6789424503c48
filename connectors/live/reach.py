"""How far a list of a platform's interface was read, for the coverage."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from connectors.coverage import Reach
from connectors.frames import READ
from connectors.live.walk import Walked

_NAMELESS = (
    "{:,} of the {:,} accounts in it could not be asked about: they have no handle here by which "
    "they might be recognised. {}"
)


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
    if count is None or fetched >= count or reach.status not in READ:
        return replace(reach, stated=count)
    said = f"The platform states {count:,}, of which {fetched:,} were given. {why}".strip()
    return replace(reach, stated=count, reason=" ".join(filter(None, [reach.reason, said])))


def named(
    reach: Mapping[str, Reach], interactions: pd.DataFrame, accounts: pd.DataFrame, why: str
) -> dict[str, Reach]:
    """Make partial what leads to accounts that could not be asked about, for the reason ``why``.

    Whom a handle would tell is not recognised without it: such a list is not known in full.
    """
    if not why:
        return dict(reach)
    unknown = accounts["handle"].isna() & (accounts["status"] == "unknown")
    nameless = frozenset(accounts.loc[unknown, "account_id"])

    def but(kind: str, one: Reach) -> Reach:
        of_kind = interactions.loc[interactions["kind"] == kind, "account_id"].dropna().unique()
        lost = sum(account in nameless for account in of_kind)
        return one.but(_NAMELESS.format(lost, len(of_kind), why) if lost else "")

    return {kind: but(kind, one) for kind, one in reach.items()}
