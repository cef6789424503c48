"""Which screens look at own posts, and whether any of them sees something in one text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from audit.config_sections import GovernanceSection, ScreenSection
from audit.own_posts.names import named_in, names_of
from audit.own_posts.paid import paid_in
from audit.own_posts.personal import Own, own_of, personal_in
from audit.register import Register


@dataclass(frozen=True)
class Screens:
    """Which screens look, for which slogans, and what is the agency's own."""

    politics: bool
    personal: bool
    paid: bool
    slogans: Sequence[str]
    own: Own


def screens_of(
    screening: ScreenSection, governance: GovernanceSection, slogans: Sequence[str]
) -> Screens:
    """Give the screens that a configuration asks for."""
    own = own_of(governance.own_domains, governance.contact)
    return Screens(screening.politics, screening.personal, screening.paid, slogans, own)


def sees_something(
    screens: Screens, register: Register, observed_on: date
) -> Callable[[str], bool]:
    """Give what tells of the text of an own post whether a screen may see something in it."""
    names = names_of(register, screens.slogans, observed_on)

    def sees(text: str) -> bool:
        return bool(
            (screens.politics and named_in(text, names))
            or (screens.personal and personal_in(text, screens.own))
            or (screens.paid and paid_in(text))
        )

    return sees
