"""The five errors of the program, named by what the reader should do next."""

from collections.abc import Sequence
from datetime import datetime


class FollowAuditError(Exception):
    """The common parent; its text is one plain sentence that a user can act on."""


class ConfigError(FollowAuditError):
    """Mend the configuration and run again; holds every problem found, not only the first."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class AuthError(FollowAuditError):
    """Get a new credential for the account named in the message."""


class RetryLater(FollowAuditError):  # noqa: N818 - named by what to do, as the plan says
    """Run again after the time given."""

    def __init__(self, message: str, until: datetime) -> None:
        self.until = until
        super().__init__(message)


class QuotaSpent(FollowAuditError):  # noqa: N818 - named by what to do, as the plan says
    """Keep what is there and go on another day."""


class SourceError(FollowAuditError):
    """This account or file cannot be read; the others go on."""
