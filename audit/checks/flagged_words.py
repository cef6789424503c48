"""What the three checks on flagged sources say alike: who names it, when, and in which words."""

import pandas as pd

from audit.checks.base import days, hits
from audit.sources.judged import RULES
from audit.sources.rows import LOOK

_TOLD = ("flag_reason", "flag_note")


def flagged(rows: pd.DataFrame, level: str = LOOK) -> pd.DataFrame:
    """Keep the rows that lists name at a level."""
    return rows[rows["flag_level"] == level]


def named(
    rows: pd.DataFrame,
    title: "pd.Series[str]",
    suggested: "pd.Series[str] | str",
    **given: "pd.Series[str]",
) -> pd.DataFrame:
    """Give flagged rows as hits, with the list's own words as the why and its row as evidence."""
    dated = (", dated " + days(rows["flag_as_at"])).fillna("")
    told = [(" " + _ended(rows[name].where(rows[name] != ""))).fillna("") for name in _TOLD]
    matched = (" Matched " + rows["flag_how"] + ".").fillna("")
    return hits(
        rows,
        title=title,
        why="On the list “"
        + rows["flag_list"]
        + "”"
        + dated
        + ", as: "
        + _ended(rows["flag_label"])
        + told[0]
        + told[1]
        + matched,
        suggested=suggested,
        source=rows["flag_list"],
        source_as_at=rows["flag_as_at"].dt.strftime("%Y-%m-%d"),
        source_row=rows["flag_row"],
        source_url=rows["flag_url"],
        source_file=rows["flag_file"],
        source_sha256=rows["flag_sha256"],
        source_rule=RULES,
        source_correct=rows["flag_correct"],
        **given,
    )


def _ended(words: "pd.Series[str]") -> "pd.Series[str]":
    """End what a list says with a full stop, where it has no end of its own."""
    return words.where(words.str.contains(r"[.!?…][”’\")]?$", na=False), words + ".")
