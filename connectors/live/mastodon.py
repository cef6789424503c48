"""Mastodon and its relatives (GoToSocial, Pleroma, Akkoma), from the account's own server.

Follows and posts are shown to everybody on most servers; likes, and hidden lists, to the owner
alone, by a token. Misskey and its forks speak an interface of their own and are not served.
"""

from collections.abc import Mapping

import pandas as pd

from connectors import frames
from connectors.collected import Collected, OwnAccount, Tally
from connectors.coverage import Reach, coverage
from connectors.exports.mastodon_reading import not_understood
from connectors.exports.ordering import ORDER
from connectors.frames import READ
from connectors.live.asking import Asking
from connectors.live.connector import ListPlan, LiveConnector
from connectors.live.interpreting import Interpret, interpreted
from connectors.live.mastodon_own import LIKES_ARE_THE_OWNERS, Own, as_mastodon, find_own
from connectors.live.mastodon_probe import probe
from connectors.live.mastodon_rows import Rows
from connectors.live.mastodon_server import PATHS, SIZES, server_of
from connectors.live.mastodon_vanished import Row, became_of, with_told
from connectors.live.reach import reach_of, stated
from connectors.live.vanished import vanished
from connectors.live.walk import Walked, walk
from connectors.lookup.access import Access
from connectors.mastodon_answers import WANTED
from connectors.records import Gathered

_OUTBOX = ("repost", "quote", "link", "post")
_LEFT_OUT = "Accounts that were suspended, deleted or moved are counted and not given."
_NO_LIKE_DATES = "Mastodon does not say when a post was liked."
_ALLOWED, _WINDOW = 300, 300  # requests and seconds, as Mastodon sets them


def read(account: OwnAccount, asking: Asking) -> Collected:
    """Read follows, posts, and with a token of its own the likes; see LiveConnector."""
    return _Reading(account, as_mastodon(asking)).collected()


def plan(account: OwnAccount, counts: Mapping[str, int]) -> tuple[ListPlan, ...]:
    """Say how many requests a run takes; how many likes there are, an earlier run alone knows."""
    wanted = {"follows": ("follow",), "likes": ("like",), "posts": _OUTBOX}
    kinds = {"follows": "follow", "likes": "like", "posts": "post"}
    lists = [name for name, those in wanted.items() if any(map(account.wants, those))]
    return (
        ListPlan("profile", 1, 2, allowed=_ALLOWED, window=_WINDOW),
        *(_list_plan(name, counts.get(kinds[name])) for name in lists),
    )


def _list_plan(name: str, items: int | None) -> ListPlan:
    # After a page that is full comes another one, if only an empty one.
    requests = None if items is None else items // SIZES[name] + 1
    return ListPlan(name, items, requests, allowed=_ALLOWED, window=_WINDOW)


