"""The page of platforms says of each what its interface gives, and links to how to get at it."""

import re
from pathlib import Path

import pytest

from connectors.frames import PLATFORM_NAMES
from connectors.live.registry import LIVE

DOCS = Path(__file__).parent.parent / "docs"
INDEX = (DOCS / "platforms.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("platform", sorted(PLATFORM_NAMES))
def test_every_platform_stands_in_the_table(platform: str) -> None:
    name = re.escape(PLATFORM_NAMES[platform])
    row = re.search(rf"^\| \[{name}\]\(platforms/{platform}\.md\) \|(.*)\|$", INDEX, re.M)
    assert row
    assert (DOCS / "platforms" / f"{platform}.md").is_file()
    cells = [cell.strip() for cell in row[1].split("|")]
    assert len(cells) == 5
    assert all(re.match(r"interface|export|.*not at all", cell) for cell in cells)
    assert (platform in LIVE) == any("interface" in cell for cell in cells)


@pytest.mark.parametrize("platform", sorted(LIVE))
def test_every_platform_that_can_be_read_has_its_page(platform: str) -> None:
    page = (DOCS / "platforms" / f"{platform}.md").read_text(encoding="utf-8")
    assert 'read = "api"' in page
