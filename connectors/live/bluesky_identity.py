"""Which account on Bluesky a handle is, and which server keeps its records.

The handle gives the DID and the DID's document the server: atproto's specifications Handle and DID.
``https://plc.directory/<did>`` answers 404 for a DID never made and 410 for one given up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote, unquote, urlsplit

from connectors.collected import OwnAccount
from connectors.errors import AuthError, FollowAuditError, RetryLater, SourceError
from connectors.http import Client, Reply, Request, refusal
from connectors.live.asking import Asking
from connectors.live.one_page import one_page
from connectors.live.walk import Told
from connectors.lookup.access import Access
from connectors.lookup.answers import Record, count, records, text
from connectors.xrpc import (
    HIDDEN,
    PUBLIC,
    NamedError,
    answer_or_refusal,
    no_such_account,
    profile,
    question,
)

PLC = "https://plc.directory"
NEVER_MADE, GIVEN_UP = "NeverMade", "GivenUp"
WEB = "did:web:"
_HERE = frozenset({"127.0.0.1", "localhost"})
_COUNTS = {"follow": "followsCount", "post": "postsCount"}


@dataclass(frozen=True)
class Identity:
    """An account: its DID, its handle now, and the platform's own counts by kind of act.

    ``about`` is what its profile says, None where only the DID is known.
    """

    did: str
    handle: str = ""
    stated: Mapping[str, int] = field(default_factory=dict)
    about: str | None = None


def identify(account: OwnAccount, asking: Asking) -> Identity:
    """Find our account by its handle or DID; raises the errors of the program where it cannot."""
    kept = one_page(
        "profile", lambda client: Told(ask_for_us(client, account, asking.access)), asking
    )
    return identity_in(kept)


def ask_for_us(client: Client, account: OwnAccount, access: Access) -> Record:
    """Ask the AppView for our profile.

    Where it does not answer or know us, a DID is enough, and so is our own server if it is named.
    Raises AuthError, RetryLater or SourceError.
    """
    by_did = account.handle.startswith("did:")
    asked = profile(access.appview or PUBLIC, account.handle)
    try:
        answer = answer_or_refusal(client, asked, "did", "handle")
    except (AuthError, RetryLater, SourceError):
        if not by_did and not access.address:
            raise
        answer = {}
    if text(answer, "error") in HIDDEN:
        raise SourceError(f"{account.label}: {HIDDEN[text(answer, 'error')][1]}.")
    if "did" not in answer and by_did:
        return {"did": account.handle}
    if "did" not in answer and access.address:
        name = "com.atproto.identity.resolveHandle"
        asked = question(access.address, name, ("handle", account.handle))
        answer = answer_or_refusal(client, asked, "did")
    if "did" in answer:
        return answer
    raise SourceError(_lost(account, answer))


def identity_in(record: Record) -> Identity:
    """Read our profile."""
    counts = {kind: count(record.get(name)) for kind, name in _COUNTS.items()}
    stated = {kind: number for kind, number in counts.items() if number is not None}
    lines = [text(record, name) for name in ("description", "website")]
    about = "\n".join(filter(None, lines)) if text(record, "handle") else None
    return Identity(text(record, "did"), text(record, "handle"), stated, about)


def _lost(account: OwnAccount, answer: Record) -> str:
    if no_such_account(answer):
        return (
            f"Bluesky knows no account {account.handle}. If its handle changed, write the new "
            "one, or its DID, which never changes."
        )
    return f"Bluesky does not say whose {account.handle} is. Run again later."


def server_of(did: str, asking: Asking) -> str:
    """Give the address of the server that keeps our records; raises SourceError where none does."""
    if asking.access.address:
        return asking.access.address

    def ask(client: Client) -> Told:
        document = ask_for_document(client, did, asking.access)
        if not server_in(document, asking.access):
            raise SourceError(f"The document of {did} names no server that keeps its records.")
        return Told(document)

    return server_in(one_page("document", ask, asking), asking.access)


def ask_for_document(client: Client, did: str, access: Access) -> Record:
    """Ask for the document of a DID; that there is none is an answer too."""
    asked = Request(_address_of(did, access))
    return answer_or_refusal(replace(client, refused=_without_document), asked, "id")


def server_in(document: Record, access: Access) -> str:
    """Give the address of the PDS that a document names, empty where it names none to be asked."""
    for service in records(document.get("service")):
        if text(service, "id").endswith("#atproto_pds"):
            address = text(service, "serviceEndpoint").rstrip("/")
            return address if _may_be_asked(address, access) else ""
    return ""


def _address_of(did: str, access: Access) -> str:
    if not did.startswith(WEB):
        return f"{(access.plc or PLC).rstrip('/')}/{quote(did, safe=':')}"
    host = unquote(did.removeprefix(WEB))
    name = host.partition(":")[0]
    address = f"{'http' if name in _HERE else 'https'}://{host}"
    if not _may_be_asked(address, access):
        raise SourceError(f"{did} names no server that can be asked.")
    return f"{address}/.well-known/did.json"


def _may_be_asked(address: str, access: Access) -> bool:
    """Tell a server's bare address: encrypted, and here only where the directory is here too.

    Any account that we follow can write one into its document.
    """
    try:
        parts = urlsplit(address)
        bare = parts.netloc == address.partition("://")[2] and "@" not in parts.netloc
    except ValueError:
        return False
    here = parts.hostname in _HERE
    ours_is_here = urlsplit(access.plc).hostname in _HERE
    return bare and (ours_is_here if here else parts.scheme == "https" and bool(parts.hostname))


def _without_document(reply: Reply, request: Request) -> FollowAuditError:
    name = {404: NEVER_MADE, 410: GIVEN_UP}.get(reply.status, "")
    said = refusal(reply, request)
    return NamedError(str(said), name, "") if name else said
