"""A Bluesky repository as the owner downloads it: one CAR file with every public record."""

from collections.abc import Mapping

from connectors import columns, frames
from connectors.archive import Archive, Member
from connectors.collected import Collected, OwnAccount
from connectors.columns import in_blocks
from connectors.coverage import Reach, coverage
from connectors.errors import SourceError
from connectors.exports.another import refuse
from connectors.exports.base import ExportFormat, ExportOwner
from connectors.exports.bluesky_mst import Repository, is_car, open_repository
from connectors.exports.bluesky_profile import about
from connectors.exports.bluesky_records import NOT_A_RECORD, Records, redated
from connectors.profile_form import Profile

_LIMIT = 512 * 2**20


def recognise(archive: Archive) -> bool:
    """Tell a CAR file by its first bytes, or by its name where the bytes are damaged."""
    return bool(_cars(archive))


def read(archive: Archive, account: OwnAccount) -> Collected:
    """Read follows, likes, reposts and posts; raises SourceError where the file is not whole."""
    cars = _cars(archive)
    repository = _repository(archive, cars)
    named = account.handle.casefold()
    if named.startswith("did:") and named != repository.did.casefold():
        refuse(account, repository.did)
    said = about(repository)
    records = Records(account, repository.did, cars[0].name)
    name = cars[0].name
    gathered = columns.gather(name, name, in_blocks(repository.records()), records.read, account)
    interactions = gathered.interactions
    as_at = account.as_at or account.read_at
    bad = gathered.tally.reported.get(NOT_A_RECORD, 0)
    return Collected(
        agency_account=repository.did,
        interactions=interactions,
        accounts=frames.make(
            "accounts",
            [
                {
                    "platform": "bluesky",
                    "account_id": profile.account_id,
                    "url": profile.url,
                    "status": "unknown",
                    "as_at": as_at,
                }
                for profile in _seen(records.profiles, set(interactions["account_id"].dropna()))
            ],
        ),
        coverage=coverage(
            account, repository.did, interactions, _reach(repository, records, bad), as_at
        ),
        inputs=archive.inputs,
        tallies=(gathered.tally,),
        notes=_notes(repository, account),
        about=said,
    )


def _cars(archive: Archive) -> list[Member]:
    named = list(archive.find(r"[^/]+\.car"))
    alone = archive.members if len(archive.members) == 1 else ()
    return named or [member for member in alone if is_car(archive.head(member, 64))]


def _repository(archive: Archive, cars: list[Member]) -> Repository:
    if len(cars) > 1:
        raise SourceError(
            f"There are {len(cars)} repositories ({', '.join(car.label for car in cars[:3])}). "
            "Give the newest one of this account alone."
        )
    return open_repository(archive.read(cars[0], _LIMIT), cars[0].name)


def _seen(profiles: Mapping[str, Profile], ids: set[str]) -> list[Profile]:
    return [profile for profile in profiles.values() if profile.account_id in ids]


def _reach(repository: Repository, records: Records, bad: int) -> dict[str, Reach]:
    every = [
        _count(repository.missing_nodes, "part", "of the tree of records", "not in the file"),
        _count(bad, "record", "", "of no form that Bluesky writes"),
    ]
    reach = {}
    for kind in frames.KINDS:
        missing = _count(records.missing[kind], "record", "", "not in the file")
        said = [f"{repository.name}: {words}." for words in (*every, missing) if words]
        reach[kind] = Reach("complete", redated(records, kind)).but(*said)
    return reach


def _count(number: int, noun: str, of: str, what: str) -> str:
    if not number:
        return ""
    plural = "s" if number != 1 else ""
    words = [f"{number:,} {noun}{plural}", of, "are" if plural else "is", what]
    return " ".join(filter(None, words))


def _notes(repository: Repository, account: OwnAccount) -> tuple[str, ...]:
    if account.handle.casefold() == repository.did.casefold():
        return ()
    return (
        f"The repository names its owner as {repository.did}; whether that is @{account.handle} "
        "it does not say.",
    )


def owners(archive: Archive) -> tuple[ExportOwner, ...]:
    """Give the DID of the repository; the handle is not in it."""
    did = _repository(archive, _cars(archive)).did
    return (ExportOwner(did, did),)


FORMAT = ExportFormat("bluesky", "Bluesky repository", recognise, read, owners)
