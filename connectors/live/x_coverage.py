"""How far X's API let us look, kind by kind, and in plain words what it leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from connectors.coverage import Reach, figures
from connectors.live.reach import reach_of, stated
from connectors.live.walk import Walked
from connectors.live.x_acts import referenced
from connectors.live.x_known import Known
from connectors.live.x_lists import items

DEPTH = 3_200
_UNDATED = "X does not say when an account was followed."
_LIKED_WHEN = "X does not say when a post was liked."
_FOLLOWS_LACK = "X leaves out accounts that are suspended, deactivated or block this one."
_LIKES_LACK = "X leaves out posts that are deleted, or whose authors are suspended or protected."
LIKES_OF_ANOTHER = (
    "X shows likes to the account itself alone, and the credential is not its own. Set token_env "
    "to a credential of this account, or read its export."
)


@dataclass(frozen=True)
class Read:
    """The lists that were read, by name; what all of them tell; and X's counts by kind of act."""

    lists: Mapping[str, Walked]
    known: Known
    counts: Mapping[str, int]
    own_credential: bool


def reach(read: Read, interactions: pd.DataFrame) -> dict[str, Reach]:
    """Give the reach of each kind; of lists that were not asked for there is none."""
    found: dict[str, Reach] = {}
    if "follows" in read.lists:
        found["follow"] = _listed(read, "follows", "follow", interactions, _FOLLOWS_LACK, _UNDATED)
    if "likes" in read.lists:
        found["like"] = _listed(read, "likes", "like", interactions, _LIKES_LACK, _LIKED_WHEN)
    elif not read.own_credential:
        found["like"] = Reach("unavailable", LIKES_OF_ANOTHER)
    if "posts" in read.lists:
        posts = reach_of(read.lists["posts"], _depth(read))
        found |= dict.fromkeys(("repost", "quote", "post"), posts)
        found["link"] = posts.but(_lost_links(read))
    return found


def _listed(
    read: Read, name: str, kind: str, interactions: pd.DataFrame, lacks: str, limit: str
) -> Reach:
    of_list = reach_of(read.lists[name])
    if of_list.status == "failed":
        return of_list
    fetched = int(figures(interactions, kind)["fetched"])
    said = replace(of_list, reason=" ".join(filter(None, [of_list.reason, limit])))
    return stated(said, read.counts.get(kind), fetched, lacks)


def _depth(read: Read) -> str:
    """Say what lies beyond X's depth: an account's count has its posts, reposts and replies."""
    walked = read.lists["posts"]
    given = sum(1 for _ in walked.items(items))
    count = read.counts.get("post", 0)
    if walked.stopped or count <= max(DEPTH, given):
        return ""
    return (
        f"X gives the newest {DEPTH:,} posts of an account, reposts and replies among them: "
        f"{given:,} of {count:,} were given. Read the account's export for the older ones."
    )


def _lost_links(read: Read) -> str:
    reposted = [referenced(one, "retweeted") for one, _ in read.lists["posts"].items(items)]
    numbers = [one for one in reposted if one]
    lost = sum(one not in read.known.posts for one in numbers)
    if not lost:
        return ""
    return (
        f"X did not give the originals of {lost:,} of {len(numbers):,} reposts (deleted, "
        "suspended or protected), so that links in them may be lost."
    )
