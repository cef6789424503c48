"""The own posts of a review in which a screen saw something, each with what it saw."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from audit.own_posts.names import PERSON, Name, named_in, names_of
from audit.own_posts.paid import paid_in
from audit.own_posts.personal import personal_in
from audit.own_posts.screens import Screens
from audit.register import Register
from audit.register.offices import FORMER, offices_on
from audit.review.words import listing
from connectors import frames

POLITICS, MINISTER, PERSONAL, PAID = "politics", "minister", "personal", "paid"
SHOWN = ("seen", "handle")
_SHARED = ("repost", "quote")


def _nothing() -> pd.DataFrame:
    rows = frames.empty("interactions")
    return rows.assign(**{name: pd.Series(dtype=frames.TEXT) for name in SHOWN})


@dataclass(frozen=True)
class OwnPosts:
    """The posts of each screen: rows of interactions with SHOWN, ``seen`` in words.

    ``posts`` counts own posts and ``with_text`` those whose text is known; ``on`` names the
    screens that looked.
    """

    seen: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    posts: int = 0
    with_text: int = 0
    on: frozenset[str] = frozenset()

    def of(self, screen: str) -> pd.DataFrame:
        """Give the posts in which a screen saw something."""
        return self.seen.get(screen, _nothing())


def screen_posts(
    acts: pd.DataFrame,
    handles: Mapping[str, str],
    register: Register,
    screens: Screens,
    observed_on: date,
) -> OwnPosts:
    """Screen the texts of own posts, and for personal information those of shared posts too.

    ``acts`` is an interactions frame, in which the text of a post that holds nothing to see may
    be empty; ``handles`` names our accounts by ``platform:id``.
    """
    ours = acts["kind"] == "post"
    told = ours & acts["text"].notna()
    seen: dict[str, pd.DataFrame] = {}
    if screens.politics:
        seen |= _political(_texts(acts, ours), register, screens.slogans, observed_on)
    if screens.personal:
        either = _texts(acts, ours | acts["kind"].isin(_SHARED))
        seen[PERSONAL] = _seen(either, lambda text: personal_in(text, screens.own))
    if screens.paid:
        seen[PAID] = _seen(_texts(acts, ours), paid_in)
    return OwnPosts(
        seen={name: _with_handle(rows, handles) for name, rows in seen.items()},
        posts=int(ours.sum()),
        with_text=int(told.sum()),
        on=frozenset(seen),
    )


def _texts(acts: pd.DataFrame, wanted: "pd.Series[bool]") -> pd.DataFrame:
    """Choose the acts with words; most posts come with an empty text (audit.run.kept_acts)."""
    return frames.rows(acts, wanted & (acts["text"].fillna("") != ""))


def _seen(posts: pd.DataFrame, look: Callable[[str], list[str]]) -> pd.DataFrame:
    seen = frames.told_of_each(posts["text"], lambda text: listing(look(text)) or None)
    there = seen.notna()
    return frames.rows(posts, there).assign(seen=seen[there])


def _political(
    posts: pd.DataFrame, register: Register, slogans: Sequence[str], observed_on: date
) -> dict[str, pd.DataFrame]:
    """Part the posts that name ministers alone from those that name anybody else."""
    names = names_of(register, slogans, observed_on)
    found = [
        (label, name) for label, text in posts["text"].items() for name in named_in(text, names)
    ]
    named = _held(posts, found, register, observed_on)
    if named.empty:
        return {POLITICS: _nothing(), MINISTER: _nothing()}
    by_post = named.groupby("post", sort=False)
    seen = by_post["said"].agg(lambda told: listing(list(dict.fromkeys(told)))).astype(frames.TEXT)
    alone = by_post["minister"].all()
    rows = posts.loc[seen.index].assign(seen=seen)
    return {POLITICS: rows[~alone], MINISTER: rows[alone]}


def _held(
    posts: pd.DataFrame, found: Sequence[tuple[object, Name]], register: Register, today: date
) -> pd.DataFrame:
    """Say who each name is on the day of its post; a private person on that day is left out."""
    named = pd.DataFrame(
        {
            "post": [label for label, _ in found],
            "kind": [name.kind for _, name in found],
            "actor": [name.actor for _, name in found],
            "said": [name.said for _, name in found],
        }
    )
    if named.empty:
        return named
    local = posts["happened_at"].dt.tz_convert(register.timezone).dt.tz_localize(None)
    days = local.dt.normalize().fillna(pd.Timestamp(today))
    people = named["kind"] == PERSON
    asked = named[["actor"]].assign(day=days.loc[named["post"]].to_numpy())
    offices = offices_on(register, asked)
    office = offices["office"].where(offices["office"] != "", offices["role"])
    named = named.assign(
        said=named["said"].where(~people, named["said"] + " (" + office + ")"),
        minister=people & office.str.contains("Minister", regex=False),
    )
    return named[~people | ~offices["role"].isin(["", FORMER])]


def _with_handle(rows: pd.DataFrame, handles: Mapping[str, str]) -> pd.DataFrame:
    """Name our own account beside what it posted; a shared post keeps whose it is."""
    ours = rows["kind"] == "post"
    key = rows["platform"] + ":" + rows["agency_account"]
    return rows.assign(
        account_id=rows["account_id"].mask(ours, rows["agency_account"]),
        handle=key.map(dict(handles)).astype(frames.TEXT).where(ours),
    )
