"""Times as exports write them, read as UTC."""

from datetime import UTC, datetime


def iso_time(value: object) -> datetime | None:
    """Read ``2026-03-06T13:15:31.187Z`` or any other ISO 8601 time as UTC, or give None.

    A time without a zone is taken as UTC.
    """
    if not isinstance(value, str):
        return None
    try:
        time = datetime.fromisoformat(value.strip())
        return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
