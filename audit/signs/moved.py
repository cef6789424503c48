"""An account whose owner has moved to another one."""

import pandas as pd

from audit.signs.answer import Seen, SignWords, answers, texts
from audit.signs.gone import NOT_SAID

WORDS = SignWords(
    id="moved",
    title="Moved to another account",
    rule="The platform's own answer says so, as Mastodon does.",
)


def moved(accounts: pd.DataFrame) -> pd.DataFrame:
    """Answer for each account whether its platform says that it moved."""
    status = accounts["status"]
    return answers(
        accounts,
        WORDS,
        Seen(
            seen=status == "moved",
            what=texts(accounts, "The platform says that it has moved to another account."),
            evidence="status " + status,
            unknown=texts(accounts).mask(status == "unknown", NOT_SAID),
        ),
    )
