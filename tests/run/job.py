"""The shipped sample as a job to run in a folder of the test's own."""

from datetime import datetime
from pathlib import Path

from audit import config, shipped
from audit.config import Loaded
from audit.period import NEW_ZEALAND
from audit.run import make
from audit.run.make import Made
from audit.run.outside import Outside

OUTSIDE = Outside({}, lambda: NOW, lambda _: None)
NOW = datetime(2026, 10, 5, 6, 30, tzinfo=NEW_ZEALAND)


def lay_out(folder: Path) -> Loaded:
    """Put the shipped configuration and sample into a folder."""
    shipped.lay_out(folder)
    return config.load(folder / "config.toml")


def with_accounts(folder: Path, *blocks: str) -> Loaded:
    """Write a configuration of the sample's register with these account blocks alone."""
    text = (
        '[agency]\nname = "Ministry of Example"\n'
        '[register]\njurisdiction = "sample/register"\n'
        + "".join(f"[[account]]\n{block}\n" for block in blocks)
    )
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return config.load(folder / "config.toml")


def run(
    loaded: Loaded, period: str = "", now: datetime = NOW, outside: Outside | None = None
) -> Made:
    """Run the main job without words."""
    return make.run(loaded, period, now, lambda message: None, outside or OUTSIDE)
