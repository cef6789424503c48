"""X: follows, likes, posts, reposts, quotes and links by API v2, with the agency's own credential.

X lets a government agency use its API only with its agreement: without a word of it in the
configuration nothing is asked.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from urllib.parse import urlsplit

import pandas as pd

from connectors import frames
from connectors.collected import Collected, OwnAccount
from connectors.coverage import Reach, coverage
from connectors.errors import AuthError, SourceError
from connectors.live import x_lists
from connectors.live.asking import Asking
from connectors.live.batches import ask_in_batches
from connectors.live.connector import LiveConnector, Probed
from connectors.live.interpreting import all_interpreted
from connectors.live.listing import Listing
from connectors.live.prices import prices
from connectors.live.reach import named
from connectors.live.vanished import MOST, Vanished, ask_about, vanished
from connectors.live.walk import Walked, walk
from connectors.live.x_acts import Acts
from connectors.live.x_coverage import LIKES_OF_ANOTHER, Read, reach
from connectors.live.x_door import Door
from connectors.live.x_known import known_from
from connectors.live.x_people import nameless, people_and_vanished
from connectors.live.x_plan import plan, wanted_lists
from connectors.live.x_spelling import tells_new_names
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, count, part, text
from connectors.lookup.x import PUBLIC
from connectors.waiting import reset_in
from connectors.x_problems import refused, spent

AGREEMENT = (
    "X's API is not asked: its Pay-per-use Agreement (XIV.C, Government Use) wants an Enterprise "
    "plan, and to be told of each government agency that uses the API. Once X has agreed, set "
    "government_use_agreed = true; or read the account's export, which needs no agreement."
)
# The account's count of posts has its reposts and replies too.
_COUNTS = {
    "following_count": "follow",
    "like_count": "like",
    "tweet_count": "post",
    "post_count": "post",
}
_KIND_OF = {"follows": "follow", "likes": "like", "posts": "post"}


@dataclass(frozen=True)
class _Own:
    """Our own account; ``speaks_for`` is the handle of another that the credential is of."""

    account_id: str
    handle: str
    counts: Mapping[str, int]
    own_credential: bool
    speaks_for: str

    @property
    def notes(self) -> tuple[str, ...]:
        """Say where the account read may be somebody else's: a handle given up is free to take."""
        if not self.speaks_for:
            return ()
        return (
            f"The credential is of @{self.speaks_for}, and @{self.handle} was read. If your "
            "account was renamed, write its new handle: the old one may be somebody else's by now.",
        )


def read(account: OwnAccount, asking: Asking) -> Collected:
    """Read all that the configuration asks for; raises where the account itself is not found."""
    door, asking = _prepared(asking)
    profile, own = _who(account, asking, door)
    lists = {one.name: walk(one, asking) for one in _wanted(account, own, door)}
    bodies = _bodies([*lists.values(), profile])
    known = known_from(bodies)
    acts = Acts(own.account_id, own.handle, known)
    readers = {"follows": acts.follow, "likes": acts.like, "posts": acts.post}
    lists, gathered = all_interpreted(lists, x_lists.items, readers, account, asking)
    interactions = frames.concat("interactions", [one.interactions for one in gathered])
    ids = interactions["account_id"].dropna().drop_duplicates()
    others = [one for one in map(str, ids) if one != own.account_id]
    answered = ask_in_batches(x_lists.users(door, prices("x")), nameless(others, known), asking)
    reached = reach(Read(lists, known, own.counts, own.own_credential), interactions)
    lost = _vanished(reached.get("follow"), interactions, asking, door)
    named_by = known_from([*lost.bodies, *bodies, *answered.bodies])
    people = people_and_vanished(others, named_by, lost, account.read_at)
    reached = named(reached, interactions, people, str(answered.stopped or ""))
    return Collected(
        agency_account=own.account_id,
        interactions=interactions,
        accounts=people,
        coverage=coverage(account, own.account_id, interactions, reached, account.read_at),
        tallies=tuple(one.tally for one in gathered),
        notes=(*own.notes, *lost.notes),
    )


def _vanished(
    follow: Reach | None, interactions: pd.DataFrame, asking: Asking, door: Door
) -> Vanished:
    followed = interactions.loc[interactions["kind"] == "follow", "account_id"]
    ids = [one for one in vanished(follow, followed, asking) if not one.startswith("@")]
    questions = x_lists.users(door, prices("x"), "vanished")
    return ask_about(questions, ids, MOST["x"], asking)


def probe(account: OwnAccount, asking: Asking) -> Probed:
    """Make one call, or two where the credential is not the account's own."""
    door, asking = _prepared(asking)
    _, own = _who(account, asking, door)
    foreign = not own.own_credential and account.wants("like")
    return Probed(
        account_id=own.account_id,
        handle=own.handle,
        stated=own.counts,
        problems=(LIKES_OF_ANOTHER,) if foreign else (),
        notes=(*own.notes, prices("x").note),
    )


def _prepared(asking: Asking) -> tuple[Door, Asking]:
    if not asking.access.government_use_agreed:
        raise AuthError(AGREEMENT)
    told = reset_in("x-rate-limit-reset")
    client = replace(asking.client, told=told, refused=refused, spent=spent)
    return Door(asking.access), replace(asking, client=client)


def _who(account: OwnAccount, asking: Asking, door: Door) -> tuple[Walked, _Own]:
    """Find our own account; it may be another than the one that the credential speaks for."""
    walked = walk(x_lists.profile(door, account.handle, prices("x")), asking)
    if walked.stopped:
        raise walked.stopped
    user = next(x_lists.items(walked.pages[-1].body), {})
    number, handle = text(user, "id"), text(user, "username")
    if not number or not handle:
        raise SourceError(f"X gives no {account.label}. Is the handle still right?")
    new_names = tells_new_names(user)
    if new_names is not None:
        door.begin_with(new_names=new_names)
    metrics = part(user, "public_metrics")
    stated = [(kind, count(metrics.get(name))) for name, kind in _COUNTS.items()]
    counts = {kind: number for kind, number in stated if number is not None}
    own = len(walked.pages) == 1
    me = next(x_lists.items(walked.pages[0].body), {})
    return walked, _Own(number, handle, counts, own, "" if own else text(me, "username"))


def _wanted(account: OwnAccount, own: _Own, door: Door) -> Iterator[Listing]:
    lists = {"follows": x_lists.follows, "likes": x_lists.likes, "posts": x_lists.posts}
    for name in wanted_lists(account):
        if name != "likes" or own.own_credential:
            stated = own.counts.get(_KIND_OF[name])
            yield lists[name](door, own.account_id, prices("x"), stated)


def _bodies(lists: Iterable[Walked]) -> list[Record]:
    return [page.body for one in lists for page in chain(one.pages, one.earlier)]


def _host(_: OwnAccount, access: Access) -> str:
    return str(urlsplit(access.at(PUBLIC)).hostname)


CONNECTOR = LiveConnector("x", _host, probe, read, plan)
