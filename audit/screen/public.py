"""The public lists of words that can be fetched, as their licences allow; add one here.

Their rows are words: ``key`` is the word, level look for a slur and info for strong language.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from audit.screen import forms
from audit.screen.forms import SLUR, Word
from audit.sources.public.base import SourceList
from audit.sources.rows import INFO, LOOK, ReadRows, formed
from connectors.errors import SourceError

WORD = "word"  # the kind of row


def _reader(
    title: str, read_form: Callable[[str], Iterator[Word]]
) -> Callable[[Sequence[bytes]], ReadRows]:
    def read(contents: Sequence[bytes]) -> ReadRows:
        try:
            found = list(read_form(contents[0].decode("utf-8-sig")))
        except (ValueError, KeyError, TypeError) as error:
            raise SourceError(f"{title} is not the list it was: {error}.") from error
        return _rows(found)

    return read


def _rows(found: Sequence[Word]) -> ReadRows:
    columns = ["line", "key", "group", "label", "unused"]
    values = [(one.line, one.written, one.group, one.label, one.unused) for one in found]
    table = pd.DataFrame(values, columns=columns)
    used = table["unused"] == ""
    level = (table["group"] == SLUR).map({True: LOOK, False: INFO})
    unused = Counter(one.unused for one in found if one.unused)
    return ReadRows(formed(table.assign(kind=WORD, level=level)[used]), unused)


def _list(
    id_: str,
    title: str,
    licence: str,
    about: str,
    address: str,
    read: Callable[[str], Iterator[Word]],
) -> SourceList:
    home = f"https://github.com/{title}"
    address = f"https://raw.githubusercontent.com/{title}/{address}"
    correct = f"{home}/issues"
    return SourceList(id_, title, about, licence, (address,), _reader(title, read), correct, home)


WORD_LISTS: Mapping[str, SourceList] = {
    one.id: one
    for one in (
        _list(
            "dsojevic-profanity",
            "dsojevic/profanity-list",
            "MIT",
            "English words with tags and a severity from 1 to 4. Severity 3 and 4 are used; the "
            "tags racial, lgbtq and religious ask for a look, others are for information.",
            "main/en.json",
            forms.of_dsojevic,
        ),
        _list(
            "surge-profanity",
            "surge-ai/profanity",
            "MIT",
            "English words with categories and a mean severity from 1 to 3. From 2.0 they are "
            "used; slurs by its categories ask for a look, the rest is for information.",
            "main/profanity_en.csv",
            forms.of_surge,
        ),
        _list(
            "ldnoobw",
            "LDNOOBW/List-of-Dirty-Naughty-Obscene-and-Otherwise-Bad-Words",
            "CC BY 4.0",
            "English words without groups or severity, all for information. It holds many plain "
            "words, such as of health and sex education: used only where it is named.",
            "master/en",
            forms.of_lines,
        ),
    )
}
# Used without being named, once they were fetched: those that say how severe a word is.
USUAL = ("dsojevic-profanity", "surge-profanity")
