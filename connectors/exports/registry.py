"""The export formats that can be read, and the one door to them."""

from dataclasses import replace

from connectors.archive import Archive, open_archive
from connectors.collected import Collected, OwnAccount
from connectors.errors import SourceError
from connectors.exports import (
    bluesky_car,
    facebook,
    instagram,
    linkedin,
    linkedin_page,
    mastodon,
    meta_business_suite,
    threads,
    tiktok,
    x_analytics,
    x_archive,
    youtube,
)
from connectors.exports.base import ExportFormat
from connectors.exports.unknown import why_unknown
from connectors.exports.unread import with_unread
from connectors.known_handles import with_handles
from connectors.system_memory import system_memory
from connectors.without_cycles import without_cycles

FORMATS: tuple[ExportFormat, ...] = (
    x_archive.FORMAT,
    x_analytics.FORMAT,
    mastodon.FORMAT,
    bluesky_car.FORMAT,
    facebook.FORMAT,
    instagram.FORMAT,
    threads.FORMAT,
    youtube.FORMAT,
    meta_business_suite.FACEBOOK,
    meta_business_suite.INSTAGRAM,
    linkedin.FORMAT,
    linkedin_page.FORMAT,
    tiktok.FORMAT,
)


def read_export(account: OwnAccount) -> Collected:
    """Read the export that the configuration names for one account.

    Raises SourceError, in one sentence, where it cannot be opened, is of another platform,
    is the HTML form of an export, or is nothing that can be read here.
    """
    archive = open_archive(account.paths)
    for form in FORMATS:
        if form.platform == account.platform and form.recognise(archive):
            with without_cycles(), system_memory():
                collected = replace(form.read(archive, account), inputs=archive.inputs)
            whole = with_unread(collected, archive, form.unread)
            return with_handles(whole, account).validated(form.name)
    raise SourceError(f"The export of {account.label} cannot be read: {_why(archive, account)}")


def _why(archive: Archive, account: OwnAccount) -> str:
    others = [form for form in FORMATS if form.platform != account.platform]
    for form in others:
        if form.recognise(archive):
            return _missing_from(form, account) or (
                f"this looks like {_with_article(form.name)}; the configuration says "
                f"{account.platform}. Mend the platform or the path."
            )
    alone = f"{archive.members[0].name}: " if len(archive.members) == 1 else ""
    return alone + why_unknown(archive, account.platform)


def _missing_from(other: ExportFormat, account: OwnAccount) -> str:
    """Say what to do where the platform comes along with the other's export, and did not."""
    ours = (form.missing_from for form in FORMATS if form.platform == account.platform)
    return next((said[other.platform] for said in ours if other.platform in said), "")


def _with_article(name: str) -> str:
    return f"{'an' if name[0] in 'AEIOUX' else 'a'} {name}"
