"""Writes the shipped sample beside itself, or into a folder: python sample/make_sample.py [DIR]."""

import sys
from pathlib import Path

import make_parliament
import make_register


def main(out: Path) -> None:
    """Write every file of the sample into the folder; the same bytes each time."""
    taken: set[str] = set()
    house = make_parliament.build(taken)
    make_register.write(out / "register", house)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
