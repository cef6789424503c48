"""What the two checks of texts say alike: where the words stand, masked, and who lists them."""

import pandas as pd

from audit.case import Case
from audit.checks.base import DONE, UNDO, days, hits, who
from audit.screen.found import RULES


def worded(case: Case, group: str, said: str) -> pd.DataFrame:
    """Give each profile and each shared post with a word of a group as a hit.

    ``said`` is what the list counts the word as, with its article.
    """
    parts = [case.screened.follows, case.screened.posts]
    return pd.concat([_hits(part, group, said) for part in parts], ignore_index=True)


def _hits(rows: pd.DataFrame, group: str, said: str) -> pd.DataFrame:
    found = rows[rows["screen_group"] == group] if len(rows) else rows.iloc[:0]
    if found.empty:
        return hits(found)
    profile = found["kind"] == "follow"
    place = profile.map({True: "Its profile", False: "The post"})
    more = (found["screen_number"] - 1).map(lambda n: f" And in {n} more." if n else "")
    return hits(
        found,
        title=found["kind"].map(DONE) + " " + who(found) + ": a word to look at",
        why=place
        + " says “"
        + found["screen_excerpt"]
        + "”. "
        + _counted_by(found)
        + " counts the word as "
        + said
        + "; quoting or reclaiming it may be meant."
        + more,
        suggested=found["kind"].map(UNDO).mask(profile, "Keep"),
        source=found["screen_list"].replace("", "Your list of words"),
        source_as_at=found["screen_as_at"],
        source_row=found["screen_evidence"],
        source_file=found["screen_file"],
        source_sha256=found["screen_sha256"],
        source_rule=RULES,
        source_correct=found["screen_correct"],
        source_url=found["screen_url"].mask(found["screen_url"] == "", found["account_url"]),
    )


def _counted_by(found: pd.DataFrame) -> "pd.Series[str]":
    """Say whose list it is: the agency's own, or a public one with its day."""
    dated = days(pd.to_datetime(found["screen_as_at"].replace("", pd.NA)))
    public = "The list “" + found["screen_list"] + "”, fetched on " + dated + ","
    return public.mask(found["screen_list"] == "", "Your list")
