"""The public agencies of a jurisdiction whose names are looked out for, each with its source."""

from importlib.resources import files
from io import BytesIO

import pandas as pd

from connectors.frames import TEXT


def agencies(jurisdiction: str) -> pd.DataFrame:
    """Give the public agencies of a register by its id, in columns as its organisations have.

    ``name_mi`` is any other name. None for a register that the shipped list does not have.
    """
    content = files("audit.signs").joinpath("agencies.csv").read_bytes()
    listed = pd.read_csv(BytesIO(content), dtype=TEXT, keep_default_na=False)
    here: pd.DataFrame = listed[listed["jurisdiction"] == jurisdiction]
    return here.rename(columns={"also": "name_mi"})
