"""The accounts that the acts of an export name, as their frame."""

from collections.abc import Mapping
from datetime import datetime

import pandas as pd

from connectors import frames
from connectors.profile_form import Profile


def accounts_of(
    interactions: pd.DataFrame,
    profiles: Mapping[str, Profile],
    names: Mapping[str, str],
    as_at: datetime,
) -> pd.DataFrame:
    """Give a row for each account of these acts; ``profiles`` and ``names`` are by account id.

    A username can change hands: ``as_at`` is the day on which it meant this account.
    """
    ids = set(interactions["account_id"].dropna())
    rows = [
        {
            "platform": profile.platform,
            "account_id": profile.account_id,
            "handle": profile.handle,
            "name": names.get(profile.account_id),
            "url": profile.url,
            "status": "unknown",
            "as_at": as_at,
        }
        for profile in profiles.values()
        if profile.account_id in ids
    ]
    return frames.make("accounts", rows)
