"""Says to a connector what the configuration says of one account."""

from datetime import UTC, datetime, time

from audit.config import Loaded
from audit.config_account import AccountSection
from audit.period import NEW_ZEALAND
from connectors.collected import OwnAccount


def own_account(block: AccountSection, loaded: Loaded, now: datetime) -> OwnAccount:
    """Give the account of a block, read at the time given."""
    made = datetime.combine(block.as_at, time(12), NEW_ZEALAND) if block.as_at else None
    return OwnAccount(
        platform=block.platform,
        handle=block.handle.strip().lstrip("@"),
        method=block.read,
        paths=tuple(loaded.path(path) for path in block.path),
        kinds=block.kinds,
        read_at=now.astimezone(UTC),
        as_at=made.astimezone(UTC) if made else None,
        ids=tuple(loaded.path(path) for path in block.ids),
    )
