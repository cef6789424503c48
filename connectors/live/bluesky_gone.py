"""What became of accounts on Bluesky that have no profile.

Asked for one profile, the AppView says whether it is suspended or deactivated. Of the others it
knows nothing: the account's own server is asked (com.atproto.sync.getRepoStatus).
"""

from collections.abc import Callable, Mapping, Sequence

from connectors.errors import AuthError, RetryLater, SourceError
from connectors.http import Client
from connectors.live.asking import Asking
from connectors.live.batches import Batches, ask_in_batches
from connectors.live.bluesky_identity import GIVEN_UP, WEB, ask_for_document, server_in
from connectors.live.hurried import hurried
from connectors.live.walk import Told
from connectors.lookup.answers import Record, text
from connectors.xrpc import PUBLIC, answer_or_refusal, no_such_account, profile, question

ACTIVE, SUSPENDED, DEACTIVATED, DELETED = "active", "suspended", "deactivated", "deleted"
_HIDDEN = {"AccountTakedown": SUSPENDED, "AccountDeactivated": DEACTIVATED}
_INACTIVE = {
    "takendown": SUSPENDED,
    "suspended": SUSPENDED,
    "deactivated": DEACTIVATED,
    "deleted": DELETED,
}
_Ask = Callable[[Client, str], Record]


def became_of(dids: Sequence[str], asking: Asking) -> tuple[dict[str, Record], dict[str, str]]:
    """Give the profiles that are there after all, and what became of the others.

    Those are suspended, deactivated, deleted, active, or empty where it cannot be seen.
    """
    said = _one_by_one("gone", _profile(asking), dids, asking)
    found = {did: one for did, one in said.items() if "did" in one}
    lost = [did for did, one in said.items() if no_such_account(one)]
    documents = _one_by_one("documents", _document(asking), lost, asking)
    servers = {did: server_in(one, asking.access) for did, one in documents.items()}
    asked = [did for did in lost if servers.get(did)]
    states = _one_by_one("servers", _status(servers), asked, asking)
    became = {
        did: _became(said.get(did, {}), documents.get(did, {}), states.get(did, {}))
        for did in dids
        if did not in found
    }
    return found, became


def _became(said: Record, document: Record, state: Record) -> str:
    hidden = _HIDDEN.get(text(said, "error"))
    if hidden:
        return hidden
    if text(document, "error") == GIVEN_UP or text(state, "error") == "RepoNotFound":
        return DELETED
    return ACTIVE if state.get("active") is True else _INACTIVE.get(text(state, "status"), "")


def _profile(asking: Asking) -> _Ask:
    address = asking.access.appview or PUBLIC
    return lambda client, did: answer_or_refusal(client, profile(address, did), "did", "handle")


def _document(asking: Asking) -> _Ask:
    def ask(client: Client, did: str) -> Record:
        if did.startswith(WEB):
            return _briefly(client, lambda brief: ask_for_document(brief, did, asking.access))
        return ask_for_document(client, did, asking.access)

    return ask


def _status(servers: Mapping[str, str]) -> _Ask:
    def ask(client: Client, did: str) -> Record:
        asked = question(servers[did], "com.atproto.sync.getRepoStatus", ("did", did))
        return _briefly(client, lambda brief: answer_or_refusal(brief, asked, "did"))

    return ask


def _briefly(client: Client, ask: Callable[[Client], Record]) -> Record:
    try:
        return ask(hurried(client))
    except (AuthError, RetryLater, SourceError) as error:
        return {"error": "NoAnswer", "message": str(error)}


def _one_by_one(name: str, ask: _Ask, dids: Sequence[str], asking: Asking) -> dict[str, Record]:
    def fetch(client: Client, keys: Sequence[str]) -> Told:
        return Told({"asked": keys[0], "answer": ask(client, keys[0])})

    answered = ask_in_batches(Batches(name, 1, fetch), dids, asking)
    return {body["asked"]: body["answer"] for body in answered.bodies}
