"""Signs of an account: what was seen of it that a person may want to look at, never a verdict.

Each sign is one pure function over a whole accounts frame; what could not be looked at is said.
"""

from audit.signs.answer import COULD_NOT_LOOK, NOT_SEEN, SEEN, SIGN_COLUMNS, SignWords
from audit.signs.every import SIGNS, signs_of
from audit.signs.passed_on import PASSED_ON
from audit.signs.protected import protected

__all__ = [
    "COULD_NOT_LOOK",
    "NOT_SEEN",
    "PASSED_ON",
    "SEEN",
    "SIGNS",
    "SIGN_COLUMNS",
    "SignWords",
    "protected",
    "signs_of",
]
