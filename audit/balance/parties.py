"""The party table: what each party's share suggests, and what luck usually makes of it."""

from collections.abc import Mapping

from audit.balance.assess import checked_reference
from audit.balance.pmf import binomial_range
from audit.review.model import PartyLine

_LOW, _HIGH = 0.05, 0.95


def party_lines(counts: Mapping[str, int], reference: Mapping[str, int]) -> tuple[PartyLine, ...]:
    """Give one line per party of the reference, in its order.

    The usual range is the 5 and 95 per cent quantiles of the binomial law of the party's count,
    and ``chance_none`` is (1 - share)^n.
    """
    weights = checked_reference(reference)
    n = sum(counts.get(party, 0) for party in weights)
    total = sum(weights.values())
    return tuple(
        _line(party, counts.get(party, 0), n, weight / total) for party, weight in weights.items()
    )


def _line(party: str, count: int, n: int, share: float) -> PartyLine:
    low, high = binomial_range(n, share, _LOW, _HIGH)
    return PartyLine(
        party=party,
        count=count,
        share=share,
        expected=n * share,
        usual_low=low,
        usual_high=high,
        chance_none=(1 - share) ** n,
    )
