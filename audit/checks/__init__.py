"""One file per check: its words beside one pure function from the case to hits."""

from audit.checks import (
    account_dormant,
    account_gone,
    account_moved,
    account_not_read,
    flagged_link_posted,
    flagged_source_followed,
    flagged_source_shared,
    handle_passed_on,
    identity_changed,
    listed_for_information,
    look_alike,
    nearly_alike,
    political_account_shared,
    purpose_missing,
    says_automated,
    strong_language,
    text_to_look_at,
)
from audit.checks.base import Check

CHECKS: tuple[Check, ...] = (
    flagged_source_followed.CHECK,
    flagged_source_shared.CHECK,
    flagged_link_posted.CHECK,
    handle_passed_on.CHECK,
    political_account_shared.CHECK,
    identity_changed.CHECK,
    look_alike.CHECK,
    text_to_look_at.CHECK,
    account_not_read.CHECK,
    account_gone.CHECK,
    account_moved.CHECK,
    listed_for_information.CHECK,
    nearly_alike.CHECK,
    account_dormant.CHECK,
    says_automated.CHECK,
    strong_language.CHECK,
    purpose_missing.CHECK,
)
