"""Writes the shipped sample beside itself, or into a folder: python sample/make_sample.py [DIR]."""

import random
import sys
from pathlib import Path

import make_bluesky
import make_governance
import make_hand_lists
import make_mastodon
import make_own_lists
import make_parliament
import make_register
import make_world
import make_x
from make_files import json_text, write_text

# What the first review of the sample must find, by check.
FINDINGS = {
    "account-not-read": 2,
    "flagged-link-posted": 6,
    "flagged-source-followed": 6,
    "flagged-source-shared": 8,
    "handle-passed-on": 1,
    "look-alike": 1,
    "nearly-alike": 1,
    "minister-posted": 1,
    "paid-marker-posted": 1,
    "personal-information-posted": 1,
    "political-account-shared": 25,
    "politics-posted": 1,
}


def main(out: Path) -> None:
    """Write every file of the sample into the folder; the same bytes each time."""
    out.mkdir(parents=True, exist_ok=True)
    taken = {"manatu"}
    house = make_parliament.build(taken)
    world = make_world.build(taken)
    rng = random.Random("Tauira")
    make_register.write(out / "register", house)
    expected = {
        "x": make_x.write(out / "x-archive.zip", rng, house, world),
        "mastodon": make_mastodon.write(out / "mastodon", rng, house, world),
        "bluesky": make_bluesky.write(out / "bluesky-repo.car", rng, house, world),
        "facebook": make_hand_lists.write_facebook(out / "facebook-list.xlsx", house, world),
        "linkedin": make_hand_lists.write_linkedin(out / "linkedin-list.csv", world),
    }
    make_governance.write(out)
    make_own_lists.write_flagged(out / "flagged.csv", world)
    missing = make_own_lists.write_purposes(out / "purposes.csv", house, world)
    told = {
        "rows": expected,
        "twice": {"link": make_world.posted_twice(world)},
        "findings": {**FINDINGS, "purpose-missing": missing},
    }
    write_text(out / "expected.json", json_text(told, indent=1) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
