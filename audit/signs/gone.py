"""An account that the platform says is suspended or deleted."""

import pandas as pd

from audit.signs.answer import Seen, SignWords, answers, texts

NOT_SAID = "What the platform says of its state was not collected."
WORDS = SignWords(
    id="gone",
    title="Suspended or deleted",
    rule="The platform's own answer says so; X cannot always tell the two apart.",
)


def gone(accounts: pd.DataFrame) -> pd.DataFrame:
    """Answer for each account whether its platform called it suspended or deleted."""
    status = accounts["status"]
    return answers(
        accounts,
        WORDS,
        Seen(
            seen=status.isin(["suspended", "deleted"]),
            what="The platform says that it is " + status + ".",
            evidence="status " + status,
            unknown=texts(accounts).mask(status == "unknown", NOT_SAID),
        ),
    )
