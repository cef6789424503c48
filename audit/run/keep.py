"""What a run folder keeps besides the reports, and reading it back: frames, accounts, history."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import TypeAdapter

from audit.changes.past import Past
from audit.changes.trend import quarter_said
from audit.gathered import Gathered, OwnRead
from audit.history import History
from audit.period import new_zealand_day
from audit.record import Record
from audit.review.model import Period, Quarter
from audit.run import keep_past, kept_acts
from audit.run.governance import load_given, save_given
from audit.run.returned.kept import load_recorded
from audit.run.texts_to_read import Sees, texts_to_read
from connectors import frames
from connectors.errors import SourceError
from connectors.frames import READ

_OWN = TypeAdapter(tuple[OwnRead, ...])
_PERIOD = TypeAdapter(Period)
_EARLIER_ACCOUNTS = "earlier_accounts.parquet"


def save(folder: Path, record: Record) -> None:
    """Write the record into a run folder that is being made."""
    kept, collected = folder / "frames", folder / "collected"
    kept.mkdir()
    collected.mkdir()
    kept_acts.save(kept, record.gathered.interactions)
    for name in ("accounts", "coverage"):
        getattr(record.gathered, name).to_parquet(kept / f"{name}.parquet", index=False)
    record.history.seen.to_parquet(kept / "seen.parquet", index=False)
    if record.history.accounts is not None:
        record.history.accounts.to_parquet(kept / _EARLIER_ACCOUNTS, index=False)
    save_given(folder, record.given)
    _write(collected / "accounts.json", _OWN.dump_python(record.gathered.own, mode="json"))
    _write(
        folder / "run.json",
        {
            "period": _PERIOD.dump_python(record.period, mode="json"),
            "observed_at": record.observed_at.isoformat(),
            "repeated": record.gathered.repeated,
            "reviewed": sorted(record.history.reviewed),
            "items": dict(record.history.items),
            "found": sorted(record.history.found),
            "past": keep_past.save(kept, record.history.past),
        },
    )


def load(folder: Path, sees: Sees) -> Record:
    """Read the record of a run folder, its interactions as a review needs them.

    ``sees`` tells whether a screen sees something in the text of a post. Raises SourceError naming
    the file that is not right.
    """
    run = read_json(folder / "run.json")
    try:
        period, history = _PERIOD.validate_python(run["period"]), _history(folder, run)
        return Record(
            gathered=Gathered(
                interactions=_acts(folder, texts_to_read(period, history, sees)),
                accounts=_frame(folder, "accounts"),
                coverage=_frame(folder, "coverage"),
                own=own(folder),
                repeated=run["repeated"],
            ),
            history=history,
            period=period,
            observed_at=_observed_at(run),
            given=load_given(folder),
            recorded=load_recorded(folder),
        )
    except (KeyError, ValueError) as error:
        raise SourceError(f"The run folder {folder} is not one of this tool: {error}.") from error


def observed_on(folder: Path) -> date:
    """Give the New Zealand day on which a run was made; raises SourceError."""
    try:
        return new_zealand_day(_observed_at(read_json(folder / "run.json")))
    except (KeyError, ValueError) as error:
        raise _unreadable(folder / "run.json") from error


def own(folder: Path) -> tuple[OwnRead, ...]:
    """Read what became of each own account in a run; raises SourceError."""
    try:
        return _OWN.validate_python(read_json(folder / "collected" / "accounts.json"))
    except ValueError as error:
        raise _unreadable(folder / "collected" / "accounts.json") from error


def read_json(path: Path) -> Any:
    """Read a JSON file of a run folder; raises SourceError where it is missing or broken."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def accounts(folder: Path) -> pd.DataFrame:
    """Give the accounts frame of a run folder; raises SourceError."""
    return _frame(folder, "accounts")


def coverage(folder: Path) -> pd.DataFrame:
    """Give the coverage frame of a run folder; raises SourceError."""
    return _frame(folder, "coverage")


def followed(folder: Path, seen: pd.DataFrame) -> pd.DataFrame:
    """Give the rows of a run's accounts frame whom our accounts followed; raises SourceError."""
    return seen.merge(_follows(folder), on=["platform", "account_id"])


def _follows(folder: Path) -> pd.DataFrame:
    try:
        return kept_acts.follows(folder / "frames")
    except (OSError, KeyError, ValueError) as error:
        raise _unreadable(folder / "frames" / kept_acts.NAME) from error


def _observed_at(run: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(run["observed_at"])


def _history(folder: Path, run: Mapping[str, Any]) -> History:
    return History(
        seen=_parquet(folder / "frames" / "seen.parquet"),
        reviewed=frozenset(run["reviewed"]),
        items=run["items"],
        found=frozenset(run["found"]),
        accounts=_earlier_accounts(folder),
        past=_past(folder, run["past"]),
    )


def _acts(folder: Path, texts: kept_acts.Texts) -> pd.DataFrame:
    try:
        return kept_acts.read(folder / "frames", texts)
    except (OSError, KeyError, ValueError) as error:
        raise _unreadable(folder / "frames" / kept_acts.NAME) from error


def _frame(folder: Path, name: str) -> pd.DataFrame:
    table = _parquet(folder / "frames" / f"{name}.parquet")
    return frames.validate(name, table, f"run folder {folder.name}")


def _earlier_accounts(folder: Path) -> pd.DataFrame | None:
    path = folder / "frames" / _EARLIER_ACCOUNTS
    return _parquet(path) if path.exists() else None


def _past(folder: Path, told: Mapping[str, Any]) -> Past:
    try:
        return keep_past.load(folder / "frames", told)
    except OSError as error:
        raise _unreadable(folder / "frames") from error


def _parquet(path: Path) -> pd.DataFrame:
    try:
        return pd.read_parquet(path)
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> SourceError:
    return SourceError(f"{path} cannot be read; is this a whole run folder?")


def _write(path: Path, content: Mapping[str, Any] | list[Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    path.write_bytes(text.encode("utf-8"))


@dataclass(frozen=True)
class Earlier:
    """An earlier run folder, as far as history needs it."""

    folder: Path
    period: str
    end: date
    observed_at: datetime
    quarter: Quarter | None
    read: frozenset[str]
    items: Mapping[str, str]


def earlier(folder: Path) -> Earlier:
    """Read what history needs of an earlier run folder; raises SourceError."""
    review = read_json(folder / "review.json")
    try:
        return Earlier(
            folder=folder,
            period=review["period"]["id"],
            observed_at=datetime.fromisoformat(review["observed_at"]),
            quarter=quarter_said(review, folder.name),
            end=date.fromisoformat(review["period"]["end"]),
            read=frozenset(
                f"{row['platform']}:{row['agency_account']}"
                for row in review["coverage"]
                if row["status"] in READ
            ),
            items={finding["key"]: finding["item"] for finding in review["findings"]},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(f"{folder / 'review.json'} is not one of this tool.") from error


def acts_of(folder: Path, kinds: Sequence[str], columns: Sequence[str]) -> pd.DataFrame:
    """Give columns of a run's acts of some kinds; raises SourceError."""
    try:
        return kept_acts.of_kinds(folder / "frames", kinds, columns)
    except (OSError, KeyError, ValueError) as error:
        raise _unreadable(folder / "frames" / kept_acts.NAME) from error
