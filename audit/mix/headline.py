"""The balance in two or three sentences for page one: what is uneven, by how many, and where."""

from collections.abc import Mapping, Sequence

from audit.balance.verdict import FLAGGED, NO_SIGN, NONE, NOT_ASSESSABLE, TOO_FEW
from audit.balance.voice import Voice
from audit.mix.units import ALL
from audit.review.model import Balance
from audit.review.words import (
    KIND_NOUNS,
    PLATFORM_NAMES,
    VERDICT_WORDS,
    count,
    in_words,
    listing,
)

_OTHERS = {
    NO_SIGN: "no sign of imbalance beyond luck",
    NONE: "no politicians found",
    TOO_FEW: "too few politicians to tell",
    NOT_ASSESSABLE: "balance not assessed",
}


def headline(rows: Sequence[Balance], names: Mapping[str, str]) -> str:
    """Say the follows in full, the platforms that pull alone, then likes and reposts in short."""
    over_all = {row.kind: row for row in rows if row.scope == ALL}
    said = [_follows(over_all["follow"], names)]
    alone = [row for row in rows if row.scope != ALL and row.verdict in FLAGGED]
    said += [_alone(row) for row in alone]
    said += _others([over_all["like"], over_all["repost"]])
    return " ".join(said)


def _follows(row: Balance, names: Mapping[str, str]) -> str:
    people = count(row.n, "politician")
    aside = ""
    if row.set_aside:
        aside = f", {in_words(row.set_aside)} of your own ministers set aside"
    if row.verdict in FLAGGED:
        most = max(row.lines, key=lambda line: abs(line.count - line.expected))
        return (
            f"You follow {people}{aside}. To match {Voice('follow', row.reference.id, names).mix}, "
            f"about {in_words(row.misplaced or 0)} of them would be from other parties: "
            f"{_lower(VERDICT_WORDS[row.verdict])}. The largest difference is "
            f"{names.get(most.party, most.party)}: {most.count}, where about "
            f"{round(most.expected)} would match."
        )
    if row.verdict in {NONE, NOT_ASSESSABLE}:
        return f"Follows: {_OTHERS[row.verdict]}."
    return f"You follow {people}{aside}: {_OTHERS[row.verdict]}."


def _alone(row: Balance) -> str:
    what = KIND_NOUNS[row.kind][1].capitalize()
    return (
        f"{what} on {PLATFORM_NAMES[row.scope]} alone: {_lower(VERDICT_WORDS[row.verdict])} "
        f"({row.misplaced} of {row.n} out of place)."
    )


def _others(rows: Sequence[Balance]) -> list[str]:
    """Give one sentence for each result of likes and reposts, together where it is the same."""
    results: dict[str, list[str]] = {}
    for row in rows:
        result = _OTHERS.get(row.verdict, "")
        if not result:
            place = f"{row.misplaced} of {row.n} out of place"
            result = f"{_lower(VERDICT_WORDS[row.verdict])} ({place})"
        results.setdefault(result, []).append(KIND_NOUNS[row.kind][1])
    return [f"{listing(kinds).capitalize()}: {result}." for result, kinds in results.items()]


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
