"""Lin et al. 2023: one score for the quality of news of each of 11,520 domains, from six raters.

H. Lin and others, "High level of correspondence across different news domain quality rating
sets", PNAS Nexus 2 (2023). ``domain_pc1.csv`` has a domain and its score from 0 to 1, 1 the best.
More than half of the scores are inferred from other raters and not rated, so a low score is a
reason to look and a high one says nothing.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from audit.sources.listed_places import placed
from audit.sources.public.base import SourceList, table_of
from audit.sources.public.cred import MBFC
from audit.sources.rows import INFO, LOOK, NONE, ReadRows

# Below .20 all rows have a rater of their own; below .40 two in three have (measured on the list).
_LOOK, _INFO = 0.20, 0.40
_LEVELS = [LOOK, INFO, NONE]
_REASON = (
    "The score joins the ratings of six sets of experts; where a set did not rate a site, its part "
    "is inferred. Nothing is read into a score of 0.40 or more."
)
_RATERS = f"{MBFC}, NewsGuard, Ad Fontes Media, fact-checkers, Lasser et al."  # and Iffy, of MBFC
_NO_SCORE = "no score"
_TITLE = "Lin et al. 2023, news domain quality"


def read(contents: Sequence[bytes]) -> ReadRows:
    """Flag domains with a score below .40; raises SourceError where it is no such list."""
    table = table_of(contents[0], _TITLE, "domain", "pc1")
    score = pd.to_numeric(table["pc1"], errors="coerce")
    rows = table.assign(
        # cut and not rounded: 0.3996 is below .40
        label=[f"score {one * 100 // 1 / 100:.2f} of 1" for one in score.fillna(1)],
        level=pd.cut(score.fillna(1), [-1, _LOOK, _INFO, 9], right=False, labels=_LEVELS),
        reason=_REASON,
        lineage=_RATERS,
    )
    return placed(rows[score.notna()], dropped={_NO_SCORE: int(score.isna().sum())})


LIST = SourceList(
    id="lin-2023",
    title=_TITLE,
    about="A score from 0 to 1 for the quality of news of a site, joined from six sets of expert "
    "ratings. Below 0.20 asks for a look; from 0.20 to 0.40 is for information; nothing is said of "
    "higher scores.",
    licence="no licence; its authors invite reuse with the paper cited",
    addresses=(
        "https://raw.githubusercontent.com/hauselin/domain-quality-ratings/main/data/domain_pc1.csv",
    ),
    read=read,
    correct="https://github.com/hauselin/domain-quality-ratings/issues",
    about_url="https://doi.org/10.1093/pnasnexus/pgad286",
    dated=date(2023, 9, 14),
)
