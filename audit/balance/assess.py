"""One list against one reference: the numbers that everything else is said from."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor

from audit.balance import index, verdict
from audit.balance.corridor import p_corridor
from audit.balance.law import Law, law
from connectors.errors import ConfigError

_FIGURES = 12  # so that another machine's last digits do not change a byte of the review


@dataclass(frozen=True)
class Balance:
    """The party mix of one list against a reference; shares are 0 to 1, None where undefined.

    ``counts`` and ``weights`` hold the parties of the reference alone and ``n`` counts their
    accounts; ``outside`` counts the rest. ``misplaced`` accounts would be of other parties in the
    nearest list of n; ``floor`` is that list's ``d``. ``chance_mean``, ``c95`` and ``c995`` are
    the mean and quantiles of ``d`` by luck alone, ``p`` how often luck gives this ``d`` or more,
    and ``p_corridor`` the largest p along the corridor. ``verdict`` is before adjustment.
    """

    counts: Mapping[str, int]
    weights: Mapping[str, int]
    minimum: int
    n: int
    outside: int
    verdict: str
    d: float | None = None
    misplaced: int | None = None
    floor: float | None = None
    chance_mean: float | None = None
    c95: float | None = None
    c995: float | None = None
    p: float | None = None
    p_corridor: float | None = None
    gallagher: float | None = None
    effective_parties: float | None = None
    d_including_outside: float | None = None

    @property
    def give_or_take(self) -> tuple[float, float] | None:
        """The shares that luck alone could have moved ``d`` from, at least 95 times in 100."""
        if self.d is None or self.c95 is None:
            return None
        return max(0.0, self.d - self.c95), min(1.0, self.d + self.c95)

    @property
    def luck_accounts(self) -> int | None:
        """The whole accounts that luck usually puts out of place: c95 times n, rounded down."""
        return None if self.c95 is None else floor(self.c95 * self.n + 1e-9)


def assess(
    counts: Mapping[str, int],
    reference: Mapping[str, int],
    *,
    corridor: bool = True,
    minimum: int = verdict.MINIMUM,
    whole_register: bool = False,
) -> Balance:
    """Measure a list of distinct people, counted by party, against whole-number weights by party.

    Parties that the reference does not know, or gives no weight, are counted as outside. Without
    ``corridor`` the corridor is the reference alone. With ``whole_register`` the weights are all
    the accounts there are, each of which can be in the list once, and no corridor applies.
    """
    weights = checked_reference(reference)
    _check_counts(counts)
    inside = {party: counts.get(party, 0) for party in weights}
    n = sum(inside.values())
    outside = sum(counts.values()) - n
    if whole_register:
        check_distinct(n, sum(weights.values()))
    if n == 0:
        return nobody(weights, outside, minimum)
    listed, wanted = tuple(inside.values()), tuple(weights.values())
    luck = law(n, wanted, whole_register=whole_register)
    widest = p_corridor(listed, wanted) if corridor and not whole_register else 0.0
    return measured(inside, weights, outside, minimum, luck, widest)


def nobody(weights: Mapping[str, int], outside: int, minimum: int) -> Balance:
    """Give the balance of a list that holds nobody of the reference: no share, and no p."""
    return Balance(
        counts=dict.fromkeys(weights, 0),
        weights=weights,
        minimum=minimum,
        n=0,
        outside=outside,
        verdict=verdict.NONE,
        d_including_outside=1.0 if outside else None,
    )


def measured(
    inside: Mapping[str, int],
    weights: Mapping[str, int],
    outside: int,
    minimum: int,
    luck: Law,
    widest: float,
) -> Balance:
    """Measure a list of the parties of ``weights`` by the law of ``luck``.

    ``widest`` is the largest p along the corridor; p itself where that is larger.
    """
    listed, wanted = tuple(inside[party] for party in weights), tuple(weights.values())
    d = index.share_out_of_place(listed, wanted)
    p = _steady(luck.p_at_least(index.excess(listed, wanted)))
    along = max(p, _steady(widest))
    untested = verdict.without_test(luck.n, len(weights), minimum)
    return Balance(
        counts=inside,
        weights=weights,
        minimum=minimum,
        n=luck.n,
        outside=outside,
        verdict=untested or verdict.judge(along, d),
        d=d,
        misplaced=index.misplaced(listed, wanted),
        floor=index.floor(luck.n, wanted),
        chance_mean=_steady(luck.mean),
        c95=luck.quantile(0.95),
        c995=luck.quantile(0.995),
        p=p,
        p_corridor=along,
        gallagher=index.gallagher(listed, wanted),
        effective_parties=index.effective_parties(listed),
        d_including_outside=_including(listed, wanted, outside),
    )


def checked_reference(reference: Mapping[str, int]) -> dict[str, int]:
    """Give the parties of a reference that have weight, or raise ConfigError if it has none."""
    negative = sorted(party for party, weight in reference.items() if weight < 0)
    if negative:
        raise ConfigError(
            [f"The reference gives {party} a weight below 0: mend it." for party in negative]
        )
    weights = {party: weight for party, weight in reference.items() if weight > 0}
    if not weights:
        raise ConfigError(
            ["The reference is empty: give at least one party a weight above 0 on this date."]
        )
    return weights


def check_distinct(n: int, known: int) -> None:
    """Raise ConfigError where a list counts more people than the register knows."""
    if n > known:
        raise ConfigError(
            [
                f"The list counts {n:,} people but the register knows {known:,}: "
                "somebody is counted twice, so look for two rows of one person in the register."
            ]
        )


def _check_counts(counts: Mapping[str, int]) -> None:
    below = sorted(party for party, count in counts.items() if count < 0)
    if below:
        raise ValueError(f"a list cannot hold fewer than 0 accounts of {', '.join(below)}")


def _including(counts: tuple[int, ...], weights: tuple[int, ...], outside: int) -> float:
    """Give D with the accounts outside as one more party of weight 0."""
    return index.share_out_of_place((*counts, outside), (*weights, 0))


def _steady(value: float) -> float:
    return float(f"{value:.{_FIGURES}g}")
