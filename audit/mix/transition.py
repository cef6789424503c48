"""The quarter of an election: a list is called uneven only if both Houses agree."""

from dataclasses import dataclass
from datetime import date, timedelta

from audit import balance
from audit.balance.verdict import FLAGGED
from audit.mix.measure import Measured, Yardstick, assess
from audit.period import quarter_of
from audit.register.seats import Election, election_in, elections_of, seats_on
from audit.review.model import Period
from audit.review.words import day as in_full
from audit.review.words import per_cent


@dataclass(frozen=True)
class Transition:
    """An election in the list's quarter, and the list against the House before and after it.

    ``after`` is null while the register does not know the result.
    """

    election: Election
    before: balance.Balance | None
    after: balance.Balance | None

    @property
    def agree(self) -> bool:
        """Tell whether the list is uneven against both Houses, or the only one known."""
        known = [one for one in (self.before, self.after) if one is not None]
        return all(one.verdict in FLAGGED for one in known)

    @property
    def sentence(self) -> str:
        """Say what the election means for the figure."""
        polled = in_full(self.election.polling_day)
        if self.after is None:
            return (
                f"The result of the election of {polled} is not in the register yet, so the list "
                "is measured against the House before it."
            )
        shares = [
            per_cent(one.d) if one is not None and one.d is not None else "–"
            for one in (self.before, self.after)
        ]
        return (
            f"A quarter of transition: the election of {polled}. {shares[0]} is out of place "
            f"against the House before it, {shares[1]} against the new one. A list is called "
            "uneven only if both agree."
        )


def transition(measured: Measured, yardstick: Yardstick, period: Period) -> Transition | None:
    """Find the election in the list's quarter, or one without a result, if seats are measured by.

    An election whose result the register lacks counts however long ago it was.
    """
    elections = _elections(measured, yardstick, period)
    if not elections or yardstick.settings.reference != "seats":
        return None
    election = elections[-1]
    before = _against(measured, yardstick, election.polling_day - timedelta(days=1))
    after = None
    if election.declared is not None and election.declared <= measured.day:
        after = _against(measured, yardstick, election.declared)
    return Transition(election, before, after)


def _elections(measured: Measured, yardstick: Yardstick, period: Period) -> list[Election]:
    start, end = period.start, period.end
    if measured.unit.kind == "follow":
        start, end = quarter_of(measured.day, "calendar").start, measured.day
    within = election_in(yardstick.register, start, end)
    return [
        election
        for election in elections_of(yardstick.register)
        if election in within
        or (election.polling_day <= measured.day and not election.result_known)
    ]


def _against(measured: Measured, yardstick: Yardstick, day: date) -> balance.Balance | None:
    weights = {
        party: seats
        for party, seats in seats_on(yardstick.register, day).items()
        if party not in measured.absent
    }
    if not weights or measured.kept is None:
        return None
    return assess(
        measured.unit,
        lambda _: weights,
        day,
        yardstick.settings,
        measured.kept.minimum,
        frozenset(measured.set_aside),
    )
