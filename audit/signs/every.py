"""Every sign of every account of a frame."""

import pandas as pd

from audit.register import Register
from audit.signs import alike, automated, dormant, gone, identity, moved, passed_on

SIGNS = (
    gone.WORDS,
    moved.WORDS,
    passed_on.WORDS,
    identity.WORDS,
    alike.WORDS,
    dormant.WORDS,
    automated.WORDS,
)


def signs_of(
    accounts: pd.DataFrame,
    labels: pd.DataFrame,
    register: Register,
    protected: pd.DataFrame,
    earlier: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give a row for each sign and account, in the order of SIGNS, with columns SIGN_COLUMNS.

    ``accounts`` is the accounts frame of a review, with the register's ``labels`` for it in its
    order (audit.matching.label), and ``earlier`` that of the one before, None where there is none;
    ``protected`` is what handles and names are compared with.
    """
    owned = (labels["actor"] != "").set_axis(accounts.index)
    return pd.concat(
        [
            gone.gone(accounts),
            moved.moved(accounts),
            passed_on.handle_passed_on(accounts, labels, register, earlier),
            identity.identity_changed(accounts, earlier),
            alike.look_alike(accounts, protected, owned),
            dormant.dormant(accounts),
            automated.says_automated(accounts),
        ]
    )
