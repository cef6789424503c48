"""What the register knows of the parties on a list's platforms, and what that leaves of a verdict.

A followed member whose account the register does not know is invisible. Where it knows some
parties far better than others, a verdict stands only if measuring against the known accounts
alone says the same (docs/method.md).
"""

from dataclasses import dataclass

from audit import balance
from audit.balance.verdict import FLAGGED
from audit.mix.measure import Measured, Yardstick
from audit.mix.reference import available_on
from audit.register.coverage import known_members

FEWEST_KNOWN = 0.5
MOST_UNEVEN = 1.5


@dataclass(frozen=True)
class Knowledge:
    """Members with a known account and all members, by party, on a list's platforms.

    ``available`` measures the list against the known accounts alone, where they are uneven.
    """

    members: dict[str, tuple[int, int]]
    uneven: bool
    available: balance.Balance | None

    @property
    def known(self) -> int:
        """Count the members with a known account."""
        return sum(known for known, _ in self.members.values())

    @property
    def seated(self) -> int:
        """Count all members of the parties of the reference."""
        return sum(members for _, members in self.members.values())

    @property
    def too_little(self) -> bool:
        """Tell whether the register knows an account of fewer than half of the members, or none."""
        return self.seated == 0 or self.known < FEWEST_KNOWN * self.seated

    def contradicts(self, verdict: str) -> bool:
        """Tell whether the known accounts alone would give the other answer."""
        if not self.uneven or self.available is None:
            return False
        return (self.available.verdict in FLAGGED) is not (verdict in FLAGGED)


def knowledge(measured: Measured, yardstick: Yardstick) -> Knowledge:
    """Say what the register knows of the parties of a list's reference on its platforms."""
    unit, day = measured.unit, measured.day
    every = known_members(yardstick.register, day, unit.platforms)
    members = {party: every[party] for party in measured.weights if party in every}
    rates = [known / size for known, size in members.values()]
    uneven = len(rates) > 1 and max(rates) > MOST_UNEVEN * min(rates)
    available = _against_known(measured, yardstick) if uneven and not measured.hindrance else None
    return Knowledge(members, uneven, available)


def _against_known(measured: Measured, yardstick: Yardstick) -> balance.Balance | None:
    if measured.kept is None:
        return None
    there = available_on(yardstick.register, measured.unit.platforms, measured.day)
    # a party's list may hold an account that was known then and is not any more
    counts = {party: measured.kept.counts.get(party, 0) for party in there}
    weights = {party: max(number, counts[party]) for party, number in there.items()}
    if not any(weights.values()):
        return None
    return balance.assess(
        counts, weights, minimum=measured.kept.minimum, whole_register=True, corridor=False
    )
