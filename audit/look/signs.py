"""The account signs of a look, each with its words and its evidence."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from audit.look.collected import Known
from audit.look.found import Sign
from audit.period import NEW_ZEALAND
from audit.register import Register
from audit.signs import SIGNS, SignWords, signs_of

_WORDS: Mapping[str, SignWords] = {words.id: words for words in SIGNS}


def signs(
    seen: Known, labels: pd.DataFrame, register: Register, protected: pd.DataFrame
) -> tuple[Sign, ...]:
    """Give every sign's answer for the account asked, as far as it was collected.

    An answer has a date only where it was: a handle alone has none.
    """
    rows = signs_of(seen.account, labels, register, protected, seen.earlier).to_dict("records")
    return tuple(_sign(row, collected=bool(seen.run)) for row in rows)


def _sign(row: Mapping[Any, Any], *, collected: bool) -> Sign:
    words = _WORDS[row["sign"]]
    as_at: date | None = row["as_at"].tz_convert(NEW_ZEALAND).date() if collected else None
    return Sign(
        id=words.id,
        title=words.title,
        rule=words.rule,
        state=row["state"],
        level=row["level"],
        what=row["what"],
        evidence=row["evidence"],
        as_at=as_at,
    )
