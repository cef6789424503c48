"""Everything that one source says, by the table of the register that it speaks of."""

from dataclasses import dataclass

from audit.update.claims import Claim


@dataclass(frozen=True)
class Said:
    """The claims of a source about people, their offices and their accounts.

    ``complete_accounts``: it has every account of those owners, on those platforms, of whom it
    speaks. ``complete_members``: it has every member of the House on the day it stands for.
    """

    people: tuple[Claim, ...] = ()
    offices: tuple[Claim, ...] = ()
    accounts: tuple[Claim, ...] = ()
    complete_accounts: bool = False
    complete_members: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is said: no person, no office, no account of anyone."""
        spoken = any(one.names_account or one.problem for one in self.accounts)
        return not (self.people or self.offices or spoken)
