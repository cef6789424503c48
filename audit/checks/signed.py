"""What the checks of account signs say alike: what was seen, by what, and that it is no verdict."""

import pandas as pd

from audit.case import Case
from audit.checks.base import days, hits, who
from audit.signs import SEEN

_KEYS = ["platform", "account_id"]
_TOLD = {"what": "sign_what", "evidence": "sign_evidence", "as_at": "sign_as_at"}


def signed(
    case: Case, sign: str, said: str, suggested: str, levels: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Give each follow of an account of which a sign was seen, as a hit.

    ``said`` goes on after the account's name in the title; ``levels`` are those asked for, all if
    there are none.
    """
    signs = case.signs
    seen = (signs["sign"] == sign) & (signs["state"] == SEEN)
    if levels:
        seen &= signs["level"].isin(levels)
    told = signs.loc[seen, [*_KEYS, *_TOLD]].rename(columns=_TOLD)
    rows = case.followed.merge(told, on=_KEYS)
    return hits(
        rows,
        title="Follows " + who(rows) + ", " + said,
        why=rows["sign_what"],
        suggested=suggested,
        source="The account as read on " + days(rows["sign_as_at"]),
        source_as_at=rows["sign_as_at"].dt.strftime("%Y-%m-%d"),
        source_row=rows["sign_evidence"],
        source_url=rows["account_url"],
    )
