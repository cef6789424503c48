"""Rows for names: what is written as a name, folded as names are compared."""

from collections import Counter

import pandas as pd

from audit.register.gaps import name_key
from audit.sources.rows import INFO, ReadRows, formed

ONE_WORD = "a name of one word, which says too little"
SAME_NAME = "The names are the same; it may be somebody else."
_TWICE = "the same name twice"


def named(table: pd.DataFrame) -> ReadRows:
    """Turn rows with ``name`` and ``aliases`` (parted by ;) into rows for each name, at info."""
    names = (table["name"] + ";" + table["aliases"]).str.split(";")
    each = table.assign(name=names).explode("name", ignore_index=True)
    each = each.assign(key=name_key(each["name"]))
    each = each[each["key"] != ""]
    whole = each[each["key"].str.contains(" ", regex=False)]
    once = whole.drop_duplicates("key")
    lost = Counter({ONE_WORD: len(each) - len(whole), _TWICE: len(whole) - len(once)})
    rows = formed(once.assign(kind="name", level=INFO, reason=SAME_NAME))
    return ReadRows(rows, {why: count for why, count in lost.items() if count})
