"""What all pages together tell of accounts and posts, and why some could not be shown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from connectors.exports.x_values import handle_of, numeric_id, stand_in
from connectors.live.x_lists import items, posts_of, users_of
from connectors.lookup.answers import Record, part, records, text
from connectors.x_problems import unknown_reason


@dataclass(frozen=True)
class Known:
    """Accounts and posts by id, handles of accounts by id, and why others were not given.

    ``handles`` holds also those that posts mention, of accounts that no page describes; ``ids``
    is the way back, of handles that stand for one id alone, written as a stand-in; ``gone`` is by
    kind (``user`` or ``post``) and id. Of several versions the first counts: pages come newest
    first.
    """

    users: Mapping[str, Record]
    posts: Mapping[str, Record]
    handles: Mapping[str, str]
    ids: Mapping[str, str]
    gone: Mapping[tuple[str, str], str]

    def id_of(self, handle: str) -> str:
        """Give the id of a handle, or the handle as a stand-in where no id is known."""
        return self.ids.get(stand_in(handle), stand_in(handle))


def known_from(bodies: Iterable[Record]) -> Known:
    """Collect from the bodies of pages, the newest first."""
    users: dict[str, Record] = {}
    posts: dict[str, Record] = {}
    mentioned: dict[str, str] = {}
    gone: dict[tuple[str, str], str] = {}
    for body in bodies:
        for one in chain(items(body), users_of(body), posts_of(body)):
            number = numeric_id(one.get("id"))
            if number:
                (users if "username" in one else posts).setdefault(number, one)
            for named, handle in mentions(one):
                mentioned.setdefault(named, handle)
        for error in records(body.get("errors")):
            kind = "user" if text(error, "resource_type") == "user" else "post"
            number = text(error, "resource_id") or text(error, "value")
            gone.setdefault((kind, number), unknown_reason(error))
    handles = mentioned | {number: text(one, "username") for number, one in users.items()}
    return Known(users, posts, handles, _ids(handles), gone)


def mentions(post: Record) -> Iterator[tuple[str, str]]:
    """Give id and handle of each account that a post names."""
    for mention in records(part(post, "entities").get("mentions")):
        number, handle = numeric_id(mention.get("id")), handle_of(mention.get("username"))
        if number and handle:
            yield number, handle


def _ids(handles: Mapping[str, str]) -> dict[str, str]:
    stands = {number: stand_in(handle) for number, handle in handles.items()}
    times = Counter(stands.values())
    return {stand: number for number, stand in stands.items() if times[stand] == 1}
