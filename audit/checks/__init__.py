"""One file per check: its words beside one pure function from the case to hits."""

from audit.checks import (
    account_not_read,
    flagged_link_posted,
    flagged_source_followed,
    flagged_source_shared,
    listed_for_information,
    political_account_shared,
    purpose_missing,
)
from audit.checks.base import Check

CHECKS: tuple[Check, ...] = (
    flagged_source_followed.CHECK,
    flagged_source_shared.CHECK,
    flagged_link_posted.CHECK,
    political_account_shared.CHECK,
    account_not_read.CHECK,
    listed_for_information.CHECK,
    purpose_missing.CHECK,
)
