"""Which posts' texts a review reads back: a year's posts are long, and few are looked at."""

from collections.abc import Callable

import pandas as pd

from audit.acts import of_period
from audit.history import History
from audit.review.model import Period
from audit.run.kept_acts import Texts
from connectors import frames

Sees = Callable[[str], bool]


def texts_to_read(period: Period, history: History, sees: Sees) -> Texts:
    """Give what tells of a part of the acts which posts' texts the review of a period looks at.

    These are the posts that it covers and in which ``sees`` sees something.
    """

    def wanted(part: pd.DataFrame) -> "pd.Series[bool]":
        told = (part["kind"] == "post") & part["text"].notna()
        posts = of_period(frames.rows(part, told), period, history)
        seen = [label for label, text in posts["text"].items() if sees(text)]
        return pd.Series(part.index.isin(seen), index=part.index)

    return wanted
