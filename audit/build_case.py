"""Puts the case together: the acts of the period with account, label, flag and purpose."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd
import pyarrow as pa

from audit import matching
from audit.case import Case
from audit.config_sections import GovernanceSection, ScreenSection
from audit.elections import marks
from audit.gathered import Gathered
from audit.inputs import Inputs
from audit.own_posts.of_case import OwnPosts, screen_posts
from audit.own_posts.screens import screens_of
from audit.own_profiles import own_profiles
from audit.purposed import count_purposed
from audit.purposes import PURPOSE_COLUMNS, purposes_of
from audit.reading import collected_days
from audit.register.election_periods import election_periods
from audit.review.model import Labels, RegisterState
from audit.screen.of_case import screen
from audit.signs import protected, signs_of
from audit.sources import hosts
from audit.sources.flags import FLAG_COLUMNS, flag_accounts, flag_links
from audit.sources.labelled import with_labels
from connectors import frames

_KEYS = ["platform", "account_id"]


@dataclass(frozen=True)
class Known:
    """What is known beside the acts: the day of the run, our names, and the accounts before.

    ``screening`` says what texts are screened for; ``governance`` what is the agency's own;
    ``earlier`` is the accounts frame of the last review of an earlier period, None without one;
    ``labels`` whether labels that moderation services put on accounts are shown.
    """

    observed_on: date
    own_names: tuple[str, ...] = ()
    screening: ScreenSection = field(default_factory=ScreenSection)
    governance: GovernanceSection = field(default_factory=GovernanceSection)
    earlier: pd.DataFrame | None = None
    labels: bool = True


def build_case(acts: pd.DataFrame, gathered: Gathered, used: Inputs, known: Known) -> Case:
    """Label and flag the acts of a period that have a target; rows keep their order."""
    own_posts = _own_posts(acts, gathered, used, known)
    # what many texts took is given back to the system only when that is asked for
    pa.default_memory_pool().release_unused()
    acts = frames.rows(acts, acts["kind"] != "post")
    accounts = gathered.accounts
    collected = collected_days(acts, gathered.coverage)
    labels = matching.label(accounts, used.register)
    labelled = matching.label_acts(acts, labels, used.register, collected).assign(
        collected_on=collected.dt.date, **marks(acts, election_periods(used.register))
    )
    about = accounts[[*_KEYS, "handle", "name", "status"]].assign(account_url=accounts["url"])
    flagged = with_labels(used.flagged, accounts) if known.labels else used.flagged
    flags = flag_accounts(accounts, flagged)
    about = pd.concat([about, flags, purposes_of(accounts, used.purposes)], axis="columns")
    whole = _with_links(pd.concat([labelled, _of_each(labelled, about)], axis="columns"), used)
    pa.default_memory_pool().release_unused()
    follows = whole["kind"] == "follow"
    followed = frames.rows(whole, follows)
    return Case(
        acts=whole.drop(columns=list(PURPOSE_COLUMNS)),
        followed=followed,
        coverage=gathered.coverage,
        observed_on=known.observed_on,
        signs=_signs(followed, gathered, labels, used, known),
        screened=screen(followed, whole, accounts, used.words, posts=known.screening.posts),
        own_posts=own_posts,
        lists_given=bool(used.flagged.files),
        purposes_given=bool(used.purposes.files),
        purposed=count_purposed(whole, known.observed_on),
        profiles=own_profiles(gathered),
    )


def _own_posts(acts: pd.DataFrame, gathered: Gathered, used: Inputs, known: Known) -> OwnPosts:
    """Screen what the agency posted, by its settings."""
    screens = screens_of(known.screening, known.governance, used.slogans.texts)
    return screen_posts(acts, gathered.handles, used.register, screens, known.observed_on)


def _signs(
    followed: pd.DataFrame, gathered: Gathered, labels: pd.DataFrame, used: Inputs, known: Known
) -> pd.DataFrame:
    """Give the signs of the accounts that ours follow."""
    accounts = gathered.accounts
    keys = pd.MultiIndex.from_frame(accounts[_KEYS])
    ours = keys.isin(pd.MultiIndex.from_frame(followed[_KEYS].dropna()))
    own = [(one.platform, one.handle) for one in gathered.own]
    shielded = protected(used.register, known.observed_on, own, known.own_names)
    return signs_of(accounts[ours], labels[ours], used.register, shielded, known.earlier)


def _of_each(acts: pd.DataFrame, about: pd.DataFrame) -> pd.DataFrame:
    """Give for each act what is known about its account; a merge would copy every act."""
    wanted = pd.MultiIndex.from_frame(acts[_KEYS])
    known = about.set_index(_KEYS)
    return known.reindex(wanted).set_axis(acts.index)


def _with_links(acts: pd.DataFrame, used: Inputs) -> pd.DataFrame:
    """Add the host of each link, and the flag of the place it leads to."""
    link = acts["kind"] == "link"
    written = acts["url"][link]
    urls = used.short.leading(written)
    flags = flag_links(urls, used.flagged)
    short = (urls != written) & flags["flag_how"].notna()
    through = flags["flag_how"] + ", through " + hosts.hosts_of(written)
    flags = flags.assign(flag_how=flags["flag_how"].mask(short, through)).reindex(acts.index)
    flagged = {name: acts[name].where(~link, flags[name]) for name in FLAG_COLUMNS}
    return acts.assign(host=hosts.hosts_of(urls).reindex(acts.index), **flagged)


def count_labels(case: Case, register: RegisterState) -> Labels:
    """Count the distinct accounts of the acts by how they were matched to the register."""
    known = case.acts["account_id"].notna()
    accounts = frames.rows(case.acts, known, [*_KEYS, "matched_by"]).drop_duplicates(_KEYS)
    how = accounts["matched_by"].fillna("").value_counts()
    targeted = case.acts["kind"].isin(["follow", "like", "repost", "quote"])
    return Labels(
        matched=int(how.get("id", 0) + how.get("handle", 0)),
        by_id=int(how.get("id", 0)),
        by_handle=int(how.get("handle", 0)),
        unmatched=int(how.get("", 0)),
        unattributed=int((targeted & case.acts["account_id"].isna()).sum()),
        register=register,
    )
