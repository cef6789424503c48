"""What an export format is: a platform, how to recognise it, and how to read it."""

from collections.abc import Callable
from dataclasses import dataclass

from connectors.archive import Archive
from connectors.collected import Collected, OwnAccount


@dataclass(frozen=True)
class ExportFormat:
    """A format of one platform; ``recognise`` looks at names and first bytes only."""

    platform: str
    name: str
    recognise: Callable[[Archive], bool]
    read: Callable[[Archive, OwnAccount], Collected]
