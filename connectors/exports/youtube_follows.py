"""The channels that an account is subscribed to, in the three forms that Google has used.

``subscriptions.csv`` (channel id, address, title; read by position, for the header is
translated), ``subscriptions.json`` (before the middle of 2021) and OPML before that.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from connectors.archive import Archive, Member
from connectors.collected import OwnAccount
from connectors.errors import SourceError
from connectors.exports.youtube_table import rows
from connectors.exports.youtube_values import CHANNEL, channel_in, inside
from connectors.profile_form import Profile, profile_of
from connectors.records import Outcome

NO_CHANNEL = "without the id of a channel"


class Follows:
    """Reads subscriptions, each channel once; ``since`` holds the days that are known."""

    def __init__(
        self, account: OwnAccount, agency_account: str, since: Mapping[str, datetime]
    ) -> None:
        self._base = {
            "platform": account.platform,
            "agency_account": agency_account,
            "kind": "follow",
        }
        self._since = since
        self.profiles: dict[str, Profile] = {}
        self.names: dict[str, str] = {}

    def row(self, record: object, evidence: str) -> Outcome:
        """Read a row: id, address and title in this order."""
        cells = [*record, "", ""] if isinstance(record, list) else ["", ""]
        title = cells[2] if len(cells) > 4 else ""
        return self._follow(channel_in(cells[0], cells[1]), title, evidence)

    def item(self, record: object, evidence: str) -> Outcome:
        """Read a subscription of the form that YouTube's API gives."""
        snippet = inside(record, "snippet")
        channel = channel_in(inside(snippet, "resourceId").get("channelId"))
        return self._follow(channel, snippet.get("title"), evidence)

    def outline(self, record: object, evidence: str) -> Outcome:
        """Read an outline of an OPML file, as its attributes."""
        attributes = record if isinstance(record, dict) else {}
        title = attributes.get("title") or attributes.get("text")
        return self._follow(channel_in(attributes.get("xmlUrl")), title, evidence)

    def _follow(self, channel: str | None, title: object, evidence: str) -> Outcome:
        profile = profile_of("youtube", channel) if channel else None
        if profile is None:
            return NO_CHANNEL
        if profile.account_id in self.profiles:
            return "the same channel twice"
        self.profiles[profile.account_id] = profile
        if isinstance(title, str) and title.strip():
            self.names[profile.account_id] = title.strip()
        return [
            {
                **self._base,
                "account_id": profile.account_id,
                "happened_at": self._since.get(profile.account_id),
                "evidence": evidence,
            }
        ]


def subscription_rows(archive: Archive, member: Member) -> Iterator[list[str]]:
    """Give the rows of a list of subscriptions, without its header."""
    for number, row in enumerate(rows(archive, member)):
        if number or CHANNEL.fullmatch(row[0].strip()):
            yield row


def outlines(archive: Archive, member: Member) -> Iterator[dict[str, str]]:
    """Give the outlines of an OPML file that name a feed; raises SourceError where it is none."""
    try:
        tree = fromstring(archive.read(member))
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise SourceError(
            f"{member.label} cannot be read: it is cut short or was changed by hand. Order a new "
            "Takeout, whose list of subscriptions is a CSV file."
        ) from error
    for outline in tree.iter("outline"):
        if "xmlUrl" in outline.attrib:
            yield dict(outline.attrib)
