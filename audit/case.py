"""What the checks look at: the acts of the period, labelled, and what was read.

``acts`` are the acts that have a target, with the columns of the interactions frame, the account's
handle, name, account_url and status, the day its source was made (collected_on), the host of a
link, the register's label (audit.matching) and FLAG_COLUMNS of the first list that names the
account or, for a link, the place it leads to. ``followed`` has the follows of ``acts`` with
PURPOSE_COLUMNS. ``coverage`` has the columns of the coverage frame. ``signs`` has SIGN_COLUMNS of
audit.signs, a row for each sign and followed account.
"""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from audit.own_posts.of_case import OwnPosts
from audit.own_profiles import OwnProfile
from audit.purposed import Purposed
from audit.screen.of_case import Screened
from audit.signs.answer import none_looked_at

SHARED = ("like", "repost", "quote")


@dataclass(frozen=True)
class Case:
    """One review's evidence; ``observed_on`` is the New Zealand day of the run.

    ``lists_given`` and ``purposes_given`` say whether the configuration names any list of flagged
    sources, and any list of purposes; ``purposed`` counts whom these give a purpose. ``profiles``
    has what the profiles of our own accounts say.
    """

    acts: pd.DataFrame
    followed: pd.DataFrame
    coverage: pd.DataFrame
    observed_on: date
    lists_given: bool = True
    purposes_given: bool = True
    purposed: Purposed = field(default_factory=Purposed)
    profiles: tuple[OwnProfile, ...] = ()
    signs: pd.DataFrame = field(default_factory=none_looked_at)
    screened: Screened = field(default_factory=Screened)
    own_posts: OwnPosts = field(default_factory=OwnPosts)
