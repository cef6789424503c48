"""The agency's own reference: a CSV with party, weight, valid_from, valid_to and reason."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from audit import csvfile
from audit.review.model import RegisterFile
from connectors.errors import ConfigError


@dataclass(frozen=True)
class CustomReference:
    """The rows as written, printed word for word in the report, and the file they came from."""

    rows: pd.DataFrame
    file: RegisterFile

    def weights_on(self, day: date) -> dict[str, int]:
        """Give the weights in force on a day, in the order of the file."""
        moment = pd.Timestamp(day)
        begun = self.rows["valid_from"].isna() | (self.rows["valid_from"] <= moment)
        ended = self.rows["valid_to"].notna() & (self.rows["valid_to"] < moment)
        now = self.rows[begun & ~ended]
        return dict(zip(now["party"], now["weight"].tolist(), strict=True))

    @property
    def reason(self) -> str:
        """Give the reasons as the file has them, each once."""
        return " ".join(dict.fromkeys(reason for reason in self.rows["reason"] if reason))


def load(path: Path) -> CustomReference:
    """Read the file; raises ConfigError with every problem and its line."""
    problems: list[str] = []
    file = csvfile.read(path, ("party", "weight"), ("valid_from", "valid_to", "reason"))
    rows = file.rows
    wrong = rows.loc[~rows["weight"].str.fullmatch(r"\d{1,9}"), "weight"]
    problems.extend(
        f"{file.where(place)}: weight is {value!r}; write a whole number."
        for place, value in wrong.items()
    )
    dated = rows.assign(
        valid_from=csvfile.dates(rows["valid_from"], file, problems),
        valid_to=csvfile.dates(rows["valid_to"], file, problems),
    )
    if problems:
        raise ConfigError(problems)
    problems = _overlaps(file.name, dated)
    if problems:
        raise ConfigError(problems)
    used = RegisterFile(f"own/{file.name}", "", file.sha256, len(rows))
    return CustomReference(dated.assign(weight=rows["weight"].astype("int64")), used)


def _overlaps(name: str, rows: pd.DataFrame) -> list[str]:
    """Name each party that has two weights on one day."""
    first = rows["valid_from"].fillna(pd.Timestamp.min.as_unit("us"))
    last = rows["valid_to"].fillna(pd.Timestamp.max.as_unit("us"))
    held = rows[["party", "line"]].assign(first=first, last=last)
    pairs = held.merge(held, on="party", suffixes=("", "_2"))
    both = (pairs["line"] < pairs["line_2"]) & (pairs["first"] <= pairs["last_2"])
    both &= pairs["first_2"] <= pairs["last"]
    return [
        f"{name}, line {line}: {party} has another weight on the same day in line {earlier}."
        for party, earlier, line in pairs.loc[both, ["party", "line", "line_2"]].to_numpy().tolist()
    ]
