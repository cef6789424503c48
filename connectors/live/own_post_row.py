"""What the rows of one own post share, on the platforms whose interface gives own posts alone."""

from datetime import datetime

from connectors.collected import OwnAccount
from connectors.records import Row

NOT_A_POST = "without the id of a post"


def written_text(value: object) -> str:
    """Give the text of a post as it is written, empty where there is none."""
    return value.strip() if isinstance(value, str) else ""


def own_post_row(
    account: OwnAccount,
    agency_account: str,
    *,
    post: str,
    address: str,
    written: str,
    happened_at: datetime | None,
    evidence: str,
) -> Row:
    """Give the row of a post without its kind; texts that are empty stand for nothing given."""
    return {
        "platform": account.platform,
        "agency_account": agency_account,
        "post_id": post or None,
        "post_url": address or None,
        "text": written or None,
        "happened_at": happened_at,
        "evidence": evidence,
    }
