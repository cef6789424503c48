"""What an export format is: a platform, how to recognise it, whose it is, and how to read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount
from connectors.exports.unread import Unread


@dataclass(frozen=True)
class ExportOwner:
    """Whom an export belongs to, as it says itself.

    ``handle`` is what the configuration can say (a handle, an address or an id), empty where the
    export does not tell; ``account_id`` is the platform's own id, ``name`` the name shown.
    """

    handle: str = ""
    account_id: str = ""
    name: str = ""


def unsaid(_: Archive) -> tuple[ExportOwner, ...]:
    """Stand for a format that never says whose it is."""
    return ()


@dataclass(frozen=True)
class ExportFormat:
    """A format of one platform; ``recognise`` looks at names and first bytes only.

    ``owners`` gives whom an archive belongs to: nobody where it does not say, several where one
    list holds the posts of several accounts. It may raise SourceError, as ``read`` may.
    ``unread`` names the files that hold acts and are not read.
    ``missing_from`` says, by platform, what to do where the export of that platform is given, in
    which this one comes along if it is asked for.
    """

    platform: str
    name: str
    recognise: Callable[[Archive], bool]
    read: Callable[[Archive, OwnAccount], Collected]
    owners: Callable[[Archive], tuple[ExportOwner, ...]] = unsaid
    unread: tuple[Unread, ...] = ()
    missing_from: Mapping[str, str] = field(default_factory=dict)
