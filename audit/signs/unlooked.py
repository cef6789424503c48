"""What of the signs of followed accounts could not be looked at, for the limits of a review."""

from collections.abc import Iterator

import pandas as pd

from audit.review.words import count, listing
from audit.signs.answer import COULD_NOT_LOOK
from audit.signs.every import SIGNS

_A_SENTENCE = 3  # signs, so that no sentence is long
_TITLES = {words.id: words.title for words in SIGNS}


def unlooked(signs: pd.DataFrame) -> Iterator[str]:
    """Say of how many followed accounts which signs could not be looked at."""
    accounts = len(signs[["platform", "account_id"]].drop_duplicates())
    blind = signs.loc[signs["state"] == COULD_NOT_LOOK, "sign"].value_counts()
    for number in sorted(set(blind), reverse=True):
        named = [f"“{_TITLES[one]}”" for one in _TITLES if blind.get(one) == number]
        some = f"{number:,} of {count(accounts, 'followed account')}"
        of = "every followed account" if number == accounts else some
        for first in range(0, len(named), _A_SENTENCE):
            few = listing(named[first : first + _A_SENTENCE])
            yield f"What was read of {of} does not tell of these signs: {few}."
