"""The export formats that can be read, and the one door to them."""

from dataclasses import replace

from connectors.archive import Archive, open_archive
from connectors.archive_safety import ARCHIVE_SUFFIXES
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import bluesky_car, facebook, mastodon, meta_business_suite, x_archive
from connectors.exports.base import ExportFormat

FORMATS: tuple[ExportFormat, ...] = (
    x_archive.FORMAT,
    mastodon.FORMAT,
    bluesky_car.FORMAT,
    facebook.FORMAT,
    meta_business_suite.FACEBOOK,
    meta_business_suite.INSTAGRAM,
)

_NAMES_SHOWN = 5


def read_export(account: OwnAccount) -> Collected:
    """Read the export that the configuration names for one account.

    Raises SourceError, in one sentence, where it cannot be opened, is of another platform,
    is the HTML form of an export, or is nothing that can be read here.
    """
    archive = open_archive(account.paths)
    for form in FORMATS:
        if form.platform == account.platform and form.recognise(archive):
            collected = replace(form.read(archive, account), inputs=archive.inputs)
            return collected.validated(form.name)
    raise SourceError(f"The export of {account.label} cannot be read: {_why(archive, account)}")


def _why(archive: Archive, account: OwnAccount) -> str:
    others = [form for form in FORMATS if form.platform != account.platform]
    for form in others:
        if form.recognise(archive):
            return (
                f"this looks like {_with_article(form.name)}; the configuration says "
                f"{account.platform}. Mend the platform or the path."
            )
    if archive.find(r"[^/]+\.html?") and not archive.find(r"[^/]+\.(?:js|json|csv|car)"):
        return (
            "it holds pages (HTML) and no data. Order the export again and choose JSON as its form."
        )
    return f"it is not an export of {account.platform} that is known here. {_holds(archive)}"


def _holds(archive: Archive) -> str:
    names = [member.name for member in archive.members]
    inner = [name for name in names if name.casefold().endswith(ARCHIVE_SUFFIXES)]
    if inner:
        return f"It holds another archive, {inner[0]}: unpack it once and give that."
    more = f" and {len(names) - _NAMES_SHOWN:,} more" if len(names) > _NAMES_SHOWN else ""
    return f"It holds {', '.join(names[:_NAMES_SHOWN])}{more}. Give the whole export as it came."


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOUX' else 'a'} {name}"
