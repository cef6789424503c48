"""Which handles and names can be taken for a protected one: read alike, a letter off, word added.

Thresholds and traps were measured before they were chosen: short names are a letter apart by
chance (NZTA and NZRA), rnz and mz look the same in some type, people share names.
"""

import re

import numpy as np
import pandas as pd
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from audit.signs.protected import BODY, HANDLE, PERSON
from audit.signs.skeleton import loose

READ, NEAR, ADDED = WAYS = ("read", "near", "added")
ONE_LETTER_FROM, TWO_LETTERS_FROM = 8, 12
_WORDS = "|".join(sorted(map(loose, ("official", "real", "help", "support", "nz"))))
_IN_FRONT, _AT_THE_END = re.compile(f"^(?:{_WORDS})"), re.compile(f"(?:{_WORDS})$")
_AT_A_TIME = 10_000
_PLAIN = r"[a-z]+"


def alike_pairs(written: pd.DataFrame, protected: pd.DataFrame) -> pd.DataFrame:
    """Give each pair of a text and a protected one that it is like, with ``way`` and ``off``.

    ``way`` is one of WAYS, ``off`` how many letters of a near one are others, 0 for the other ways.
    ``written`` has place, platform, field (handle or name) and the forms of audit.signs.protected;
    the protected text is in ``written_p``. A text that is a protected one itself is like none.
    """
    found = [
        _read_alike(written, protected).assign(way=READ, off=0),
        _with_word(written, protected).assign(way=ADDED, off=0),
        _near(written, protected).assign(way=NEAR),
    ]
    pairs = pd.concat([part for part in found if len(part)] or found[:1], ignore_index=True)
    if pairs.empty:
        return pairs
    pairs = pairs.drop_duplicates(["place", "field", "kind", "platform_p", "written_p", "owner"])
    bodies = protected[protected["kind"] != HANDLE]
    as_named = pairs["packed"].isin({*bodies["packed"], *bodies["doubled"]})
    return pairs[~_taken(pairs, protected) & ~(as_named & (pairs["kind"] != HANDLE))]


def _taken(pairs: pd.DataFrame, protected: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which texts are a protected handle of their platform as its owner may write it."""
    handles = protected[protected["kind"] == HANDLE]
    keys = "handle " + handles["platform"] + " " + handles["spelling"]
    return (pairs["field"] + " " + pairs["platform"] + " " + pairs["spelling"]).isin(keys)


def _fits(pairs: pd.DataFrame) -> pd.DataFrame:
    """Keep handles with handles of their platform, names with names, and bodies with both."""
    handle = (
        (pairs["field"] == "handle")
        & (pairs["kind"] == HANDLE)
        & (pairs["platform"] == pairs["platform_p"])
    )
    body = pairs["kind"] == BODY
    person = (pairs["field"] == "name") & (pairs["kind"] == PERSON)
    return pairs[handle | body | person]


def _read_alike(written: pd.DataFrame, protected: pd.DataFrame) -> pd.DataFrame:
    pairs = _fits(written.merge(protected, on="loose", suffixes=("", "_p")))
    strict = pairs["skeleton"] == pairs["skeleton_p"]
    # rn for m and i for l are seen only in names long enough not to meet by chance
    alike = strict | (pairs["loose"].str.len() >= ONE_LETTER_FROM)
    as_handle = pairs["kind"] == HANDLE
    differs = (pairs["spelling"] != pairs["spelling_p"]).where(
        as_handle, (pairs["packed"] != pairs["packed_p"]) & (pairs["packed"] != pairs["doubled_p"])
    )
    # people share names and near names: only other scripts or digits are no chance
    disguised = strict & ~pairs["packed"].str.fullmatch(_PLAIN)
    return pairs[differs & alike & (disguised | (pairs["kind"] != PERSON))]


def _near(written: pd.DataFrame, protected: pd.DataFrame) -> pd.DataFrame:
    long = protected["loose"].str.len() >= ONE_LETTER_FROM
    choices = protected.loc[long & (protected["kind"] != PERSON), ["loose"]].drop_duplicates()
    asked = written.loc[written["loose"].str.len() >= ONE_LETTER_FROM, ["loose"]].drop_duplicates()
    parts = [
        _distances(list(asked["loose"].iloc[start : start + _AT_A_TIME]), list(choices["loose"]))
        for start in range(0, len(asked), _AT_A_TIME)
    ]
    if not parts or choices.empty:
        return pd.DataFrame()
    near = pd.concat(parts, ignore_index=True)
    if near.empty:
        return near
    pairs = written.merge(near, on="loose").merge(
        protected.rename(columns={"loose": "loose_p"}), on="loose_p", suffixes=("", "_p")
    )
    return _fits(pairs[pairs["kind"] != PERSON]).drop(columns=["loose_p"])


def _distances(asked: list[str], choices: list[str]) -> pd.DataFrame:
    """Give the pairs that are one letter apart, or two where both are long."""
    found = cdist(asked, choices, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)
    rows, columns = np.nonzero((found > 0) & (found <= 2))
    pairs = pd.DataFrame(
        {
            "loose": np.array(asked, dtype=object)[rows],
            "loose_p": np.array(choices, dtype=object)[columns],
            "off": found[rows, columns],
        }
    ).astype({"loose": "str", "loose_p": "str"})
    shorter = pairs["loose"].str.len().clip(upper=pairs["loose_p"].str.len())
    allowed = (shorter >= ONE_LETTER_FROM).astype(int) + (shorter >= TWO_LETTERS_FROM).astype(int)
    return pairs[found[rows, columns] <= allowed.to_numpy()]


def _with_word(written: pd.DataFrame, protected: pd.DataFrame) -> pd.DataFrame:
    """Find handles that are a protected one with a word in front of it, after it, or both."""
    handles = written[written["field"] == "handle"]
    front = handles["loose"].str.replace(_IN_FRONT, "", regex=True)
    end = handles["loose"].str.replace(_AT_THE_END, "", regex=True)
    both = front.str.replace(_AT_THE_END, "", regex=True)
    bare = pd.concat([handles.assign(bare=bare) for bare in (front, end, both)])
    bare = bare[(bare["bare"] != bare["loose"]) & (bare["bare"].str.len() >= ONE_LETTER_FROM)]
    pairs = bare.drop_duplicates(["place", "bare"]).merge(
        protected, left_on="bare", right_on="loose", suffixes=("", "_p")
    )
    return _fits(pairs).drop(columns=["bare", "loose_p"])
