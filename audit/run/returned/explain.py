"""Gathers what the run folders and the decisions know of one item."""

from pathlib import Path

from audit.checks import CHECKS
from audit.config import Loaded
from audit.decisions.explain import Known
from audit.decisions.model import Earlier
from audit.guidance import clauses as guidance
from audit.run import keep
from audit.run.last import newest_first
from audit.run.returned import kept
from audit.run.returned.kept import Places
from audit.run.returned.store import findings_of, observed_at
from connectors.errors import ConfigError, SourceError


def known_of(loaded: Loaded, item: str) -> Known:
    """Gather what is known of an item; raises ConfigError where no run has it."""
    wanted = item.strip().upper()
    output = loaded.path(loaded.config.review.output)
    runs = newest_first(output)[::-1]
    seen = [
        (place, Earlier(finding, observed_at(keep.read_json(path / "review.json"), path)))
        for place, path in enumerate(runs)
        for finding in findings_of(path)
        if finding.item == wanted
    ]
    if not seen:
        said = f"No run in {output} has an item {wanted}. Copy its number from the workbook."
        raise ConfigError([said])
    periods = [_period(path) for path in runs]
    places = Places(loaded.base)
    last, newest = seen[-1][0], seen[-1][1].finding
    return Known(
        seen=[one for _, one in seen],
        periods=[periods[place] for place, _ in seen],
        later=periods[last + 1 :],
        check=next((one.words for one in CHECKS if one.words.id == newest.check), None),
        clauses=[one for one in guidance.load().clauses if one.id in newest.clauses],
        decisions=kept.load_decisions(places),
        readings=kept.load_readings(places),
        keep_months=loaded.config.review.keep_months,
    )


def _period(folder: Path) -> str:
    """Name the period of a run as people write it; raises SourceError."""
    try:
        return str(keep.read_json(folder / "review.json")["period"]["label"])
    except (KeyError, TypeError) as error:
        raise SourceError(f"{folder / 'review.json'} is not one of this tool.") from error
