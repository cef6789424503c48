"""What a pack says of the time before an election: how many months, and who says so."""

from dataclasses import dataclass

_KEYS = {"months": int, "source": str, "evidence_url": str}


@dataclass(frozen=True)
class PreElection:
    """The table ``[pre_election]`` of pack.toml: the whole months before polling day."""

    months: int
    source: str
    evidence_url: str


def read_pre_election(written: object, problems: list[str]) -> PreElection | None:
    """Read the table, None where there is none; what is wrong is added to ``problems``."""
    if written is None:
        return None
    table = written if isinstance(written, dict) else {}
    wrong = [
        f"pack.toml, [pre_election]: {key} is missing or not right; "
        "write months = 3, source and evidence_url."
        for key, kind in _KEYS.items()
        if type(table.get(key)) is not kind or not table[key]
    ]
    wrong += [
        f"pack.toml, [pre_election]: the key {key} is not known; remove it."
        for key in table
        if key not in _KEYS
    ]
    problems += wrong
    return None if wrong else PreElection(**table)
