"""An account that the platform says is suspended, deactivated or deleted."""

import pandas as pd

from audit.signs.answer import Seen, SignWords, answers, texts

NOT_SAID = "What the platform says of its state was not collected."
WORDS = SignWords(
    id="gone",
    title="Suspended, deactivated or deleted",
    rule="The platform's own answer says so; X cannot always tell them apart.",
)


def gone(accounts: pd.DataFrame) -> pd.DataFrame:
    """Answer for each account whether its platform called it suspended, deactivated or deleted."""
    status = accounts["status"]
    return answers(
        accounts,
        WORDS,
        Seen(
            seen=status.isin(["suspended", "deactivated", "deleted"]),
            what="The platform says that it is " + status + ".",
            evidence="status " + status,
            unknown=texts(accounts).mask(status == "unknown", NOT_SAID),
        ),
    )
