"""What the three checks on flagged sources say alike: who names it, when, and in which words."""

import pandas as pd

from audit.checks.base import days, hits


def flagged(rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the rows that a list names."""
    return rows[rows["flag_list"].notna()]


def named(
    rows: pd.DataFrame,
    title: "pd.Series[str]",
    suggested: "pd.Series[str] | str",
    **given: "pd.Series[str]",
) -> pd.DataFrame:
    """Give flagged rows as hits, with the list's own words as the why and its row as evidence."""
    dated = (", dated " + days(rows["flag_as_at"])).fillna("")
    reason = (" " + rows["flag_reason"].where(rows["flag_reason"] != "")).fillna("")
    return hits(
        rows,
        title=title,
        why="On the list “"
        + rows["flag_list"]
        + "”"
        + dated
        + ", as: "
        + rows["flag_label"]
        + "."
        + reason,
        suggested=suggested,
        source=rows["flag_list"],
        source_as_at=rows["flag_as_at"].dt.strftime("%Y-%m-%d"),
        source_row=rows["flag_row"],
        source_url=rows["flag_url"],
        **given,
    )
