"""What the checks of own posts say alike: what was seen in the text, and that it is no verdict."""

import pandas as pd

from audit.case import Case
from audit.checks.base import UNDO, hits

_DONE = {"post": "A post of ours", "repost": "A post we reposted", "quote": "A post we quoted"}


def posted(case: Case, screen: str, said: str, why: str, suggested: str) -> pd.DataFrame:
    """Give each post in which a screen saw something as a hit.

    ``said`` goes between the post and what was seen in the title.
    """
    rows = case.own_posts.of(screen)
    if rows.empty:
        return hits(rows)
    return hits(
        rows,
        title=rows["kind"].map(_DONE) + f" {said} " + rows["seen"],
        why=f"{why} This is a prompt to read the post, no verdict.",
        suggested=rows["kind"].map(UNDO).fillna(suggested),
        source="The text of the post",
        source_row=rows["seen"],
        source_url=rows["post_url"],
    )
