"""Shortened links and where they lead, as they were asked once and kept: short-links.csv.

Nothing is asked here. Columns: url, target, asked_on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from audit import csvfile
from audit.review.model import RegisterFile
from connectors import frames

NAME = "short-links.csv"
COLUMNS = ("url", "target", "asked_on")
SHORTENERS = frozenset(
    {
        "t.co",
        "bit.ly",
        "tinyurl.com",
        "ow.ly",
        "buff.ly",
        "lnkd.in",
        "goo.gl",
        "is.gd",
        "dlvr.it",
        "ift.tt",
        "j.mp",
        "rb.gy",
    }
)


@dataclass(frozen=True)
class ShortLinks:
    """Where shortened links lead, and the file that says so."""

    targets: Mapping[str, str] = field(default_factory=dict)
    files: tuple[RegisterFile, ...] = ()

    def leading(self, urls: "pd.Series[str]") -> "pd.Series[str]":
        """Give where each URL leads, as far as it is known; others stay as they are."""
        if not self.targets:
            return urls
        return urls.map(self.targets).astype(frames.TEXT).fillna(urls)


NO_SHORT_LINKS = ShortLinks()


def load(paths: Sequence[Path]) -> ShortLinks:
    """Read the kept answers; raises ConfigError where a file is no such table."""
    targets: dict[str, str] = {}
    used: list[RegisterFile] = []
    for path in paths:
        file = csvfile.read(path, COLUMNS)
        targets |= dict(zip(file.rows["url"], file.rows["target"], strict=True))
        used.append(RegisterFile(NAME, "", file.sha256, len(file.rows)))
    return ShortLinks(targets, tuple(used))
