"""Measure the screening of a million texts, as a ratio to one alternation of `re`.

Run as ``python -m bench.bench_screen``. Texts and terms are invented: a hundred letters a text,
1,700 terms, one text in a hundred with a term. The alternation is measured over a part of the texts
and its time taken for all. Seconds are those of the processor.
"""

import argparse
import random
import re
import time
from collections.abc import Callable

import pandas as pd

from audit.screen.forms import PROFANITY
from audit.screen.found import screened
from audit.screen.terms import Term, TermList, WordList
from connectors import frames

_PART = 100


def main() -> None:
    """Screen the texts and print seconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000, help="texts")
    count = parser.parse_args().count
    phrases = _phrases()
    of = WordList("", "words.csv", "", "", "")
    terms = {phrase[0]: (Term(phrase, PROFANITY, of, 1),) for phrase in phrases}
    texts = _texts(count, phrases)
    taken, found = _seconds(lambda: screened(texts, TermList(terms, {}, ())))
    print(
        f"{count:,} texts screened for {len(terms):,} terms in {taken:.2f} s, {len(found):,} found"
    )
    written = "|".join(re.escape(" ".join(phrase)) for phrase in phrases)
    pattern = re.compile(rf"\b(?:{written})\b", re.IGNORECASE)
    some = texts.iloc[: count // _PART].tolist()
    plain, _ = _seconds(lambda: [pattern.search(text) for text in some])
    whole = plain * _PART
    print(f"one alternation of re over them in {whole:.1f} s: ratio {taken / whole:.3f}")


def _phrases() -> list[tuple[str, ...]]:
    single = [(f"kupu{number}x",) for number in range(1_500)]
    return [*single, *((f"rua{number}x", "kupu") for number in range(200))]


def _texts(count: int, phrases: list[tuple[str, ...]]) -> "pd.Series[str]":
    dice = random.Random(1)  # noqa: S311 - the same texts each time
    common = [f"word{number}" for number in range(4_000)] + ["Māori", "Tāmaki", "kōrero"] * 40
    written = []
    for number in range(count):
        told = " ".join(dice.choices(common, k=14))
        if number % 100 == 0:
            told += " " + " ".join(dice.choice(phrases))
        written.append(f"{number} {told}.")
    return pd.Series(written, dtype=frames.TEXT)


def _seconds(work: Callable[[], object]) -> tuple[float, object]:
    start = time.process_time()
    done = work()
    return time.process_time() - start, done


if __name__ == "__main__":
    main()
