"""What a platform said when it was asked for the account behind a handle."""

from dataclasses import dataclass

FOUND, NOT_FOUND, NOT_LOOKED, NOT_ASKED = "found", "not_found", "not_looked", "not_asked"
OUTCOMES = (FOUND, NOT_FOUND, NOT_LOOKED, NOT_ASKED)


@dataclass(frozen=True)
class Looked:
    """The answer for one handle: exactly one outcome, and the account where it was found.

    ``not_looked`` is a question without an answer, ``not_asked`` one that could not be put at all;
    ``reason`` says why in a sentence. ``account_id`` is the platform's own unchanging id and empty
    where it gives none, as for a suspended account; ``handle`` is as the platform writes it now;
    ``status`` is one of the accounts frame.
    """

    platform: str
    asked: str
    outcome: str
    reason: str = ""
    account_id: str = ""
    handle: str = ""
    name: str = ""
    status: str = "unknown"
    url: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Tell the questions apart, upper and lower case alike."""
        return self.platform, self.asked.casefold()
