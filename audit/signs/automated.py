"""An account whose own profile says that it is automated; nothing is ever inferred."""

import re

import pandas as pd

from audit.signs.answer import INFO, Seen, SignWords, answers, texts

_SAYS_SO = re.compile(
    r"\b(?:i['’]?\s?a?m|this is|we are|it['’]s|beep boop,?) (?:just |only )?an? "
    r"(?:\w+ )?(?:bot|automated account)\b"
    r"|\b(?:an |this )?automated (?:account|feed)\b"
    r"|^\W*(?:unofficial |official )?bot\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:not|no|never|isn['’]t|ain['’]t)\b[^.!?]{0,20}\b(?:bot|automated)\b", re.I
)
_LONGEST = 80
WORDS = SignWords(
    id="says-automated",
    title="Automated by its own word",
    rule="The text of its own profile says so in words such as “this is a bot”.",
)


def says_automated(accounts: pd.DataFrame) -> pd.DataFrame:
    """Answer for each account whether its own profile says that it is automated, quoting it."""
    profile = accounts["description"]
    said = profile.fillna("").str.contains(_SAYS_SO) & ~profile.fillna("").str.contains(_DENIES)
    quoted = profile.where(said, "").map(_excerpt, na_action="ignore")
    return answers(
        accounts,
        WORDS,
        Seen(
            seen=said.astype(bool),
            what="Its profile says that it is automated: “" + quoted + "”.",
            evidence="profile: “" + quoted + "”",
            unknown=texts(accounts).mask(profile.isna(), "The text of its profile is not known."),
            level=INFO,
            partly="The platform's own field for automated accounts was not collected.",
        ),
    )


def _excerpt(profile: str) -> str:
    found = _SAYS_SO.search(profile)
    if found is None:
        return ""
    start = max(0, found.start() - (_LONGEST - (found.end() - found.start())) // 2)
    return " ".join(profile[start : start + _LONGEST].split())
