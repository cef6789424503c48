"""What became of accounts that vanished from a list of follows, as our own server tells it.

Our server met them, since we followed them there. Where it knows one no more, it was deleted, or
the server tidied up after an unfollow: so the account's own server is asked too, once.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from connectors.errors import SourceError
from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.batches import Batches
from connectors.live.hurried import hurried
from connectors.live.mastodon_own import LOOKUP
from connectors.live.mastodon_server import Server
from connectors.live.unforeseen import foreseen
from connectors.live.vanished import MOST, UNKNOWN, ask_about, states
from connectors.live.walk import Told
from connectors.looked import FOUND, NOT_FOUND
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, part, text, whole_record
from connectors.lookup.mastodon import look_up
from connectors.mastodon_answers import (
    RemovedAccountError,
    UnknownAccountError,
    account_in,
    row_of,
)

_NOT_KNOWN, _REMOVED = "not_known", "removed"
Row = Mapping[str, Any]


def became_of(
    ids: Sequence[str], server: Server, asking: Asking, as_at: datetime
) -> tuple[dict[str, Row], tuple[str, ...]]:
    """Give what is known now of each by its id, name@host, as of the accounts frame, and notes."""
    home = ask_about(_at_home(server), ids, MOST["mastodon"], asking)
    lost = [text(one, "asked") for one in home.bodies if text(one, "error") == _NOT_KNOWN]
    strangers = [one for one in lost if not _is_of(server, one)]
    elsewhere = ask_about(_elsewhere(), strangers, MOST["mastodon"], asking)
    told = {one: "deleted" for one in lost if _is_of(server, one)}
    told |= {text(one, "asked"): text(one, "status") for one in elsewhere.bodies}
    rows: dict[str, Row] = {}
    for one in home.bodies:
        if text(one, "error") != _NOT_KNOWN:
            rows |= _row(one, server, as_at)
    told |= {one: row["status"] for one, row in rows.items()}
    bare = {one: _bare(one, state, as_at) for one, state in states(home, told).items()}
    return bare | rows, (*home.notes, *elsewhere.notes)


def with_told(accounts: Mapping[str, Row], told: Mapping[str, Row]) -> dict[str, Row]:
    """Put what is told now over the rows that other pages gave, which may be of an earlier run."""
    rows = dict(accounts)
    for one, row in told.items():
        if one in rows or row["status"] != UNKNOWN:
            now = {name: value for name, value in row.items() if value is not None}
            rows[one] = {**rows.get(one, {}), **now}
    return rows


def _is_of(server: Server, account_id: str) -> bool:
    return account_id.rpartition("@")[2] == server.domain.casefold()


def _row(body: Record, server: Server, as_at: datetime) -> dict[str, Row]:
    """Give the row of an account by its id; none where the answer is of another, or of no form."""
    try:
        with foreseen("An account", "vanished"):
            return _row_of(body, server, as_at)
    except SourceError:
        return {}


def _row_of(body: Record, server: Server, as_at: datetime) -> dict[str, Row]:
    asked = text(body, "asked")
    if text(body, "error") == _REMOVED:
        return {asked: _bare(asked, "suspended", as_at)}
    answer = part(body, "answer")
    found = account_in(answer, server.domain)
    if found is None or found.profile.account_id != asked:
        return {}
    return {asked: row_of(found, answer, as_at)}


def _bare(account_id: str, status: str, as_at: datetime) -> Row:
    return {"platform": "mastodon", "account_id": account_id, "status": status, "as_at": as_at}


def _at_home(server: Server) -> Batches:
    def fetch(client: Client, keys: Sequence[str]) -> Told:
        name = keys[0].rpartition("@")[0]
        acct = name if _is_of(server, keys[0]) else keys[0]
        request = server.request(LOOKUP, {"acct": acct})
        try:
            answer = client.fetch(request, lambda reply: whole_record(reply, request, "acct", "id"))
        except UnknownAccountError:
            return Told({"asked": keys[0], "error": _NOT_KNOWN})
        except RemovedAccountError:
            return Told({"asked": keys[0], "error": _REMOVED})
        return Told({"asked": keys[0], "answer": answer})

    return Batches("vanished", 1, fetch)


def _elsewhere() -> Batches:
    """Ask each account's own server, without our token; one that fails is not asked again."""
    failed: set[str] = set()

    def fetch(client: Client, keys: Sequence[str]) -> Told:
        host = keys[0].rpartition("@")[2]
        if host in failed:
            return Told({"asked": keys[0], "status": UNKNOWN})
        (looked,) = look_up(hurried(client), Access(), keys)
        if looked.outcome not in (FOUND, NOT_FOUND):
            failed.add(host)
        status = "deleted" if looked.outcome == NOT_FOUND else looked.status
        return Told({"asked": keys[0], "status": status})

    return Batches("vanished_elsewhere", 1, fetch)
