"""The verdict rule: from p, D and the number of accounts to one of six words.

1 in 20 and 1 in 200 are the limits for luck; 10 and 20 per cent are a New Zealand ruler: no
Parliament since 1996 was further than 7.8 per cent from its party votes, and the last ones before
that were 12 to 26 per cent away.
"""

from collections.abc import Iterable, Mapping

from audit.balance.law import EXACT_UP_TO, law

NONE = "none"
TOO_FEW = "too_few"
NO_SIGN = "no_sign"
UNEVEN = "uneven"
STRONGLY_UNEVEN = "strongly_uneven"
NOT_ASSESSABLE = "not_assessable"

TESTED = frozenset({NO_SIGN, UNEVEN, STRONGLY_UNEVEN})
FLAGGED = frozenset({UNEVEN, STRONGLY_UNEVEN})

UNEVEN_P, STRONGLY_UNEVEN_P = 0.05, 0.005
UNEVEN_D, STRONGLY_UNEVEN_D = 0.10, 0.20
MINIMUM = 10


def judge(p: float, d: float) -> str:
    """Give the verdict of a list that is large enough to be tested."""
    if p <= STRONGLY_UNEVEN_P and d >= STRONGLY_UNEVEN_D:
        return STRONGLY_UNEVEN
    if p <= UNEVEN_P and d >= UNEVEN_D:
        return UNEVEN
    return NO_SIGN


def without_test(n: int, parties: int, minimum: int) -> str:
    """Give the verdict that needs no test, or empty text: one party alone, or too few."""
    if parties == 1:
        return NOT_ASSESSABLE
    return TOO_FEW if n < minimum else ""


def smallest_assessable(
    reference: Mapping[str, int], governing: Iterable[str], *, minimum: int = MINIMUM
) -> int:
    """Give the smallest n at which a verdict means something; at least ``minimum``.

    It is the first n at which every list drawn wholly from the governing parties has p of at most
    .05. Where no such n up to 300 exists, or no party stands outside the government, the rule has
    nothing to say and ``minimum`` holds.
    """
    weights = [weight for weight in reference.values() if weight > 0]
    inside = [reference[party] for party in sorted(set(governing)) if reference.get(party, 0) > 0]
    if not inside or sum(inside) == sum(weights):
        return minimum
    for n in range(1, EXACT_UP_TO + 1):
        if law(n, weights).p_at_least(_mildest(n, inside, sum(weights))) <= UNEVEN_P:
            return max(minimum, n)
    return minimum


def _mildest(n: int, inside: list[int], total: int) -> int:
    """Give the smallest excess of n accounts that are all in the parties of ``inside``."""
    remainders = sorted((n * r % total for r in inside), reverse=True)
    over = n - sum(n * r // total for r in inside)
    return over * total - sum(remainders[:over])
