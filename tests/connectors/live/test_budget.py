"""The ceilings of a run, over all accounts and threads."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from connectors.errors import QuotaSpent
from connectors.live.budget import Budget


def spent_until_refused(budget: Budget) -> int:
    number = 0
    try:
        while True:
            budget.spend(0.01)
            number += 1
    except QuotaSpent:
        return number


@pytest.mark.parametrize(
    ("requests", "usd", "least"), [(1000, None, 1000), (None, 7.0, 700), (5, 7.0, 5)]
)
def test_threads_together_never_pass_a_ceiling_and_reach_it(
    requests: int | None, usd: float | None, least: int
) -> None:
    budget = Budget(requests, usd)
    with ThreadPoolExecutor(8) as pool:
        spent = sum(pool.map(spent_until_refused, [budget] * 8))
    assert spent == budget.requests == least
    assert budget.usd == pytest.approx(least * 0.01)


def test_what_cost_less_than_it_might_have_is_given_back() -> None:
    budget = Budget(usd=0.3)
    for _ in range(3):
        budget.spend(0.1)
    with pytest.raises(QuotaSpent, match=r"left of the ceiling of US\$0\.30 \(\[limits\] usd\)"):
        budget.spend(0.1)
    budget.give_back(0.1)
    budget.spend(0.1)
    assert budget.requests == 4


def test_no_ceiling_is_no_ceiling_and_a_closed_one_gives_nothing() -> None:
    budget = Budget()
    budget.spend(1e6)
    budget.close()
    with pytest.raises(QuotaSpent, match="stopped"):
        budget.spend()
