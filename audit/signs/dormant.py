"""An account that has not posted for a year."""

import pandas as pd

from audit.signs.answer import INFO, Seen, SignWords, answers, days, texts

# As long as the tool lets a decision of the agency stand before it is looked at again.
DORMANT_AFTER = pd.Timedelta(days=365)
WORDS = SignWords(
    id="dormant",
    title="No post for a year",
    rule="Its last post was 365 days or more before the account was seen.",
)


def dormant(accounts: pd.DataFrame) -> pd.DataFrame:
    """Answer for each account whether its last post was a year or more before it was seen."""
    last = accounts["last_post_at"]
    protected = accounts["status"] == "protected"
    unknown = texts(accounts).mask(last.isna(), "When it last posted is not known.")
    when = days(last)
    return answers(
        accounts,
        WORDS,
        Seen(
            seen=(accounts["as_at"] - last >= DORMANT_AFTER).fillna(False).astype(bool),
            what="Its last post was on " + when + ".",
            evidence="last post " + when,
            unknown=unknown.mask(
                last.isna() & protected, "Its posts are protected, so when it posted is not known."
            ),
            level=INFO,
        ),
    )
