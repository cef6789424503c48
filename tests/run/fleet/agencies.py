"""Three fictional agencies made from the shipped sample: other names, and a part of the exports."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from audit import shipped

AGENCIES: Mapping[str, Sequence[str]] = {
    "Ministry of Lighthouses": ("x", "mastodon", "bluesky", "facebook", "linkedin"),
    "Āhuarangi Agency": ("x", "mastodon"),
    "Office of Ferries": ("bluesky", "linkedin"),
}


def lay_out(top: Path, name: str, platforms: Sequence[str] = ("bluesky",)) -> Path:
    """Put an agency with the accounts of some platforms into a folder of its own."""
    folder = top / re.sub(r"\W+", "-", name.lower())
    shipped.lay_out(folder)
    path = folder / "config.toml"
    text = path.read_text(encoding="utf-8")
    head = text.partition("# One block for each")[0]
    blocks = re.findall(r"\[\[account\]\]\n(?:(?!\[\[).+\n)+", text)
    head = head.replace('"Ministry of Example"', f'"{name}"').replace("name_mi", "# name_mi")
    kept = [one for one in blocks if any(f'platform = "{two}"' in one for two in platforms)]
    path.write_text("\n".join([head, *kept]), encoding="utf-8")
    return path


def three(top: Path) -> list[Path]:
    """Put the three agencies into a folder; give their configurations."""
    return [lay_out(top, name, platforms) for name, platforms in AGENCIES.items()]
