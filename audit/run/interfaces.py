"""How the platforms' interfaces are asked for the accounts of one configuration."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from audit.config import Loaded
from audit.config_account import AccountSection
from audit.run.access import access_of, without_credential
from audit.run.online import client
from audit.run.outside import Outside
from audit.run.side_by_side import Stopping
from connectors.collected import OwnAccount
from connectors.errors import AuthError, QuotaSpent, RetryLater, SourceError
from connectors.live.asking import Asking
from connectors.live.budget import Budget
from connectors.live.pages import PageFolder
from connectors.live.registry import LIVE
from connectors.lookup import Access

Notify = Callable[[str], None]
FAILURES = (AuthError, QuotaSpent, RetryLater, SourceError)


def blocks(loaded: Loaded) -> list[AccountSection]:
    """List the accounts that are read through an interface."""
    return [block for block in loaded.config.account if block.read == "api"]


@dataclass(frozen=True)
class Prepared:
    """One account with the way to ask its platform, but for the client and the pages."""

    block: AccountSection
    account: OwnAccount
    access: Access
    host: str


def prepare(block: AccountSection, account: OwnAccount, outside: Outside) -> Prepared:
    """Put together how an account is asked; raises AuthError where its credential is missing."""
    lacking = without_credential(block, outside.variables)
    if lacking:
        raise AuthError(f"{block.label} cannot be asked: {lacking}.")
    access = access_of(block, outside.variables)
    return Prepared(block, account, access, LIVE[block.platform].host(account, access))


class Interfaces:
    """The interfaces that the accounts of one configuration are asked at, under one budget."""

    def __init__(self, loaded: Loaded, outside: Outside, budget: Budget) -> None:
        self._loaded = loaded
        self._outside = outside
        self._stopping = Stopping(outside.sleep)
        self.budget = budget

    def asking(self, one: Prepared, pages: PageFolder, last: Path | None, say: Notify) -> Asking:
        """Make what one connector asks with: sessions are not for several threads."""
        config = self._loaded.config
        asker = client(
            self._outside.now,
            self._stopping.waiting(one.block.label, say),
            config.limits.max_wait,
            config.agency.contact,
        )
        return Asking(asker, one.access, pages, self.budget, PageFolder(last) if last else None)

    def stop(self) -> None:
        """Let nothing more be asked."""
        self.budget.close()
        self._stopping.stop()
