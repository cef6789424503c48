"""What the clauses are judged by: the findings, what was read, the balance and what was given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from audit.config_sections import GovernanceSection
from audit.guidance.given import Given
from audit.own_profiles import OwnProfile
from audit.purposed import Purposed
from audit.review.model import Balance, Coverage, Finding

MET, ATTENTION, NOT_MET = "met", "attention", "not_met"
NEEDS_A_PERSON, NOT_ASSESSED = "needs_a_person", "not_assessed"


@dataclass(frozen=True)
class Facts:
    """The facts of one review; ``titles`` has the titles of checks by id.

    ``lacks`` says why a clause's need was not looked at, by need; ``purposed`` counts the accounts
    with a recorded purpose, ``profiles`` has what our own accounts say of themselves.
    """

    findings: Sequence[Finding]
    coverage: Sequence[Coverage]
    balance: Sequence[Balance]
    given: Given
    settings: GovernanceSection
    observed_on: date
    totals: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    lacks: Mapping[str, str] = field(default_factory=dict)
    purposed: Purposed = field(default_factory=Purposed)
    profiles: tuple[OwnProfile, ...] = ()

    def is_fresh(self, day: date) -> bool:
        """Tell whether a day lies in the interval that ends with the day of the run."""
        months = pd.DateOffset(months=self.settings.review_months)
        return day <= self.observed_on and pd.Timestamp(day) + months >= pd.Timestamp(
            self.observed_on
        )


@dataclass(frozen=True)
class Judged:
    """How a clause stands by its rule: status, evidence in sentences, and the items concerned."""

    status: str
    evidence: str
    items: tuple[str, ...] = ()

    def saying(self, more: str) -> "Judged":
        """Give the same with another sentence of evidence."""
        return replace(self, evidence=f"{self.evidence} {more}".strip())
