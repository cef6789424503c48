"""What Facebook, Instagram and Threads say alike of an own post, under names of their own."""

from dataclasses import dataclass

from connectors.collected import OwnAccount
from connectors.live.own_post_row import own_post_row, written_text
from connectors.lookup.answers import Record, text
from connectors.records import Row
from connectors.times import iso_time


@dataclass(frozen=True)
class PostFields:
    """The names of a post's fields: its text, its address and its time; its id is ``id``."""

    written: str
    address: str
    happened_at: str


def meta_post(
    record: Record, fields: PostFields, account: OwnAccount, agency_account: str, evidence: str
) -> tuple[str, Row]:
    """Give what is written in a post, and its row without its kind."""
    written = written_text(record.get(fields.written))
    return written, own_post_row(
        account,
        agency_account,
        post=text(record, "id"),
        address=text(record, fields.address),
        written=written,
        happened_at=iso_time(record.get(fields.happened_at)),
        evidence=evidence,
    )
