"""The limits of a funnel plot: where luck alone leaves the government's share of a list of n.

As Spiegelhalter (2005) has them, with exact binomial limits; whole accounts, so that picture and
words never disagree.
"""

from audit.balance.pmf import binomial_range
from audit.fleet.model import MOST_LIKELY, NEARLY_ALL, Limits


def limits_of(n: int, share: float) -> Limits:
    """Give the 95 and 99.5 per cent limits for a list of n at a share of 0 to 1."""
    low, high = _between(n, share, MOST_LIKELY)
    lowest, highest = _between(n, share, NEARLY_ALL)
    return Limits(
        n=n,
        low_95=low,
        high_95=high,
        low_995=lowest,
        high_995=highest,
        edge_low_95=_edge(low - 0.5, n),
        edge_high_95=_edge(high + 0.5, n),
        edge_low_995=_edge(lowest - 0.5, n),
        edge_high_995=_edge(highest + 0.5, n),
    )


def place(government: int, limits: Limits) -> str:
    """Say where a count lies: inside the limits, or above or below the 95 or 99.5 per cent ones."""
    if government > limits.high_995:
        return "above_995"
    if government > limits.high_95:
        return "above_95"
    if government < limits.low_995:
        return "below_995"
    return "below_95" if government < limits.low_95 else "inside"


def _between(n: int, share: float, level: float) -> tuple[int, int]:
    return binomial_range(n, share, (1 - level) / 2, (1 + level) / 2)


def _edge(accounts: float, n: int) -> float:
    return round(min(1.0, max(0.0, accounts / n)), 6)
