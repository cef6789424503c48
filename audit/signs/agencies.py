"""The public agencies of a jurisdiction whose names are looked out for, each with its source."""

from importlib.resources import files
from io import BytesIO

import pandas as pd

from connectors.frames import TEXT


def agencies(jurisdiction: str) -> pd.DataFrame:
    """Give the agencies of a register by its id: jurisdiction, name, also, source, url, as_at.

    ``also`` is another name; none for a register that the shipped list does not have.
    """
    content = files("audit.signs").joinpath("agencies.csv").read_bytes()
    listed = pd.read_csv(BytesIO(content), dtype=TEXT, keep_default_na=False)
    return listed[listed["jurisdiction"] == jurisdiction].rename(columns={"evidence_url": "url"})
