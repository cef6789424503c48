"""Writes the CSV files of a LinkedIn member's export, with invented names, as LinkedIn does."""

import csv
import io
from collections.abc import Sequence

ORGANISATIONS = "Company Follows.csv"
PEOPLE = "Member_Follows_123456.csv"
REACTIONS = "Reactions_123456.csv"
REPOSTS = "InstantReposts_123456.csv"
SHARES = "Shares_123456.csv"
FEED = "https://www.linkedin.com/feed/update/urn%3Ali%3A"
POST = f"{FEED}activity%3A7369654911201284096"
COMMENT = (
    f"{FEED}activity%3A6810486257374785536?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A"
    "6810486257374785536%2C6810652903246729216%29"
)
SHARE = f"{FEED}share%3A7368902093004800000"
NOTES = b'Notes:\n"When exporting your data, you may notice that some entries are missing."\n\n'

COLUMNS = {
    ORGANISATIONS: ("Organization", "Followed On"),
    PEOPLE: ("Date", "Status", "FullName"),
    REACTIONS: ("Date", "Type", "Link"),
    REPOSTS: ("Date", "Link"),
    SHARES: ("Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"),
}


def table(columns: Sequence[str], *rows: Sequence[str], end: str = "\n") -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=end)
    writer.writerows([columns, *rows])
    return text.getvalue().encode()


def file(name: str, *rows: Sequence[str], end: str = "\n") -> bytes:
    return table(COLUMNS[name], *rows, end=end)


def share(text: str = "", url: str = "", media: str = "", link: str = SHARE) -> list[str]:
    """One row of Shares.csv, with the quotes that LinkedIn leaves at the joints of paragraphs."""
    written = text.replace("\n", '"\n"')
    return ["2026-09-03 08:00:00", link, written, url, media, "MEMBER_NETWORK"]


def good_files() -> dict[str, bytes]:
    return {
        ORGANISATIONS: file(
            ORGANISATIONS,
            ("Kauri, Ltd", "Fri Jun 26 16:11:27 UTC 2026"),
            ("Te Pāti Tauira", "Thu Jun 25 17:25:40 UTC 2026"),
        ),
        PEOPLE: file(PEOPLE, ("2026-06-01 01:02:03", "Active", "Aroha Tauira")),
        REACTIONS: file(
            REACTIONS,
            ("2026-09-05 09:50:45", "LIKE", POST),
            ("2026-09-05 09:51:45", "PRAISE", COMMENT),
            end="\r\n",
        ),
        REPOSTS: file(REPOSTS, ("2026-09-04 09:50:45", POST)),
        SHARES: file(
            SHARES,
            share("He pānui\n\nhttps://lnkd.in/abc", "https://example.govt.nz/x"),
            share("Well said", POST, link=f"{FEED}share%3A7368902093004800001"),
            share(link=f"{FEED}share%3A7368902093004800002"),
            end="\r\n",
        ),
        "Connections.csv": NOTES
        + b"First Name,Last Name,URL,Email Address\nRimu,R,,r@example.nz\n",
    }
