"""The world outside, as a run needs it to ask platforms."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Outside:
    """Credentials by the names of environment variables, the clock, and how to wait in seconds.

    ``now`` is the clock's time even where a run is given another time of observation: servers
    count by it. With ``full`` nothing is taken over from an earlier run.
    """

    variables: Mapping[str, str] = field(repr=False)
    now: Callable[[], datetime]
    sleep: Callable[[float], object]
    full: bool = False