class _Reading:
    """One reading of an account: its lists one after the other."""

    def __init__(self, account: OwnAccount, asking: Asking) -> None:
        self._account = account
        self._asking = asking
        self._own = find_own(account, asking)
        self._rows = Rows(account, self._own)
        self._gathered: list[Gathered] = []
        self._reach: dict[str, Reach] = {}
        self._notes = _about(self._own)

    def collected(self) -> Collected:
        """Read what is asked for and can be had, and make the frames."""
        if self._own.account.status == "suspended":
            said = f"{self._own.server.domain} has suspended this account and shows nothing of it."
            self._reach = dict.fromkeys(frames.KINDS, Reach("unavailable", said))
        else:
            self._read_lists()
        interactions = frames.concat("interactions", [one.interactions for one in self._gathered])
        told = self._ask_about_vanished(interactions)
        accounts = with_told(self._rows.accounts, told)
        seen = dict.fromkeys([*interactions["account_id"].dropna(), *told])
        agency_account = self._own.account.profile.account_id
        return Collected(
            agency_account,
            interactions,
            frames.make("accounts", [accounts[one] for one in seen if one in accounts]),
            coverage(
                self._account, agency_account, interactions, self._reach, self._account.read_at
            ),
            tallies=tuple(one.tally for one in self._gathered),
            notes=tuple(self._notes),
            about=self._own.about,
        )

    def _read_lists(self) -> None:
        if self._account.wants("follow"):
            self._read_follows()
        if self._account.wants("like"):
            self._read_likes()
        if any(map(self._account.wants, _OUTBOX)):
            self._read_posts()

    def _ask_about_vanished(self, interactions: pd.DataFrame) -> dict[str, Row]:
        follows = interactions.loc[interactions["kind"] == "follow", "account_id"]
        ids = vanished(self._reach.get("follow"), follows, self._asking)
        server, as_at = self._own.server, self._account.read_at
        told, notes = became_of(ids, server, self._asking, as_at)
        self._notes += notes
        return told

    def _read_follows(self) -> None:
        if self._own.hides_follows:
            unseen = Reach("unavailable", _hidden(self._own))
            self._reach["follow"] = stated(unseen, self._own.follows, 0, "")
            return
        walked, tally = self._read("follows", self._rows.follow)
        reach = reach_of(walked, not_understood(tally))
        hidden = _hidden(self._own) if not tally.records and walked.stopped is None else ""
        if hidden:
            reach = Reach("unavailable", hidden)
        self._reach["follow"] = stated(reach, self._own.follows, tally.records, _LEFT_OUT)

    def _read_likes(self) -> None:
        if not self._own.by_owner:
            self._reach["like"] = Reach("unavailable", LIKES_ARE_THE_OWNERS)
            return
        walked, tally = self._read("likes", self._rows.like, grows=True)
        reach = reach_of(walked, not_understood(tally))
        looked = reach.status in READ
        said = " ".join(filter(None, [reach.reason, _NO_LIKE_DATES if looked else ""]))
        self._reach["like"] = Reach(reach.status, said)

    def _read_posts(self) -> None:
        walked, tally = self._read("posts", self._rows.post, grows=True)
        reach = reach_of(walked, not_understood(tally))
        self._reach |= dict.fromkeys(_OUTBOX, reach)
        count = self._own.posts
        if count is not None and walked.stopped is None:
            self._notes.append(
                f"The server states {count:,} posts, reposts and replies together, and gave "
                f"{tally.records:,}."
            )

    def _read(
        self, name: str, interpret: Interpret, *, grows: bool = False
    ) -> tuple[Walked, Tally]:
        path = PATHS[name].format(self._own.account.number)
        walked = walk(self._own.server.listing(name, path, grows=grows), self._asking)
        walked, gathered = interpreted(
            walked, lambda body: body, interpret, self._account, self._asking
        )
        self._gathered.append(gathered)
        return walked, gathered.tally


def _hidden(own: Own) -> str:
    """Say why an empty list of follows is none; empty where the account follows nobody."""
    count = own.follows
    if not count and not own.hides_follows:
        return ""
    told = f"The server states {count:,} follows and gave none. " if count else ""
    if own.by_owner:
        return f"{told}{ORDER['mastodon']}"
    return (
        f"{told}The account hides whom it follows: make a token with {WANTED}, and name its "
        f"environment variable in token_env. Or: {ORDER['mastodon']}"
    )


def _about(own: Own) -> list[str]:
    """Say what a reader has to know of our own account."""
    handle, moved = own.account.profile.handle, own.account.moved_to
    said = []
    if moved:
        said.append(
            f"@{handle} has moved to @{moved}. What it did before is here; give @{moved} as an "
            "account of its own."
        )
    if own.record.get("limited") is True:
        said.append(f"{own.server.domain} has limited @{handle}: it hides it from most people.")
    return said


def _host(account: OwnAccount, access: Access) -> str:
    return server_of(account, access).request("").host


CONNECTOR = LiveConnector("mastodon", _host, probe, read, plan)
